import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import { type PartyData, partyDecider } from '../domain/party.js';
import { partyStream } from '../questions.js';

export interface PartyRegisteredResult {
  readonly receipt: Receipt;
  readonly partyId: string;
}

/** Registers a member of staff or another party; does nothing for a party that is there. Without `partyId` one is made. */
export class RegisterPartyCommand extends Command<PartyRegisteredResult> {
  constructor(
    readonly data: Omit<PartyData, 'partyId'> & { readonly partyId?: string | undefined },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterPartyCommand)
export class RegisterPartyHandler implements ICommandHandler<RegisterPartyCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: RegisterPartyCommand): Promise<PartyRegisteredResult> {
    const partyId = data.partyId ?? madeId(context.commandId, 'party');
    const receipt = await this.runner.run(
      partyDecider,
      partyStream(context.municipality, partyId),
      { type: 'RegisterParty', data: { ...data, partyId } },
      context,
    );
    return { receipt, partyId };
  }
}
