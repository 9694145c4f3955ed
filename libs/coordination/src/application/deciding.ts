import { grantFor } from '#casework';
import type { Basis, CommandContext, CommandRunner, IntentOf, Receipt } from '#event-sourcing';
import { profileOf } from '#municipality';
import { presentSubject, type SubjectAnswer } from '#subject';
import type { Grants } from '../domain/basis.js';
import type { CoordinationEvent, DataOf } from '../domain/coordination.js';
import { coordinationDecider, type CoordinationIntent } from '../domain/decide.js';
import { caseIdsIn, coordinationStream } from '../questions.js';

type Name = CoordinationEvent['type'];

/** What a caseworker says of an event: ids are made here, and some fields have a usual value. */
export type Said<Type extends Name, Made extends string, Usual extends string = never> = {
  readonly [K in keyof DataOf<Type> as Exclude<K, Made | Usual>]: DataOf<Type>[K];
} & { readonly [K in keyof DataOf<Type> as Extract<K, Usual>]?: DataOf<Type>[K] | undefined };

type Told = IntentOf<CoordinationIntent>;
interface Answer {
  readonly intent: Told;
  readonly basis?: readonly Basis[];
}

/** What the cases named in a person's stream, and these, say now. */
export async function grantsIn(
  runner: CommandRunner,
  tenant: string,
  subjectId: string,
  caseIds: readonly string[] = [],
): Promise<{ readonly grants: Grants; readonly basis: readonly Basis[] }> {
  const { history } = await runner.look(coordinationDecider, coordinationStream(tenant, subjectId));
  const asked = await Promise.all(
    [...new Set([...caseIdsIn(history), ...caseIds])].map(async (caseId) => {
      const { basis, ...grant } = await grantFor(runner, tenant, caseId);
      return { basis, grant: [caseId, grant] as const };
    }),
  );
  return {
    grants: Object.fromEntries(asked.map(({ grant }) => grant)),
    basis: asked.flatMap(({ basis }) => basis),
  };
}

/** Whether a group presupposes a plan for who joins on that day; it does in a municipality without a profile. */
export async function groupRuleOn(runner: CommandRunner, tenant: string, joinedOn: string) {
  const { profile, basis } = await profileOf(runner, tenant, joinedOn);
  return { groupPresupposesPlan: profile?.groupPresupposesPlan ?? true, basis };
}

/** Decides on a person who is there and not disposed of; what was looked up elsewhere is recorded as the decision's basis. */
export async function decideFor(
  runner: CommandRunner,
  subjectId: string,
  context: CommandContext,
  ask: (subject: SubjectAnswer) => Answer | Promise<Answer>,
): Promise<Receipt> {
  const subject = await presentSubject(runner, context.municipality, subjectId);
  const { intent, basis = [] } = await ask(subject);
  return runner.run(
    coordinationDecider,
    coordinationStream(context.municipality, subjectId),
    intent,
    context,
    [...subject.basis, ...basis],
  );
}

/** An id of what a command was about, its last event, as it was recorded: the same for a repeat. */
export const recordedId = ({ events }: Receipt, field: string) => String(events.at(-1)?.data[field]);
