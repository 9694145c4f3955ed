import type { Day } from '#deadlines';
import type { CaseEvent } from '../events.js';
import type { CaseRule } from './codes.js';

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;
type Noted<Type extends CaseEvent['type']> = Of<Type> | undefined;

/** The deadline of a rule that was set last, as recorded, and what was noted of it since. */
export interface StandingDeadline {
  readonly set: Of<'DeadlineSet'>;
  readonly met: Noted<'DeadlineMet'>;
  readonly missed: Noted<'DeadlineMissed'>;
  readonly expired: Noted<'DeadlineExpired'>;
  readonly lifted: Noted<'DeadlineLifted'>;
}

/** The deadlines of a case as they stand recorded, by its effective events. */
export function standingIn(events: readonly CaseEvent[]): ReadonlyMap<CaseRule, StandingDeadline> {
  const standing = new Map<CaseRule, StandingDeadline>();
  for (const event of events) {
    if (event.type === 'DeadlineSet') {
      standing.set(event.data.rule, { set: event, ...carriedTo(event.data, standing.get(event.data.rule)) });
      continue;
    }
    if (!isOutcome(event)) continue;
    const of = standing.get(event.data.rule);
    if (of?.set.data.deadlineId === event.data.deadlineId) {
      standing.set(event.data.rule, { ...of, [outcomes[event.type]]: event });
    }
  }
  return standing;
}

/** What was noted of the one before holds of one with the same last day: a passing is noted once. */
export function carriedTo(
  { dueOn }: { readonly dueOn: Day },
  before: StandingDeadline | undefined,
): Omit<StandingDeadline, 'set'> {
  const { met, missed, expired } = before?.set.data.dueOn === dueOn ? before : unnoted;
  return { met, missed, expired, lifted: undefined };
}
const unnoted = { met: undefined, missed: undefined, expired: undefined };

const outcomes = {
  DeadlineMet: 'met',
  DeadlineMissed: 'missed',
  DeadlineExpired: 'expired',
  DeadlineLifted: 'lifted',
} as const;
const isOutcome = (event: CaseEvent): event is Of<keyof typeof outcomes> =>
  Object.hasOwn(outcomes, event.type);

/** Until which day it waits for what it is for; undefined once that was done, or it is over. */
export const runsUntil = ({ set, met, missed, expired, lifted }: StandingDeadline): Day | undefined =>
  [met, missed, expired, lifted].some((one) => one !== undefined) ? undefined : set.data.dueOn;
