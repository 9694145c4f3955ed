import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import type { Said } from '../domain/intents.js';
import { decideOnCase } from './deciding.js';

export interface CompletedApplication {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** What the application lacked came later; the day it was received stays. */
export class CompleteApplicationCommand extends Command<CompletedApplication> {
  constructor(
    readonly data: Said<'ApplicationCompleted'> & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CompleteApplicationCommand)
export class CompleteApplicationHandler implements ICommandHandler<CompleteApplicationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: CompleteApplicationCommand): Promise<CompletedApplication> {
    const receipt = await decideOnCase(this.runner, data.caseId, context, (subject) => ({
      intent: { type: 'CompleteApplication', data: { ...data, subject } },
    }));
    return { caseId: data.caseId, receipt };
  }
}
