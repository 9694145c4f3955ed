import { type Day, daysFrom, type Deadline, rules, type RuleTables } from '#deadlines';
import { representatives } from '#vocabulary';
import type { CaseRule } from './codes.js';
import { adoptedInputs, computedFrom, type DeadlineInput } from './inputs.js';

/** What a case's deadlines follow from; null is not known, or not so. */
export interface CaseFacts {
  readonly notifiedOn: Day | null;
  readonly receivedOn: Day | null;
  /** When an application was told that was written down later. */
  readonly saidOn: Day | null;
  readonly preliminaryReplies: readonly {
    readonly sentOn: Day;
    readonly expectedOn: Day | null;
    readonly reasonCode: string;
  }[];
  readonly decidedOn: Day | null;
  readonly amendedOn: Day | null;
  /** The one in force. */
  readonly decisionId: string | null;
  readonly legalBasis: string | null;
  readonly outcomes: readonly { readonly item: string; readonly legalBasis: string | null }[];
  readonly decisionNotifiedOn: Day | null;
  /** When the case came back because the county governor set its decision aside: from then on it is to be answered anew. */
  readonly setAsideOn: Day | null;
  readonly dispatches: readonly Dispatch[];
  readonly closedOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly status: string;
}

interface Dispatch {
  readonly decisionId: string | null;
  readonly sentOn: Day;
  readonly channel: string;
  readonly to: readonly (Fate & { readonly recipient: string; readonly partyId: string | null })[];
}
interface Fate {
  readonly deliveredOn: Day | null;
  readonly proof: string | null;
  readonly returnedOn: Day | null;
}

/** By which day the municipality means to have decided what it received on a day; undefined where it has set itself none. */
export type DecisionTarget = (receivedOn: Day) => Day | undefined;

/** A deadline of a case as it stands. */
export interface FoundDeadline {
  readonly rule: CaseRule;
  readonly inputs: readonly DeadlineInput[];
  /** What it is about, where each item goes by its own legal basis. */
  readonly about: readonly string[];
  /** Of what is owed: when it was done. */
  readonly doneOn: Day | null;
  readonly deadline: Deadline;
}

/** Whether the municipality is to do something by then; else somebody else may until then. */
export const isOwed = (rule: CaseRule): boolean => ['DUTY', 'TARGET'].includes(rules[rule].kind);

/** What the case is to be held against, as far as it is known; `tables`: the versions of rules to go by, where those of the release are not all. Nothing is owed any more in one that was withdrawn, declined or closed unanswered. */
export function deadlinesOf(
  facts: CaseFacts,
  target: DecisionTarget,
  tables: RuleTables = {},
): readonly FoundDeadline[] {
  const owed =
    isOver(facts) && facts.decisionNotifiedOn === null ? [] : [replyOf(facts), decisionOf(facts, target)];
  return [...owed, ...complaintsOf(facts)].flatMap((found) =>
    found === undefined ? [] : [{ about: [], doneOn: null, ...byVersion(found, tables) }],
  );
}

export const isOver = ({
  closedOn,
  withdrawnOn,
  status,
}: Pick<CaseFacts, 'closedOn' | 'withdrawnOn' | 'status'>) =>
  closedOn !== null || withdrawnOn !== null || status === 'DECLINED_BY_SUBJECT';

type Found = Pick<FoundDeadline, 'rule' | 'inputs'> & Partial<Pick<FoundDeadline, 'about' | 'doneOn'>>;

/** Where it goes by a version that the municipality adopted, that stands among what it is computed from. */
function byVersion(found: Found, tables: RuleTables) {
  const { rule, inputs, doneOn } = found;
  const deadline = computedFrom(rule, inputs, doneOn, tables);
  return { ...found, deadline, inputs: [...inputs, ...adoptedInputs(rule, deadline.version, tables)] };
}

const first = (days: readonly (Day | null)[]): Day | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

/** Within a month of when the unit first heard of it, an answer or word of when it comes. */
function replyOf({
  notifiedOn,
  receivedOn,
  saidOn,
  setAsideOn,
  preliminaryReplies,
  decisionNotifiedOn,
}: CaseFacts): Found | undefined {
  const on = setAsideOn ?? first([notifiedOn, receivedOn, saidOn]);
  if (on === null) return undefined;
  const sent = preliminaryReplies.map(({ sentOn }) => sentOn).filter((day) => day >= (setAsideOn ?? day));
  const doneOn = first([...sent, decisionNotifiedOn]);
  return { rule: 'PRELIM_REPLY', inputs: [{ input: 'RECEIVED', on }], doneOn };
}

