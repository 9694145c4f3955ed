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
import { deciderOf, kindOf, records, type SaidOf, type StepOf, type StepType } from '../domain/records.js';
import { recordStream } from '../questions.js';
import { ask } from './ask.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
export type ToldCompetenceStep<Type extends StepType> = Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
/** With the ids of what the step began or is about. */
export type RecordedCompetenceStep<Type extends StepType> = { readonly receipt: Receipt } & {
  readonly [K in NamedIn<FieldsOf<Type>>]: string;
};

/** Records a step of one of the unit's own records. */
export class RecordCompetenceStepCommand<Type extends StepType = StepType> extends Command<
  RecordedCompetenceStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldCompetenceStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordCompetenceStepCommand)
export class RecordCompetenceStepHandler implements ICommandHandler<RecordCompetenceStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute<Type extends StepType>({
    step: type,
    told,
    context,
  }: RecordCompetenceStepCommand<Type>): Promise<RecordedCompetenceStep<Type>> {
    const { municipality } = context;
    const kind = kindOf(type);
    const { steps, idIn } = records[kind];
    const step = steps.find((one) => one.type === type);
    if (step === undefined) throw new Error(`${type} is no step of ${kind}`);
    const { said } = completed(step.event, told as Recorded['data'], context);
    const id = String(idIn(said, type));
    const { named, asked, basis } = await ask(this.runner, municipality, { kind, type, named: said, id });
    const receipt = await this.runner.run(
      deciderOf(kind),
      recordStream(municipality, kind, id),
      { type: 'RecordStep', data: { ...named, step: type, about: { municipality }, said, asked } },
      context,
      basis,
    );
    return { ...namedIds(step.event.fields, said), receipt } as unknown as RecordedCompetenceStep<Type>;
  }
}
