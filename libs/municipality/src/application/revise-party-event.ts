import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type Receipt,
  type Recorded,
  reviseStepped,
  type Revision,
} from '#event-sourcing';
import { partyDecider, partyEvents } from '../domain/party/decide.js';
import { askNamed } from '../named.js';
import { partyStream } from '../questions.js';
import { survivorAsked } from './record-party-step.js';

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
  constructor(private readonly runner: CommandRunner) {}

  async execute({ partyId, revision, context }: RevisePartyEventCommand) {
    const { municipality: tenant } = context;
    const ask = async (type: string, changed: Recorded['data']) => {
      const [{ named, basis }, survivor] = await Promise.all([
        askNamed(this.runner, tenant, { events: partyEvents, type, named: changed }),
        survivorAsked(this.runner, tenant, changed['survivorId']),
      ]);
      return { named, asked: survivor.asked, basis: [...basis, ...survivor.basis] };
    };
    const stream = partyStream(tenant, partyId);
    const revising = { decider: partyDecider, stream, revision, ask };
    return { receipt: await reviseStepped(this.runner, revising, context), partyId };
  }
}
