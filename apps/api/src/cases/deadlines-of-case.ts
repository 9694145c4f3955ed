<<<<<<< HEAD
import { complaintRuleFor, deliveriesOf } from '#casework';
import { computeDeadline, type Day, daysFrom, type Deadline, rules, sentenceOf } from '#deadlines';
import type { TargetDay } from '#municipality';
import type { CaseView } from '#projections/case-overview/queries';
=======
import { type CaseFacts, type CaseRule, deadlineRules, deadlinesOf, isOwed } from '#casework';
import { type Day, type Deadline, rules, sentenceOf } from '#deadlines';
import { codeList } from '#event-sourcing/codes';
import type { TargetDay } from '#municipality';
>>>>>>> main
import { items } from '#vocabulary';
import { codeOf, date, flag, list, object, orNull, text } from '../reading/shape.js';

/** A day by which the law, or the municipality itself, wants something of the case done, and how it came about. */
export interface CaseDeadline {
  readonly rule: CaseRule;
  readonly version: string;
  readonly legalBasis: string;
  /** What it is about, where each item goes by its own. */
  readonly items: readonly string[];
  /** Null where no deadline runs. */
  readonly dueOn: Day | null;
  readonly workBy: Day | null;
  readonly assumed: boolean;
  readonly reachedOn: Day | null;
  readonly late: boolean;
  readonly verdict: Deadline['verdict'] | null;
  readonly sentence: { readonly nb: string; readonly nn: string };
}

export const deadlineVerdicts = codeList('deadlineVerdict', {
  MET: ['holdt', 'halden'],
  MISSED: ['ikke holdt', 'ikkje halden'],
});

export const deadlineShape = object({
  rule: codeOf(deadlineRules),
  version: text('The version of the rule that was in force when it began'),
  legalBasis: text('Such as fvl § 11 a'),
  items: list(codeOf(items, 'What it is about, where each item goes by its own legal basis')),
  dueOn: orNull(date('The last day; null where no deadline runs')),
  workBy: orNull(date('The last working day on which it may be done, where the last day is none')),
  assumed: flag('It runs from a day that is assumed'),
  reachedOn: orNull(date('When it was done')),
  late: flag('It was not done by then'),
  verdict: orNull(codeOf(deadlineVerdicts)),
  sentence: object({ nb: text(), nn: text() }),
});

<<<<<<< HEAD
type Facts = Pick<
  CaseView,
  | 'notifiedOn'
  | 'receivedOn'
  | 'decidedOn'
  | 'amendedOn'
  | 'decisionId'
  | 'decisionNotifiedOn'
  | 'setAsideOn'
  | 'closedOn'
  | 'withdrawnOn'
  | 'status'
  | 'legalBasis'
> & {
  readonly saidOn: Day | null;
  readonly preliminaryReplies: readonly Pick<
    CaseView['preliminaryReplies'][number],
    'sentOn' | 'expectedOn' | 'reasonCode'
  >[];
  readonly outcomes: readonly Pick<CaseView['outcomes'][number], 'item' | 'legalBasis'>[];
  readonly dispatches: readonly CaseView['dispatches'][number][];
};

/** What the case is to be held against, as far as it is known on a day. Nothing is owed any more in one that was withdrawn, declined or closed unanswered. */
export function deadlinesOfCase(facts: Facts, dayOf: TargetDay, today: Day): readonly CaseDeadline[] {
  const { decisionNotifiedOn, closedOn, withdrawnOn, status } = facts;
  const isOver = closedOn !== null || withdrawnOn !== null || status === 'DECLINED_BY_SUBJECT';
  const owed = isOver && decisionNotifiedOn === null ? [] : [...replyOf(facts), ...decisionOf(facts, dayOf)];
  return [...owed, ...complaintsOf(facts)].map(({ rule, deadline, reachedOn = null, about = [] }) => ({
    rule,
    version: deadline.version,
    legalBasis: rules[rule].legalBasis,
    items: about,
    dueOn: deadline.due ?? null,
    workBy: deadline.workBy ?? null,
    assumed: deadline.isAssumed,
    reachedOn,
    late: isOwed(rule) && deadline.due !== undefined && (reachedOn ?? today) > deadline.due,
    verdict: deadline.verdict ?? null,
    sentence: { nb: sentenceOf(deadline, 'nb'), nn: sentenceOf(deadline, 'nn') },
  }));
}

interface Found {
  readonly rule: CaseRule;
  readonly deadline: Deadline;
  readonly reachedOn?: Day | null;
  readonly about?: readonly string[];
}

