import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  madeId,
  type MadeIn,
  notAsked,
  type Receipt,
  type Usually,
} from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import { type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { caseStream } from '../questions.js';
import { askCodes, askParties, askProfile, askSubject, ownerOfCase } from './circumstances.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
type Made<Type extends StepType> = MadeIn<FieldsOf<Type>>;
/** The person, for a case of its own; or the case, which knows the person. */
type Whose =
  | { readonly subjectId: string; readonly caseId?: undefined }
  | { readonly caseId: string; readonly subjectId?: undefined };

/** What is told of a step, and of which case. */
export type ToldStep<Type extends StepType> = Whose &
  Usually<SaidOf<Type>, Made<Type> | StepOf<Type>['event']['occurs']>;

export type RecordedCaseStep<Type extends StepType> = {
  readonly caseId: string;
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
  constructor(private readonly runner: CommandRunner) {}

  execute<Type extends StepType>(command: RecordCaseStepCommand<Type>): Promise<RecordedCaseStep<Type>> {
    return recordStep(this.runner, command);
  }
}

/** Asks elsewhere what the step's declaration asks for, and records what was asked as the decision's basis. */
export async function recordStep<Type extends StepType>(
  runner: CommandRunner,
  { step, told, context }: Pick<RecordCaseStepCommand<Type>, 'step' | 'told' | 'context'>,
): Promise<RecordedCaseStep<Type>> {
  const { caseId: joined, subjectId: named, ...rest } = told;
  const tenant = context.municipality;
  const { event, isByProfile } = stepOf(step);
  const { ids, day, said } = completed(event, rest, context);
  const caseId = joined ?? madeId(context.commandId, 'case');
  const subjectId = named ?? (await ownerOfCase(runner, tenant, caseId));
  const [subject, parties, codes, profile] = await Promise.all([
    askSubject(runner, tenant, subjectId),
    askParties(runner, tenant, step, said),
    askCodes(runner, tenant, step, said),
    isByProfile ? askProfile(runner, tenant, day) : notAsked,
  ]);
  const asked = {
    subject: subject.answer,
    partyIsKnown: parties.answer,
    unknownCode: codes.answer,
    profile: profile.answer,
  };
  const owner = joined === undefined ? subject.survivorId : subjectId;
  const about = { caseId, subjectId: owner ?? '', joins: joined !== undefined };
  const receipt = await runner.run(
    caseDecider,
    caseStream(tenant, caseId),
    { type: 'RecordStep', data: { ...about, ...asked, step, said } },
    context,
    [...subject.basis, ...parties.basis, ...codes.basis, ...profile.basis],
  );
  return { caseId, ...ids, receipt } as unknown as RecordedCaseStep<Type>;
}
