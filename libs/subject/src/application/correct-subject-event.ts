import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  annulment,
  type CommandContext,
  CommandRunner,
  correction,
  type CorrectionFact,
  effective,
  type Receipt,
  type Recorded,
  type RecordedInErrorReason,
  revisedBy,
} from '#event-sourcing';
import { IdentityClaims, Keys } from '#personal-data';
import type { About } from '../domain/corrections.js';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import { presentSubject, subjectStream } from '../questions.js';
import { birthDiffers } from './births.js';
import { StandingForSubjects } from './standing-elsewhere.js';
import { releaseStale, type Vaulted, withClaim } from './claiming.js';
import { birthOf } from './number.js';

/** Right values for fields of an event about the person. */
export class CorrectSubjectEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: About & { readonly changed: Readonly<Record<string, unknown>> },
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Marks an event about the person as recorded in error. */
export class AnnulSubjectEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: About & { readonly reasonCode: RecordedInErrorReason },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectSubjectEventCommand)
export class CorrectSubjectEventHandler implements ICommandHandler<CorrectSubjectEventCommand> {
  private readonly vault: Vaulted;
  constructor(
    private readonly runner: CommandRunner,
    keys: Keys,
    claims: IdentityClaims,
  ) {
    this.vault = { runner, keys, claims };
  }

  async execute({ data, context }: CorrectSubjectEventCommand) {
    const { subjectId, eventId } = data;
    const { municipality: tenant } = context;
    const { identityNumber, birthDate } = data.changed;
    const changed = {
      ...data.changed,
      ...birthOf({ identityNumber: textual(identityNumber), birthDate: textual(birthDate) }),
    };
    await presentSubject(this.runner, tenant, subjectId);
    const differs =
      tellsBirth(changed) &&
      (await birthDiffers(
        this.vault,
        { tenant, subjectId },
        revised(eventId, (target) => correction(subjectEvents, target, changed, data.reason)),
      ));
    const record = () =>
      this.runner.run(
        subjectDecider,
        subjectStream(tenant, subjectId),
        { type: 'CorrectSubjectEvent', data: { ...data, changed, birthDiffers: differs } },
        context,
      );
    const receipt =
      typeof identityNumber === 'string'
        ? await withClaim(this.vault, { subjectId, identityNumber, context }, record)
        : await record();
    if (identityNumber === null) await releaseStale(this.vault, tenant, subjectId);
    return { receipt };
  }
}

@CommandHandler(AnnulSubjectEventCommand)
export class AnnulSubjectEventHandler implements ICommandHandler<AnnulSubjectEventCommand> {
  private readonly vault: Vaulted;
  constructor(
    private readonly runner: CommandRunner,
    keys: Keys,
    claims: IdentityClaims,
    private readonly elsewhere: StandingForSubjects,
  ) {
    this.vault = { runner, keys, claims };
  }

  async execute({ data, context }: AnnulSubjectEventCommand) {
    const { municipality: tenant } = context;
    const { standing, basis } = await this.restingOn(tenant, data);
    const differs = await birthDiffers(
      this.vault,
      { tenant, subjectId: data.subjectId },
      revised(data.eventId, (target) => annulment(subjectEvents, target, data.reasonCode, data.reason)),
    );
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(tenant, data.subjectId),
      { type: 'AnnulSubjectEvent', data: { ...data, restingElsewhere: standing, birthDiffers: differs } },
      context,
      basis,
    );
    await releaseStale(this.vault, tenant, data.subjectId);
    return { receipt };
  }

  /** What stands on a registration beyond the person's own stream; nothing stands on any other event. */
  private async restingOn(tenant: string, { subjectId, eventId }: About) {
    const { history } = await this.runner.look(subjectDecider, subjectStream(tenant, subjectId));
    const isRegistration = history.some(({ id, type }) => id === eventId && type === 'SubjectRegistered');
    return isRegistration ? this.elsewhere.of(tenant, subjectId) : { standing: [], basis: [] };
  }
}

/** The record as it would read with a correction or an annulment of this entry. */
const revised =
  (eventId: string, by: (target: Recorded) => CorrectionFact) =>
  (history: readonly Recorded[]): Recorded[] => {
    const target = history.find(({ id }) => id === eventId);
    return effective(target ? revisedBy(history, [by(target)]) : history);
  };

const tellsBirth = (changed: Readonly<Record<string, unknown>>) =>
  typeof changed['identityNumber'] === 'string' || typeof changed['birthDate'] === 'string';

/** Null and values of another kind tell nothing here; the decision judges them. */
const textual = (value: unknown) => (typeof value === 'string' ? value : undefined);
