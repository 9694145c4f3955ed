import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { decideFor, type Said } from './deciding.js';

/** `withdrawnOn` is today unless told. */
export type WithdrawConsentData = Said<'ConsentWithdrawn', never, 'withdrawnOn'>;

export class WithdrawConsentCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: WithdrawConsentData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Records that a consent was taken back; nothing new is appointed, planned or shared on it from that day. */
@CommandHandler(WithdrawConsentCommand)
export class WithdrawConsentHandler implements ICommandHandler<WithdrawConsentCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: WithdrawConsentCommand) {
    const { withdrawnOn = context.today, ...withdrawal } = data;
    const receipt = await decideFor(this.runner, data.subjectId, context, () => ({
      intent: { type: 'WithdrawConsent', data: { ...withdrawal, withdrawnOn } },
    }));
    return { receipt };
  }
}
