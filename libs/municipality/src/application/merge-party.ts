import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { Parties } from '#personal-data';
import { partyDecider } from '../domain/party/decide.js';
import { partyStream } from '../questions.js';
import { recordPartyStep, type RecordedPartyStep, type ToldPartyStep } from './record-party-step.js';

/** Two registrations were of one party: this one goes on as the other. */
export class MergePartyCommand extends Command<RecordedPartyStep<'PartyMergedInto'>> {
  constructor(
    readonly data: ToldPartyStep<'PartyMergedInto'> & { readonly partyId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

/**
 * One merger at a time in a municipality, each deciding on what the others have recorded: so no two are each into the other, nor any number of
 * them in a circle. Logins move last; a repeat moves what was not moved.
 */
@CommandHandler(MergePartyCommand)
export class MergePartyHandler implements ICommandHandler<MergePartyCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly parties: Parties,
  ) {}

  execute({ data, context }: MergePartyCommand): Promise<RecordedPartyStep<'PartyMergedInto'>> {
    const { municipality: tenant } = context;
    const { partyId: fromId, survivorId: toId } = data;
    return this.parties.whileNoneMerge(tenant, async () => {
      const asked = {};
      const done = await recordPartyStep(this.runner, { step: 'PartyMergedInto', data, context, asked });
      const { effective } = await this.runner.look(partyDecider, partyStream(tenant, fromId));
      // A repeat after it was taken back moves nothing.
      const merger = effective.find(({ id }) => done.receipt.events.some((event) => event.id === id));
      if (merger) await this.parties.moveAll({ tenant, fromId, toId, mergerId: merger.id });
      return done;
    });
  }
}
