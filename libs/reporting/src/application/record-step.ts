import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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
import { askNamed } from '#municipality';
import {
  reportDecider,
  reportEvents,
  type SaidOf,
  stepOf,
  type StepOf,
  type StepType,
} from '../domain/report/decide.js';
import { reportStream } from '../questions.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
export type ToldReportStep<Type extends StepType> = Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
export type RecordedReportStep<Type extends StepType> = { readonly receipt: Receipt } & {
  readonly [K in NamedIn<FieldsOf<Type>>]: string;
};

/** Records a step of the reports to the forum. */
export class RecordReportStepCommand<Type extends StepType = StepType> extends Command<
  RecordedReportStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldReportStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordReportStepCommand)
export class RecordReportStepHandler implements ICommandHandler<RecordReportStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute<Type extends StepType>({ step, told, context }: RecordReportStepCommand<Type>) {
    return recordReportStep(this.runner, step, told, context);
  }
}

export async function recordReportStep<Type extends StepType>(
  runner: CommandRunner,
  step: Type,
  told: ToldReportStep<Type>,
  context: CommandContext,
): Promise<RecordedReportStep<Type>> {
  const { municipality } = context;
  const { event } = stepOf(step);
  const { said } = completed(event, told as Recorded['data'], context);
  const { named, basis } = await askNamed(runner, municipality, {
    events: reportEvents,
    type: step,
    named: said,
  });
  const receipt = await runner.run(
    reportDecider,
    reportStream(municipality),
    { type: 'RecordStep', data: { ...named, step, about: { municipality }, said, asked: undefined } },
    context,
    basis,
  );
  return { ...namedIds(event.fields, said), receipt } as unknown as RecordedReportStep<Type>;
}
