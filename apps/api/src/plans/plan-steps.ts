import { Injectable } from '@nestjs/common';
import { coordinatorsMeant, subjectIdOfPlan } from '#coordination';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { type PlanStepType, RecordPlanStepCommand, type ToldPlanStep } from '#plan/application/index';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { isAmong } from '../coordination/concerned.js';
import { notFound } from '../problems/problem.js';

/** Records steps of a plan on behalf of whoever coordinates its person that day, or stands in. */
@Injectable()
export class PlanSteps {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  async record<Type extends PlanStepType>(exchange: Exchange, step: Type, told: ToldPlanStep<Type>) {
    const context = await this.contextOf(exchange, told.planId);
    return this.commands.answer(
      exchange,
      await this.commands.send(new RecordPlanStepCommand(step, told, context)),
    );
  }

  /** The circumstances of a command about a plan; not found where whoever asks does not coordinate its person. */
  async contextOf({ request }: Exchange, planId: string): Promise<CommandContext> {
    const context = await this.commands.contextOf(request);
    const { municipality, today } = context;
    const subjectId = subjectIdOfPlan(planId);
    if (subjectId === undefined) throw notFound();
    const those = await coordinatorsMeant(this.runner, municipality, subjectId, { on: today });
    if (!(await isAmong(this.runner, context, those))) throw notFound();
    return context;
  }
}
