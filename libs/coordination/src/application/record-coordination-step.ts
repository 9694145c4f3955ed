import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandContext,
  CommandRunner,
  completed,
  type MadeIn,
  namedIds,
  type NamedIn,
  notAsked,
  type Receipt,
  type Recorded,
  type Usually,
} from '#event-sourcing';
import { Keys } from '#personal-data';
import { birthDateOf } from '#subject';
import { coordinationDecider } from '../domain/decide.js';
import { type SaidOf, stepOf, type StepOf, type ToldType } from '../domain/events.js';
import { planRefusals } from '../domain/steps/plans.js';
import { caseIdsIn, coordinationStream, subjectIdOfPlan } from '../questions.js';
import { askAround, askLeader, type Person } from './circumstances.js';
import { decideFor } from './deciding.js';

type FieldsOf<Type extends ToldType> = StepOf<Type>['event']['fields'];
type Begun<Type extends ToldType> = MadeIn<FieldsOf<Type>>;
/** The person; or the plan that the step is about, which names the person. */
type Whose<Type extends ToldType> =
  | { readonly subjectId: string }
  | ('planId' extends Exclude<keyof FieldsOf<Type>, Begun<Type>>
      ? { readonly subjectId?: undefined }
      : never);

/** What is told of a step, and of whom. */
export type ToldStep<Type extends ToldType> = Whose<Type> &
  Usually<SaidOf<Type>, Begun<Type> | StepOf<Type>['event']['occurs']>;

/** With the ids of what the step began or is about, as they were recorded: the same for a repeat. */
export type RecordedCoordinationStep<Type extends ToldType> = { readonly receipt: Receipt } & {
  readonly [K in NamedIn<FieldsOf<Type>>]: string;
};

/** Records a step of a person's coordination. */
export class RecordCoordinationStepCommand<Type extends ToldType = ToldType> extends Command<
  RecordedCoordinationStep<Type>
> {
  constructor(
    readonly step: Type,
    readonly told: ToldStep<Type>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Asks elsewhere what the step's declaration asks for, and records what was asked as the decision's basis. */
@CommandHandler(RecordCoordinationStepCommand)
export class RecordCoordinationStepHandler implements ICommandHandler<RecordCoordinationStepCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(Keys) private readonly keys: Pick<Keys, 'open'>,
  ) {}

  async execute<Type extends ToldType>({
    step,
    told,
    context,
  }: RecordCoordinationStepCommand<Type>): Promise<RecordedCoordinationStep<Type>> {
    const { runner, keys } = this;
    const { whose, said, ask } = askingOf({ runner, keys }, { step, told, context });
    const receipt = await decideFor(runner, whose, context, ask);
    const { event } = stepOf(step);
    // Of the last event, which the command was about.
    const ids = namedIds(event.fields, receipt.events.at(-1)?.data ?? {});
    const answer = { ...ids, ...(await this.afterwards(receipt, step, said)), receipt };
    return answer as unknown as RecordedCoordinationStep<Type>;
  }

  /** The ids of what stood and says the same, and what the step tells of how things stand. */
  private async afterwards({ stream, events }: Receipt, type: ToldType, said: Recorded['data']) {
    const step = stepOf(type);
    if (events.length > 0 && step.tells === undefined) return {};
    const { state } = await this.runner.look(coordinationDecider, stream);
    return { ...(events.length === 0 && step.already(state, said)), ...step.tells?.(state, said) };
  }
}

/** Those on whose decisions anything of the person's coordination ever rested. */
async function casesOf(runner: CommandRunner, tenant: string, subjectId: string): Promise<readonly string[]> {
  return caseIdsIn((await runner.look(coordinationDecider, coordinationStream(tenant, subjectId))).history);
}

/** Whom a step is about, what is said of it, and how what it needs is asked elsewhere. */
export function askingOf<Type extends ToldType>(
  { runner, keys }: { readonly runner: CommandRunner; readonly keys: Pick<Keys, 'open'> },
  { step, told, context }: Pick<RecordCoordinationStepCommand<Type>, 'step' | 'told' | 'context'>,
) {
  const { subjectId: named, ...rest } = told;
  const { day, said } = completed(stepOf(step).event, rest, context);
  const { municipality: tenant, today } = context;
  const ask = async ({ registrations, ...whom }: Person) => {
    const cases = stepOf(step).asksCases(said) ? await casesOf(runner, tenant, whom.subjectId) : [];
    const naming = { type: step, day, named: said, cases };
    const { asked, basis } = await askAround(runner, tenant, { registrations, ...whom }, naming);
    const birthDate = stepOf(step).isByAge
      ? await birthDateOf({ runner, keys }, { tenant, registrations, today })
      : undefined;
    const leader = stepOf(step).asksLeader(said)
      ? await askLeader(runner, tenant, { proposalId: String(said['proposalId']), ...whom }, day)
      : notAsked;
    const data = { ...whom, birthDate, ...asked, unitLeader: leader.answer, step, said };
    return { intent: { type: 'RecordStep' as const, data }, basis: [...basis, ...leader.basis] };
  };
  return { whose: { subjectId: named ?? ownerOfPlan(rest) }, said, ask };
}

function ownerOfPlan({ planId }: { readonly planId?: unknown }): string {
  const owner = typeof planId === 'string' ? subjectIdOfPlan(planId) : undefined;
  if (owner === undefined) throw planRefusals.refusal('no-such-plan');
  return owner;
}
