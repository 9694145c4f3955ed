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
import { followUpDecider } from '../domain/decide.js';
import { followUpEvents, type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { followUpStream, keptUnder } from '../questions.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
/** What is told of a step, and of whom. */
export type ToldFollowUpStep<Type extends StepType> = { readonly subjectId: string } & Usually<
  SaidOf<Type>,
  MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']
>;
/** With the ids of what the step began or is about. */
export type RecordedFollowUpStep<Type extends StepType = StepType> = {
  readonly subjectId: string;
  readonly receipt: Receipt;
} & { readonly [K in NamedIn<FieldsOf<Type>>]: string };

/** Records a step of the follow-up of a person. */
export class RecordFollowUpStepCommand<Type extends StepType = StepType> extends Command<
  RecordedFollowUpStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldFollowUpStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordFollowUpStepCommand)
export class RecordFollowUpStepHandler implements ICommandHandler<RecordFollowUpStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute<Type extends StepType>({
    step,
    told,
    context,
  }: RecordFollowUpStepCommand<Type>): Promise<RecordedFollowUpStep<Type>> {
    const { municipality: tenant } = context;
    const { subjectId: named, ...rest } = told as Told;
    const { event } = stepOf(step);
    const { said, day } = completed(event, rest, context);
    const subject = await presentSubject(this.runner, tenant, named);
    // What an earlier registration of the person began goes on there.
    const kept = await keptUnder(this.runner, tenant, subject.registrations, said);
    const subjectId = kept ?? subject.coordinatedAs;
    const { deathToldOn, birthYear } = subject;
    const around = await aroundPerson(this.runner, tenant, {
      events: followUpEvents,
      type: step,
      named: said,
      day,
      subjectId: named,
      deathToldOn,
    });
    const intent = {
      type: 'RecordStep',
      data: { ...around.named, step, about: { subjectId }, said, asked: { ...around.asked, birthYear } },
    } as const;
    const basis = [...subject.basis, ...around.basis];
    const stream = followUpStream(tenant, subjectId);
    const receipt = await this.runner.run(followUpDecider, stream, intent, context, basis);
    const ids = namedIds(event.fields, said);
    return { ...ids, subjectId, receipt } as unknown as RecordedFollowUpStep<Type>;
  }
}

type Told = Recorded['data'] & { readonly subjectId: string };
