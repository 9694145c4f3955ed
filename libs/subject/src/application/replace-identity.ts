import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, completed, type Receipt, type Usually } from '#event-sourcing';
import { IdentityClaims, Keys } from '#personal-data';
import { subjectDecider } from '../domain/decide.js';
import { subjectEvents } from '../domain/events.js';
import type { DataOf } from '../domain/subject.js';
import { presentSubject, subjectStream } from '../questions.js';
import { withClaim } from './claiming.js';
import { birthOf } from './number.js';

/** The day is today unless told; the year follows from the day of birth. */
export type ReplaceIdentityData = Omit<Usually<DataOf<'SubjectIdentityReplaced'>, 'replacedOn'>, 'birthYear'>;

export class ReplaceIdentityCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: ReplaceIdentityData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Another number of the same person: a fødselsnummer after a D-number, or one that the register changed. The one of before stays claimed. */
@CommandHandler(ReplaceIdentityCommand)
export class ReplaceIdentityHandler implements ICommandHandler<ReplaceIdentityCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: Keys,
    private readonly claims: IdentityClaims,
  ) {}

  async execute({ data, context }: ReplaceIdentityCommand) {
    const { subjectId, identityNumber } = data;
    const { municipality: tenant, today } = context;
    const birth = birthOf(data, today);
    await presentSubject(this.runner, tenant, subjectId);
    const { day: replacedOn } = completed(subjectEvents.declared.SubjectIdentityReplaced, data, context);
    const vault = { runner: this.runner, keys: this.keys, claims: this.claims };
    const receipt = await withClaim(vault, { subjectId, identityNumber, context }, (number) =>
      this.runner.run(
        subjectDecider,
        subjectStream(tenant, subjectId),
        { type: 'ReplaceIdentity', data: { ...data, ...birth, ...number, replacedOn } },
        context,
      ),
    );
    return { receipt };
  }
}