/** By the municipality's own target, or as it was promised since; nothing where it has set none and promised nothing. */
function decisionOf(
  { receivedOn, setAsideOn, preliminaryReplies, decisionNotifiedOn: doneOn }: CaseFacts,
  target: DecisionTarget,
): Found | undefined {
  const on = setAsideOn ?? receivedOn;
  if (on === null) return undefined;
  const aim = target(on);
  const known: readonly DeadlineInput[] = [
    { input: 'RECEIVED', on },
    ...(aim === undefined ? [] : [{ input: 'TARGET', count: daysFrom(on, aim), unit: 'D' } as const]),
  ];
  const replies = preliminaryReplies
    .filter(({ sentOn }) => sentOn >= (setAsideOn ?? sentOn))
    .toSorted((one, other) => one.sentOn.localeCompare(other.sentOn))
    .flatMap(({ sentOn, expectedOn: until, reasonCode }): readonly DeadlineInput[] =>
      until === null ? [] : [{ input: 'PRELIMINARY_REPLY', on: sentOn, until, reasonCode }],
    );
  // One that came too late names no day that holds.
  const { steps } = computedFrom('DECISION_TIME', [...known, ...replies]);
  const promised = replies.filter((reply) =>
    steps.some((step) => step.step === 'PROMISED' && step.on === reply.on && step.to === reply.until),
  );
  if (aim === undefined && promised.length === 0) return undefined;
  return { rule: 'DECISION_TIME', inputs: [...known, ...promised], doneOn };
}

/** The person's right to complain of the decision in force, item by item by its legal basis; a group is no statutory right and has none. */
function complaintsOf(facts: CaseFacts): readonly Found[] {
  const decisionMadeOn = facts.amendedOn ?? facts.decidedOn;
  if (decisionMadeOn === null || facts.decisionNotifiedOn === null) return [];
  const deliveries = deliveriesIn(
    facts.dispatches.filter(({ decisionId }) => decisionId === null || decisionId === facts.decisionId),
  );
  return (['COMPLAINT_PBRL', 'COMPLAINT_FVL'] as const).flatMap((rule) => {
    const about = facts.outcomes
      .filter(({ item, legalBasis }) => complaintRuleFor(item, legalBasis ?? facts.legalBasis) === rule)
      .map(({ item }) => item);
    if (about.length === 0 || deliveries.length === 0) return [];
    return [{ rule, inputs: [...deliveries, { input: 'DECIDED', on: decisionMadeOn } as const], about }];
  });
}

export type ComplaintRule = Extract<CaseRule, 'COMPLAINT_PBRL' | 'COMPLAINT_FVL'>;

/** By which rule one may complain of an item (U1): a group is no statutory right and has none; of what rests on the act on social services by the public administration act. */
export function complaintRuleFor(
  item: string,
  legalBasis: string | null | undefined,
): ComplaintRule | undefined {
  if (item === 'GROUP') return undefined;
  return legalBasis === 'SOTJL_28' ? 'COMPLAINT_FVL' : 'COMPLAINT_PBRL';
}

/** How a decision reached each who speaks for the application, by the last answer with it that went to that one. */
export function deliveriesIn(dispatches: readonly Dispatch[]): readonly DeadlineInput[] {
  const byReceiver = new Map<string, DeadlineInput>();
  for (const { sentOn, channel, to } of dispatches) {
    for (const { recipient, partyId, ...fate } of to) {
      if (!representatives.codes.some((one) => one === recipient)) continue;
      byReceiver.set(`${recipient} ${partyId ?? ''}`, deliveryOf(sentOn, channel, fate));
    }
  }
  return [...byReceiver.values()];
}

function deliveryOf(sentOn: Day, channel: string, { deliveredOn, proof, returnedOn }: Fate): DeadlineInput {
  if (returnedOn !== null) return { input: 'NOT_DELIVERED' };
  if (deliveredOn !== null && proof !== 'ASSUMED') return { input: 'DELIVERED', on: deliveredOn };
  if (channel === 'IN_PERSON') return { input: 'DELIVERED', on: sentOn };
  return {
    input: channel === 'DIGITAL_POST' || channel === 'EMAIL' ? 'SENT_DIGITALLY' : 'POSTED',
    on: sentOn,
  };
}
