import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import type { Assessment, Said } from '../domain/intents.js';
import { askProfile } from './circumstances.js';
import { decideOnCase } from './deciding.js';

export interface MadeDecision {
  readonly caseId: string;
  readonly receipt: Receipt;
}

/** An answer to every requested item, with the criteria assessed; recorded in one go (U15). */
export class MakeDecisionCommand extends Command<MadeDecision> {
  constructor(
    readonly data: Said<'DecisionMade'> & {
      readonly caseId: string;
      readonly criteria: readonly Assessment[];
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MakeDecisionCommand)
export class MakeDecisionHandler implements ICommandHandler<MakeDecisionCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: MakeDecisionCommand): Promise<MadeDecision> {
    const receipt = await decideOnCase(this.runner, data.caseId, context, async (subject) => {
      const { told: profile, basis } = await askProfile(this.runner, context.municipality, data.decidedOn);
      return { intent: { type: 'MakeDecision', data: { ...data, subject, profile } }, basis };
    });
    return { caseId: data.caseId, receipt };
  }
}
