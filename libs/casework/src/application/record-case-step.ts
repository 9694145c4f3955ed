import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  type EventDeclaration,
  madeId,
  type Receipt,
} from '#event-sourcing';
import { caseDecider } from '../domain/decide.js';
import { type SaidOf, stepOf, type StepOf, type StepType } from '../domain/events.js';
import { caseStream } from '../questions.js';
import { askParties, askProfile, askSubject, notAsked, ownerOfCase } from './circumstances.js';

type FieldsOf<Type extends StepType> = StepOf<Type>['event']['fields'];
/** Ids that the step gives. */
type Made<Type extends StepType> = {
  [K in keyof FieldsOf<Type>]: FieldsOf<Type>[K] extends { readonly makes: string } ? K : never;
}[keyof FieldsOf<Type>];
/** What is made unless told: new ids, and today for the day on which it happened. */
type Usual<Type extends StepType> = Made<Type> | StepOf<Type>['event']['occurs'];
type SaidOrUsual<Type extends StepType> = {
  readonly [K in keyof SaidOf<Type> as Exclude<K, Usual<Type>>]: SaidOf<Type>[K];
} & { readonly [K in keyof SaidOf<Type> as Extract<K, Usual<Type>>]?: SaidOf<Type>[K] | undefined };
/** The person, for a case of its own; or the case, which knows the person. */
type Whose =
  | { readonly subjectId: string; readonly caseId?: undefined }
  | { readonly caseId: string; readonly subjectId?: undefined };

/** What is told of a step, and of which case. */
export type ToldStep<Type extends StepType> = Whose & SaidOrUsual<Type>;

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

/** Asks elsewhere what the step's declaration asks for, and records what was asked as the decision's basis. */
@CommandHandler(RecordCaseStepCommand)
export class RecordCaseStepHandler implements ICommandHandler<RecordCaseStepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute<Type extends StepType>({
    step,
    told,
    context,
  }: RecordCaseStepCommand<Type>): Promise<RecordedCaseStep<Type>> {
    const { caseId: joined, subjectId: named, ...rest } = told;
    const tenant = context.municipality;
    const { event, isByProfile } = stepOf(step);
    const { ids, day, said } = whole(event, rest, context);
    const caseId = joined ?? madeId(context.commandId, 'case');
    const subjectId = named ?? (await ownerOfCase(this.runner, tenant, caseId));
    const [subject, parties, profile] = await Promise.all([
      askSubject(this.runner, tenant, subjectId),
      askParties(this.runner, tenant, step, said),
      isByProfile ? askProfile(this.runner, tenant, day) : notAsked,
    ]);
    const asked = { subject: subject.told, partyIsKnown: parties.told, profile: profile.told };
    const about = { caseId, subjectId: subjectId ?? '', joins: joined !== undefined };
    const receipt = await this.runner.run(
      caseDecider,
      caseStream(tenant, caseId),
      { type: 'RecordStep', data: { ...about, ...asked, step, said } },
      context,
      [...subject.basis, ...parties.basis, ...profile.basis],
    );
    return { caseId, ...ids, receipt } as unknown as RecordedCaseStep<Type>;
  }
}

/** What was told, with the ids that the step gives and its day. */
function whole(
  { fields, occurs }: EventDeclaration,
  told: Readonly<Record<string, unknown>>,
  { commandId, today }: CommandContext,
) {
  const ids = Object.fromEntries(
    Object.entries(fields).flatMap(([name, { makes }]) =>
      makes === undefined ? [] : [[name, told[name] ?? madeId(commandId, makes)]],
    ),
  );
  const on = occurs && told[occurs];
  const day = typeof on === 'string' ? on : today;
  return { ids, day, said: { ...told, ...ids, ...(occurs !== undefined && { [occurs]: day }) } };
}
