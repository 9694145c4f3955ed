import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { grantFor } from '#casework';
import { type CommandContext, CommandRunner, type Receipt } from '#event-sourcing';
import { decideFor, recordedId, type Said } from './deciding.js';

/** `startedOn` is today unless told. */
export type StartPlanData = Said<'PlanStarted', 'planId', 'startedOn'>;

export class StartPlanCommand extends Command<{ readonly receipt: Receipt; readonly planId: string }> {
  constructor(
    readonly data: StartPlanData,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Starts the person's one plan on the strength of a case's decision; its id is the person's with the next number. */
@CommandHandler(StartPlanCommand)
export class StartPlanHandler implements ICommandHandler<StartPlanCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, context }: StartPlanCommand) {
    const { startedOn = context.today, ...start } = data;
    const receipt = await decideFor(this.runner, data.subjectId, context, async () => {
      const { basis, ...grant } = await grantFor(this.runner, context.municipality, data.caseId);
      return { intent: { type: 'StartPlan', data: { ...start, startedOn, grant } }, basis };
    });
    return { receipt, planId: recordedId(receipt, 'planId') };
  }
}
