import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import type { Said } from '../domain/intents.js';
import { caseStream } from '../questions.js';

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
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(context.municipality, data.caseId),
      { type: 'WithdrawApplication', data: data },
      context,
    );
    return { caseId: data.caseId, receipt };
  }
}
