import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { aroundPerson } from '#coordination';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  namedIds,
  type NamedIn,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { presentSubject } from '#subject';
import { crisisPlanDecider } from '../domain/decide.js';
import { crisisPlanEvents, type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { crisisPlanStream, crisisPlanUnder } from '../questions.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
/** What is told of a step, and of whom. */
export type ToldCrisisPlanStep<Type extends StepType> = { readonly subjectId: string } & Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
/** With the ids of what the step began or is about. */
export type RecordedCrisisPlanStep<Type extends StepType = StepType> = {
  readonly subjectId: string;
  readonly receipt: Receipt;
} & { readonly [K in NamedIn<FieldsOf<Type>>]: string };

/** Records a step of a person’s crisis plan. */
export class RecordCrisisPlanStepCommand<Type extends StepType = StepType> extends Command<
  RecordedCrisisPlanStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldCrisisPlanStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordCrisisPlanStepCommand)
export class RecordCrisisPlanStepHandler implements ICommandHandler<RecordCrisisPlanStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute<Type extends StepType>({
    step,
    told,
    context,
  }: RecordCrisisPlanStepCommand<Type>): Promise<RecordedCrisisPlanStep<Type>> {
    const { municipality: tenant } = context;
    const { subjectId: named, ...rest } = told as Told;
    const { event } = stepOf(step);
    const { said, day } = completed(event, rest, context);
    const subject = await presentSubject(this.runner, tenant, named);
    // What stands under an earlier registration of the person goes on there.
    const kept = await crisisPlanUnder(this.runner, tenant, subject.registrations, said);
    const subjectId = kept ?? subject.coordinatedAs;
    const { deathToldOn } = subject;
    const around = await aroundPerson(this.runner, tenant, {
      events: crisisPlanEvents,
      type: step,
      named: said,
      day,
      subjectId: named,
      deathToldOn,
    });
    const intent = {
      type: 'RecordStep',
      data: { ...around.named, step, about: { subjectId }, said, asked: around.asked },
    } as const;
    const basis = [...subject.basis, ...around.basis];
    const stream = crisisPlanStream(tenant, subjectId);
    const receipt = await this.runner.run(crisisPlanDecider, stream, intent, context, basis);
    const ids = namedIds(event.fields, said);
    return { ...ids, subjectId, receipt } as unknown as RecordedCrisisPlanStep<Type>;
  }
}

type Told = Recorded['data'] & { readonly subjectId: string };
