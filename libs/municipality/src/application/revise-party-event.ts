import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  type Recording,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { Parties } from '#personal-data';
import { partyDecider, partyEvents } from '../domain/party/decide.js';
import { askNamed } from '../named.js';
import { partyStream } from '../questions.js';

/** Puts right what was recorded of a party, or says that it was recorded in error. */
export class RevisePartyEventCommand extends Command<{
  readonly receipt: Receipt;
  readonly partyId: string;
}> {
  constructor(
    readonly partyId: string,
    readonly revision: Revision,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevisePartyEventCommand)
export class RevisePartyEventHandler implements ICommandHandler<RevisePartyEventCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly parties: Parties,
  ) {}

  async execute({ partyId, revision, context }: RevisePartyEventCommand) {
    const { municipality: tenant } = context;
    const revise = () => reviseParty(this.runner, partyId, revision, context);
    if (!('reasonCode' in revision)) return { receipt: await revise(), partyId };
    return this.parties.whileNoneMerge(tenant, async () => {
      const receipt = await revise();
      // Last, as they were moved: a repeat gives back what was not given back. What is no merger has moved nothing.
      await this.parties.giveBack({ tenant, mergerId: revision.eventId });
      return { receipt, partyId };
    });
  }
}

/** The same without the vault: for what is no merger. */
export function reviseParty(
  runner: Recording,
  partyId: string,
  revision: Revision,
  context: CommandContext,
): Promise<Receipt> {
  const { municipality: tenant } = context;
  const ask = async (type: string, changed: Recorded['data']) => ({
    ...(await askNamed(runner, tenant, { events: partyEvents, type, named: changed })),
    asked: {},
  });
  const revising = { decider: partyDecider, stream: partyStream(tenant, partyId), revision, ask };
  return reviseStepped(runner, revising, context);
}
