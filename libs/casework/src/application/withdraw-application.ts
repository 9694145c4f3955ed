import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import type { Said } from '../domain/intents.js';
import { decideOnCase } from './deciding.js';

export interface WithdrawnApplication {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** The application is withdrawn before it was decided. */
export class WithdrawApplicationCommand extends Command<WithdrawnApplication> {
  constructor(
    readonly data: Said<'ApplicationWithdrawn'> & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawApplicationCommand)
export class WithdrawApplicationHandler implements ICommandHandler<WithdrawApplicationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: WithdrawApplicationCommand): Promise<WithdrawnApplication> {
    const receipt = await decideOnCase(this.runner, data.caseId, context, (subject) => ({
      intent: { type: 'WithdrawApplication', data: { ...data, subject } },
    }));
    return { caseId: data.caseId, receipt };
  }
}