const isOwed = (rule: CaseRule) => ['DUTY', 'TARGET'].includes(rules[rule].kind);
const first = (days: readonly (Day | null)[]): Day | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;
/** What is not known is not told. */
const told = <Name extends string>(name: Name, day: Day | null) =>
  (day === null ? {} : { [name]: day }) as { readonly [N in Name]?: Day };

/** Within a month of when the unit first heard of it, or the county governor sent it back, an answer or word of when it comes. */
function replyOf({
  notifiedOn,
  receivedOn,
  saidOn,
  setAsideOn,
  preliminaryReplies: replies,
  decisionNotifiedOn,
}: Facts): readonly Found[] {
  const known = setAsideOn ?? first([notifiedOn, receivedOn, saidOn]);
  if (known === null) return [];
  const sent = replies.map(({ sentOn }) => sentOn).filter((day) => day >= (setAsideOn ?? day));
  const reachedOn = first([...sent, decisionNotifiedOn]);
  const inputs = { receivedOn: known, ...told('doneOn', reachedOn) };
  return [{ rule: 'PRELIM_REPLY', deadline: computeDeadline('PRELIM_REPLY', inputs), reachedOn }];
}

/** By the municipality's own target, or as it was promised since; nothing where it has set none and promised nothing. */
function decisionOf(
  { receivedOn: cameOn, setAsideOn, preliminaryReplies: sent, decisionNotifiedOn: reachedOn }: Facts,
  dayOf: TargetDay,
): readonly Found[] {
  const receivedOn = setAsideOn ?? cameOn;
  const preliminaryReplies = sent.filter(({ sentOn }) => sentOn >= (setAsideOn ?? sentOn));
  const target = receivedOn === null ? undefined : dayOf('RECEIVED_TO_DECIDED', receivedOn);
  if (receivedOn === null || (target === undefined && preliminaryReplies.length === 0)) return [];
  const replies = preliminaryReplies
    .toSorted((one, other) => one.sentOn.localeCompare(other.sentOn))
    .map(({ sentOn, reasonCode, expectedOn }) => ({ sentOn, reasonCode, ...told('expectedOn', expectedOn) }));
  const deadline = computeDeadline('DECISION_TIME', {
    receivedOn,
    preliminaryReplies: replies,
    ...(target !== undefined && { target: `P${daysFrom(receivedOn, target)}D` as const }),
    ...told('doneOn', reachedOn),
  });
  const isPromised = deadline.steps.some(({ step }) => step === 'PROMISED');
  return target === undefined && !isPromised ? [] : [{ rule: 'DECISION_TIME', deadline, reachedOn }];
}

/** The person's right to complain of the decision in force, item by item by its legal basis; a group is no statutory right and has none. */
function complaintsOf(facts: Facts): readonly Found[] {
  const decisionMadeOn = facts.amendedOn ?? facts.decidedOn;
  if (decisionMadeOn === null || facts.decisionNotifiedOn === null) return [];
  const { dispatches, decisionId } = facts;
  const answers = dispatches.filter((one) => one.decisionId === null || one.decisionId === decisionId);
  const deliveries = deliveriesOf(answers);
  return (['COMPLAINT_PBRL', 'COMPLAINT_FVL'] as const).flatMap((rule) => {
    const about = facts.outcomes
      .filter(({ item, legalBasis }) => complaintRuleFor(item, legalBasis ?? facts.legalBasis) === rule)
      .map(({ item }) => item);
    if (about.length === 0 || deliveries.length === 0) return [];
    return [{ rule, deadline: computeDeadline(rule, { deliveries, decisionMadeOn }), about }];
  });
}
=======
/** What the case is to be held against, as far as it is known on a day. */
export const deadlinesOfCase = (facts: CaseFacts, dayOf: TargetDay, today: Day): readonly CaseDeadline[] =>
  deadlinesOf(facts, (receivedOn) => dayOf('RECEIVED_TO_DECIDED', receivedOn)).map(
    ({ rule, about, doneOn, deadline }) => ({
      rule,
      version: deadline.version,
      legalBasis: rules[rule].legalBasis,
      items: about,
      dueOn: deadline.due ?? null,
      workBy: deadline.workBy ?? null,
      assumed: deadline.isAssumed,
      reachedOn: doneOn,
      late: isOwed(rule) && deadline.due !== undefined && (doneOn ?? today) > deadline.due,
      verdict: deadline.verdict ?? null,
      sentence: { nb: sentenceOf(deadline, 'nb'), nn: sentenceOf(deadline, 'nn') },
    }),
  );
>>>>>>> main
