import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, madeId, type Receipt } from '#event-sourcing';
import type { PartySaidOf } from '../domain/party/decide.js';
import { partyOf } from '../questions.js';
import { recordPartyStep } from './record-party-step.js';

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
    readonly data: PartySaidOf<'PartyRegistered'> & {
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
    const { partyId: told, isOwn, ...said } = data;
    const partyId = await this.idFor(told, context);
    return recordPartyStep(this.runner, {
      step: 'PartyRegistered',
      data: { ...said, partyId },
      context,
      asked: isOwn === true ? { isOwn } : {},
    });
  }

  private async idFor(told: string | undefined, context: CommandContext): Promise<string> {
    const made = madeId(context.commandId, 'party');
    if (told === undefined || context.unrepeatable) return told ?? made;
    const { exists } = await partyOf(this.runner, context.municipality, made);
    return exists ? made : told;
  }
}
