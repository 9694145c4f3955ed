import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import type { Said } from '../domain/intents.js';
import { decideOnCase } from './deciding.js';

export interface NotifiedDecision {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** The written answer went out. Recorded once; further recipients are put into that entry by a correction. */
export class NotifyDecisionCommand extends Command<NotifiedDecision> {
  constructor(
    readonly data: Said<'DecisionNotified'> & { readonly caseId: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(NotifyDecisionCommand)
export class NotifyDecisionHandler implements ICommandHandler<NotifyDecisionCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: NotifyDecisionCommand): Promise<NotifiedDecision> {
    const receipt = await decideOnCase(this.runner, data.caseId, context, (subject) => ({
      intent: { type: 'NotifyDecision', data: { ...data, subject } },
    }));
    return { caseId: data.caseId, receipt };
  }
}
