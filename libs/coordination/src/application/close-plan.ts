import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { offence, refuse } from '../domain/rule.js';
import { subjectIdOfPlan } from '../questions.js';
import { decideFor, type Said } from './deciding.js';

/** `closedOn` is today unless told. */
export type ClosePlanData = Said<'PlanClosed', 'subjectId', 'closedOn'>;

export class ClosePlanCommand extends Command<{ readonly receipt: Receipt }> {
  constructor(
    readonly data: ClosePlanData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Closes a plan; the person follows from its id. */
@CommandHandler(ClosePlanCommand)
export class ClosePlanHandler implements ICommandHandler<ClosePlanCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: ClosePlanCommand) {
    const { closedOn = context.today, ...closure } = data;
    const subjectId = subjectIdOfPlan(data.planId);
    if (subjectId === undefined) refuse(offence('coordination/no-such-plan', 'There is no such plan.'));
    const receipt = await decideFor(this.runner, subjectId ?? '', context, () => ({
      intent: { type: 'ClosePlan', data: { ...closure, subjectId: subjectId ?? '', closedOn } },
    }));
    return { receipt };
  }
}
