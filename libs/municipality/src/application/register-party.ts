import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, openCodesIn, type Receipt } from '#event-sourcing';
import { partyEvents } from '../domain/events.js';
import { type PartyData, partyDecider } from '../domain/party.js';
import { partyOf, partyStream, unknownCodeIn } from '../questions.js';

export interface PartyRegisteredResult {
  readonly receipt: Receipt;
  readonly partyId: string;
}

/**
 * Registers a member of staff or another party; does nothing for a party that is there. Without `partyId` one is made, and a repeat
 * of a command that made one is for that party, whichever `partyId` comes with it.
 */
export class RegisterPartyCommand extends Command<PartyRegisteredResult> {
  constructor(
    readonly data: Omit<PartyData, 'partyId'> & {
      readonly partyId?: string | undefined;
      /** By its own login, with the name from its token. */
      readonly isOwn?: true;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterPartyCommand)
export class RegisterPartyHandler implements ICommandHandler<RegisterPartyCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: RegisterPartyCommand): Promise<PartyRegisteredResult> {
    const partyId = await this.idFor(data.partyId, context);
    const tenant = context.municipality;
    const codes = openCodesIn(partyEvents, 'PartyRegistered', data);
    const { answer: unknownCode, basis } = await unknownCodeIn(this.runner, tenant, codes, context.today);
    const receipt = await this.runner.run(
      partyDecider,
      partyStream(tenant, partyId),
      { type: 'RegisterParty', data: { ...data, partyId, unknownCode } },
      context,
      basis,
    );
    return { receipt, partyId };
  }

  private async idFor(told: string | undefined, context: CommandContext): Promise<string> {
    const made = madeId(context.commandId, 'party');
    if (told === undefined || context.unrepeatable) return told ?? made;
    const { exists } = await partyOf(this.runner, context.municipality, made);
    return exists ? made : told;
  }
}
