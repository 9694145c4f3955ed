import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { subjectIdOfPlan } from '#coordination';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  namedIds,
  type NamedIn,
  type Receipt,
  type Usually,
} from '#event-sourcing';
import { presentSubject } from '#subject';
import { planDecider } from '../domain/decide.js';
import { type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { courseRefusals } from '../domain/step.js';
import { planStream } from '../questions.js';
import { askAround } from './circumstances.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
export type ToldPlanStep<Type extends StepType> = { readonly planId: string } & Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
/** With the ids of what the step began or is about. */
export type RecordedPlanStep<Type extends StepType = StepType> = {
  readonly planId: string;
  readonly receipt: Receipt;
} & { readonly [K in NamedIn<FieldsOf<Type>>]: string };

/** Records a step of a plan's content. */
export class RecordPlanStepCommand<Type extends StepType = StepType> extends Command<RecordedPlanStep<Type>> {
  constructor(
    readonly step: Type,
    readonly told: ToldPlanStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordPlanStepCommand)
export class RecordPlanStepHandler implements ICommandHandler<RecordPlanStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute<Type extends StepType>({
    step,
    told,
    context,
  }: RecordPlanStepCommand<Type>): Promise<RecordedPlanStep<Type>> {
    const { municipality: tenant, today } = context;
    const { planId, ...rest } = told;
    const subjectId = subjectIdOfPlan(planId);
    if (subjectId === undefined) throw courseRefusals.refusal('no-such-plan');
    const { event } = stepOf(step);
    const { said } = completed(event, rest, context);
    const subject = await presentSubject(this.runner, tenant, subjectId);
    const around = await askAround(this.runner, tenant, { planId, type: step, named: said, today });
    const about = { planId, subjectId };
    const intent = {
      type: 'RecordStep',
      data: { ...around.named, step, about, said, asked: around.asked },
    } as const;
    const basis = [...subject.basis, ...around.basis];
    const receipt = await this.runner.run(planDecider, planStream(tenant, planId), intent, context, basis);
    return { ...namedIds(event.fields, said), planId, receipt } as unknown as RecordedPlanStep<Type>;
  }
}
