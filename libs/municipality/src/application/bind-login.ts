import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { type BindLogin, partyDecider } from '../domain/party.js';
import { partyStream } from '../questions.js';
import type { PartyRegisteredResult } from './register-party.js';

/** Records that an administrator lets a login act as a registered party; nothing where it does already. */
export class BindLoginCommand extends Command<PartyRegisteredResult> {
  constructor(
    readonly data: BindLogin['data'],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(BindLoginCommand)
export class BindLoginHandler implements ICommandHandler<BindLoginCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: BindLoginCommand): Promise<PartyRegisteredResult> {
    const { partyId } = data;
    const stream = partyStream(context.municipality, partyId);
    const receipt = await this.runner.run(partyDecider, stream, { type: 'BindLogin', data }, context);
    return { receipt, partyId };
  }
}
