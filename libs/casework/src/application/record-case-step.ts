import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  effective,
  madeId,
  type MadeIn,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { CaseNumbers, MessageIds } from '#personal-data';
import { caseDecider } from '../domain/decide.js';
import { type CaseEvent, type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { stateOf } from '../domain/rules.js';
import { numberIn } from '../domain/steps/references.js';
import { type DecisionWarning, warningsOf } from '../domain/warnings.js';
import { caseStream } from '../questions.js';
import { numberFor, type Numbering } from './case-number.js';
import { askAround, askSubject, ownerOfCase } from './circumstances.js';
import { MeetingsOfCases } from './meetings-of-cases.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
type Made<Type extends StepType> = MadeIn<FieldsOf<Type>>;
/** The person, for a case of its own; or the case, which knows the person. */
type Whose =
  | { readonly subjectId: string; readonly caseId?: undefined }
  | { readonly caseId: string; readonly subjectId?: undefined };

/** What is told of a step, and of which case. Its number nobody tells: it is claimed. */
export type ToldStep<Type extends StepType> = Whose &
  Usually<SaidOf<Type>, Made<Type> | StepOf<Type>['event']['occurs'] | 'caseNumber'>;

export type RecordedCaseStep<Type extends StepType> = {
  readonly caseId: string;
  /** Where the step gave it. */
  readonly caseNumber?: string;
  /** Of a decision. */
  readonly warnings?: readonly DecisionWarning[];
  readonly receipt: Receipt;
} & { readonly [K in Made<Type>]: string };

/** Records a step of a case, or the one that opens it. */
export class RecordCaseStepCommand<Type extends StepType = StepType> extends Command<RecordedCaseStep<Type>> {
  constructor(
    readonly step: Type,
    readonly told: ToldStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordCaseStepCommand)
export class RecordCaseStepHandler implements ICommandHandler<RecordCaseStepCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CaseNumbers) readonly numbers: Numbering,
    readonly meetings: MeetingsOfCases,
    @Inject(MessageIds) readonly messages?: Pick<MessageIds, 'idOf'>,
  ) {}

  execute<Type extends StepType>(command: RecordCaseStepCommand<Type>): Promise<RecordedCaseStep<Type>> {
    return recordStep(this.runner, command, this);
  }
}

/** What some steps need: those that give the case its number, and those that name a meeting. */
interface Beside {
  readonly numbers?: Numbering;
  readonly meetings?: MeetingsOfCases;
  readonly messages?: Pick<MessageIds, 'idOf'> | undefined;
}

/** Asks elsewhere what the step's declaration asks for, and records what was asked as the decision's basis. */
export async function recordStep<Type extends StepType>(
  runner: CommandRunner,
  { step, told, context }: Pick<RecordCaseStepCommand<Type>, 'step' | 'told' | 'context'>,
  { numbers, meetings, messages }: Beside = {},
): Promise<RecordedCaseStep<Type>> {
  const { caseId: joined, subjectId: named, ...rest } = told;
  const tenant = context.municipality;
  const { event, isByProfile } = stepOf(step);
  const { ids, day, said } = completed(event, rest, context);
  // What a message opens has its id of the message: however often it is told, it is one case.
  const message = joined === undefined ? said['messageReference'] : undefined;
  const ofMessage = typeof message === 'string' ? messages?.idOf(tenant, message) : undefined;
  const caseId = joined ?? madeId(ofMessage ?? context.commandId, 'case');
  const opened =
    ofMessage === undefined ? [] : (await runner.look(caseDecider, caseStream(tenant, caseId))).history;
  const subjectId = named ?? (await ownerOfCase(runner, tenant, caseId));
  const [subject, around] = await Promise.all([
    askSubject(runner, tenant, subjectId),
    askAround({ runner, meetings }, tenant, { type: step, named: said, day, subjectId, caseId, isByProfile }),
  ]);
  const asked = { subject: subject.answer, deathToldOn: subject.deathToldOn, ...around.asked };
  const owner = joined === undefined ? subject.survivorId : subjectId;
  const about = {
    caseId,
    subjectId: owner ?? '',
    joins: joined !== undefined,
    actorId: context.actor.partyId,
    ...(ofMessage !== undefined && { isByMessage: true }),
  };
  const stream = caseStream(tenant, caseId);
  const wanted = { type: 'RecordStep', data: { ...about, ...asked, step, said } } as const;
  const number =
    numbers && opened.length === 0
      ? await numberFor({ runner, numbers }, stream, wanted, context)
      : undefined;
  const receipt = await runner.run(
    caseDecider,
    stream,
    number === undefined
      ? wanted
      : { ...wanted, data: { ...wanted.data, said: { ...said, caseNumber: number } } },
    context,
    [...subject.basis, ...around.basis],
  );
  const isDecision = step === 'DecisionMade' || step === 'DecisionAmended';
  const warnings = isDecision ? await warningsIn(runner, receipt, subject.birthYear, day) : undefined;
  // As it is recorded, be it by an earlier run of the command.
  const caseNumber = numberIn(receipt.events) ?? numberIn(opened);
  return {
    caseId,
    ...(caseNumber !== undefined && { caseNumber }),
    ...(warnings && { warnings }),
    ...ids,
    receipt,
  } as unknown as RecordedCaseStep<Type>;
}

/** What is to be said of a decision as things stood when it was recorded, also to a repeat of its command. */
async function warningsIn(
  runner: CommandRunner,
  { stream, events }: Receipt,
  birthYear: number | undefined,
  day: string,
): Promise<readonly DecisionWarning[]> {
  const { history } = await runner.look(caseDecider, stream);
  const until = events.at(-1)?.revision ?? -1n;
  const steps = effective(history.filter(({ revision }) => revision <= until));
  return warningsOf(stateOf(steps as readonly Recorded[] as readonly CaseEvent[]), birthYear, day);
}
