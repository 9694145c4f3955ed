import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Answered,
  type Annulling,
  annulment,
  type CommandContext,
  CommandRunner,
  correction,
  type Correcting,
  type CorrectionFact,
  effective,
  type Receipt,
  type Recorded,
  referencesIn,
  revisedBy,
  type Revision,
} from '#event-sourcing';
import { partiesAreKnown } from '#municipality';
import { IdentityClaims, Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import { presentSubject, subjectStream } from '../questions.js';
import { type Days, daysIn } from './days.js';
import { tellSurvivor } from '../reactors/merged.js';
import { StandingForSubjects } from './standing-elsewhere.js';
import { releaseStale, type Vaulted, withClaim } from './claiming.js';
import { birthOf } from './number.js';

type About = Revision & { readonly subjectId: string };

/** Puts an event about the person right, or says that it was recorded in error. */
export class ReviseSubjectEventCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: About,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReviseSubjectEventCommand)
export class ReviseSubjectEventHandler implements ICommandHandler<ReviseSubjectEventCommand> {
  private readonly vault: Vaulted;
  constructor(
    private readonly runner: CommandRunner,
    keys: Keys,
    claims: IdentityClaims,
    private readonly elsewhere: StandingForSubjects,
  ) {
    this.vault = { runner, keys, claims };
  }

  async execute({ data, context }: ReviseSubjectEventCommand) {
    const receipt = 'changed' in data ? await this.correct(data, context) : await this.annul(data, context);
    return { receipt };
  }

  private async correct(data: About & Correcting, context: CommandContext): Promise<Receipt> {
    const { subjectId } = data;
    const { municipality: tenant, today } = context;
    const { identityNumber, birthDate } = data.changed;
    const changed = {
      ...data.changed,
      ...birthOf({ identityNumber: textual(identityNumber), birthDate: textual(birthDate) }, today),
    };
    await presentSubject(this.runner, tenant, subjectId);
    const days = tellsDays(changed)
      ? await this.days(context, data, (target) => correction(subjectEvents, target, changed, data.reason))
      : { birthDiffers: false, outOfOrder: false };
    const { answer: partyIsKnown, basis } = await this.partiesNamed(tenant, data);
    const record = () =>
      this.runner.run(
        subjectDecider,
        subjectStream(tenant, subjectId),
        { type: 'CorrectSubjectEvent', data: { ...data, changed, ...days, partyIsKnown } },
        context,
        basis,
      );
    const receipt =
      typeof identityNumber === 'string'
        ? await withClaim(this.vault, { subjectId, identityNumber, context }, record)
        : await record();
    if (identityNumber === null) await releaseStale(this.vault, tenant, subjectId);
    return receipt;
  }

  private async annul(data: About & Annulling, context: CommandContext): Promise<Receipt> {
    const { municipality: tenant } = context;
    const { standing, basis } = await this.restingOn(tenant, data);
    const days = await this.days(context, data, (target) =>
      annulment(subjectEvents, target, data.reasonCode, data.reason),
    );
    const receipt = await this.runner.run(
      subjectDecider,
      subjectStream(tenant, data.subjectId),
      { type: 'AnnulSubjectEvent', data: { ...data, restingElsewhere: standing, ...days } },
      context,
      basis,
    );
    await releaseStale(this.vault, tenant, data.subjectId);
    for (const event of receipt.events) await tellSurvivor(this.runner, event, context);
    return receipt;
  }

  /** Whether whoever a correction brings in is registered. */
  private async partiesNamed(
    tenant: string,
    { subjectId, eventId, changed }: About & Correcting,
  ): Promise<Answered<boolean>> {
    const { history } = await this.runner.look(subjectDecider, subjectStream(tenant, subjectId));
    const type = history.find(({ id }) => id === eventId)?.type ?? '';
    return partiesAreKnown(this.runner, tenant, referencesIn(subjectEvents, type, changed, 'party'));
  }

  /** What stands on a registration beyond the person's own stream; nothing stands on any other event. */
  private async restingOn(tenant: string, { subjectId, eventId }: About) {
    const { history } = await this.runner.look(subjectDecider, subjectStream(tenant, subjectId));
    const isRegistration = history.some(({ id, type }) => id === eventId && type === 'SubjectRegistered');
    return isRegistration ? this.elsewhere.of(tenant, subjectId) : { standing: [], basis: [] };
  }

  /** What would be wrong with the days in the record, were the entry corrected or annulled so. */
  private days(
    { municipality: tenant, today }: CommandContext,
    { subjectId, eventId }: About,
    by: (target: Recorded) => CorrectionFact,
  ): Promise<Days> {
    return daysIn(this.vault, { tenant, subjectId, today }, (history) => {
      const target = history.find(({ id }) => id === eventId);
      return effective(target ? revisedBy(history, [by(target)]) : history);
    });
  }
}

const tellsDays = (changed: Readonly<Record<string, unknown>>) =>
  ['identityNumber', 'birthDate', 'diedOn', 'toldOn'].some((name) => typeof changed[name] === 'string');

/** Null and values of another kind tell nothing here; the decision judges them. */
const textual = (value: unknown) => (typeof value === 'string' ? value : undefined);
