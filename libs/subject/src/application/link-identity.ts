import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, effective, type Receipt } from '#event-sourcing';
import { Keys, IdentityClaims } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import type { DataOf } from '../domain/subject.js';
import { presentSubject, subjectStream } from '../questions.js';
import { daysIn } from './days.js';
import { withClaim } from './claiming.js';
import { birthOf } from './number.js';

/** The year follows from the day of birth. */
export type LinkIdentityData = Omit<DataOf<'SubjectIdentityLinked'>, 'birthYear'>;

export class LinkIdentityCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: LinkIdentityData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** A number that came later: of a newborn, of someone who moved here, or found out. */
@CommandHandler(LinkIdentityCommand)
export class LinkIdentityHandler implements ICommandHandler<LinkIdentityCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: Keys,
    private readonly claims: IdentityClaims,
  ) {}

  async execute({ data, context }: LinkIdentityCommand) {
    const { subjectId, identityNumber } = data;
    const { municipality: tenant, today } = context;
    const birth = birthOf(data, today);
    await presentSubject(this.runner, tenant, subjectId);
    const vault = { runner: this.runner, keys: this.keys, claims: this.claims };
    const told = { subjectId, identityNumber, ...birth };
    const days = await daysIn(vault, { tenant, subjectId, today }, (history) => [
      ...effective(history),
      { type: 'SubjectIdentityLinked', data: told },
    ]);
    const receipt = await withClaim(vault, { subjectId, identityNumber, context }, ({ isHeld }) =>
      this.runner.run(
        subjectDecider,
        subjectStream(tenant, subjectId),
        { type: 'LinkIdentity', data: { ...told, isHeld, birthDiffers: days.birthDiffers } },
        context,
      ),
    );
    return { receipt };
  }
}
