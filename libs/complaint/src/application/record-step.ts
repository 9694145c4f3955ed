import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { complainedIn } from '#casework';
import {
  type CommandContext,
  CommandRunner,
  completed,
  madeId,
  type MadeIn,
  namedIds,
  type NamedIn,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { presentSubject } from '#subject';
import { courseRefusals } from '../domain/course.js';
import { complaintDecider } from '../domain/decide.js';
import { type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { groundsRefusals } from '../domain/steps/grounds.js';
import { complaintOf, complaintStream } from '../questions.js';
import { askAround } from './circumstances.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
/** The complaint that it is of; or what begins one: the person, or a case, which knows the person. */
type Whose =
  | { readonly complaintId: string }
  | { readonly complaintId?: undefined; readonly subjectId?: string; readonly caseId?: string | undefined };
export type ToldComplaintStep<Type extends StepType> = Whose &
  Usually<SaidOf<Type>, MadeIn<FieldsOf<Type>> | StepOf<Type>['event']['occurs']>;
/** With the ids of what the step began or is about. */
export type RecordedComplaintStep<Type extends StepType = StepType> = {
  readonly complaintId: string;
  readonly receipt: Receipt;
} & { readonly [K in NamedIn<FieldsOf<Type>>]: string };

/** Records a step of a complaint, or what begins one. */
export class RecordComplaintStepCommand<Type extends StepType = StepType> extends Command<
  RecordedComplaintStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldComplaintStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordComplaintStepCommand)
export class RecordComplaintStepHandler implements ICommandHandler<RecordComplaintStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute<Type extends StepType>({
    step,
    told,
    context,
  }: RecordComplaintStepCommand<Type>): Promise<RecordedComplaintStep<Type>> {
    const { municipality: tenant, actor } = context;
    const { complaintId: joined, subjectId: named, ...rest } = told as Told;
    const { event } = stepOf(step);
    const { said } = completed(event, rest, context);
    const complaintId = joined ?? madeId(context.commandId, 'complaint');
    const { answer: state, subjectId: known } = await complaintOf(this.runner, tenant, complaintId);
    courseRefusals.refuseIf(joined !== undefined && known === undefined, 'no-such-complaint');
    const subjectId = known ?? (await this.#whose(tenant, named, rest['caseId']));
    const subject = await presentSubject(this.runner, tenant, subjectId);
    const around = await askAround(this.runner, tenant, {
      type: step,
      named: said,
      subjectId,
      actorId: actor.partyId,
      state,
    });
    const intent = {
      type: 'RecordStep',
      data: { ...around.named, step, about: { complaintId, subjectId }, said, asked: around.asked },
    } as const;
    const basis = [...subject.basis, ...around.basis];
    const stream = complaintStream(tenant, complaintId);
    const receipt = await this.runner.run(complaintDecider, stream, intent, context, basis);
    return {
      ...namedIds(event.fields, said),
      complaintId,
      receipt,
    } as unknown as RecordedComplaintStep<Type>;
  }

  /** Whoever is told, else whose case it is. */
  async #whose(tenant: string, named: string | undefined, caseId: unknown): Promise<string> {
    if (named !== undefined) return named;
    if (typeof caseId !== 'string') throw groundsRefusals.refusal('about-nobody');
    const { answer } = await complainedIn(this.runner, tenant, caseId);
    if (answer.subjectId === undefined) throw groundsRefusals.refusal('no-such-case');
    return answer.subjectId;
  }
}

type Told = Recorded['data'] & { readonly complaintId?: string; readonly subjectId?: string };
