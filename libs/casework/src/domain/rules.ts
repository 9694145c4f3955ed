import { Rejection } from '#event-sourcing/decider';
import type { Case, Criterion, ItemCode, Step } from './case.js';
import { caseEvents, criteria } from './events.js';
import type { Profile } from './intents.js';

type StepOf<Type extends Step['type']> = Extract<Step, { readonly type: Type }>;
type Present = Exclude<Case, { readonly status: 'absent' }>;
type InApplication = Extract<Case, { readonly status: 'applied' }>;

/** What the law gives a right to (pbrl §§ 2-5, 2-5b, 2-5c): answered on both criteria (hol §§ 7-1, 7-2, 7-2a), and applied for anywhere. */
const byLaw: readonly ItemCode[] = ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR'];

/** Refuses a mapping on a day after the decision or the withdrawal. The replay cannot see those from a mapping that was recorded before them. */
export function refuseAfterClosure(state: Case, step: Step): void {
  if (step.type === 'MappingAssigned') openOn(state, step.data.assignedOn);
  if (step.type === 'MappingCompleted') openOn(state, step.data.completedOn);
}

/** By the profile one body decides (A8). */
export function refuseOtherDecider(decidedBy: unknown, { deciderBody }: Profile): void {
  refuseIf(
    decidedBy !== deciderBody,
    'not-the-decider',
    `By the municipality’s profile applications are decided by ${deciderBody}.`,
  );
}

/** A municipality's profile says what it offers beside; it cannot take away a right (U1, docs/requirements.md). */
export function refuseUnoffered(items: readonly ItemCode[], offered: readonly ItemCode[]): void {
  refuseIf(
    items.some((item) => !byLaw.includes(item) && !offered.includes(item)),
    'item-not-offered',
    'One of the items is neither a right by law nor one that the municipality lets people apply for.',
  );
}

/** Refuses a step that the steps before it do not allow. New facts and the replay after a correction pass here alike;
 *  what depends on the day or on the municipality's profile is asked in `decide` alone. */
export function check(state: Case, step: Step): void {
  switch (step.type) {
    case 'NeedNotified':
      return refuseIf(
        state.status !== 'absent',
        'case-already-open',
        'This case is open already. A need opens a case of its own.',
      );
    case 'ApplicationReceived':
      return applicationReceived(state, step);
    case 'ApplicationCompleted':
      return applicationCompleted(state, step);
    case 'MappingAssigned':
      return mappingAssigned(state, step);
    case 'MappingCompleted':
      return mappingCompleted(state, step);
    case 'KeMeetingConvenedForCase':
      undecided(state);
      return order(
        step.data.convenedOn,
        step.data.meetsOn,
        'A meeting takes place on or after the day it is convened.',
      );
    case 'CriterionAssessed':
      return order(
        inApplication(state).receivedOn,
        step.data.assessedOn,
        'A criterion is assessed on or after the day the application was received.',
      );
    case 'DecisionMade':
      return decisionMade(state, step);
    case 'DecisionNotified':
      return decisionNotified(state, step);
    case 'ApplicationWithdrawn':
      return order(
        inApplication(state).receivedOn,
        step.data.withdrawnOn,
        'An application is withdrawn on or after the day it was received.',
      );
  }
}

function applicationReceived(state: Case, { data }: StepOf<'ApplicationReceived'>): void {
  refuseIf(
    state.status !== 'absent' && state.status !== 'needNotified',
    'application-already-received',
    'This case has an application already. Correct that one, or open a new case for a further application.',
  );
  refuseIf(data.items.length === 0, 'no-items', 'An application asks for at least one item.');
  refuseIf(hasDoubles(data.items), 'item-twice', 'An application names each item once.');
}

function applicationCompleted(
  state: Case,
  { data: { what, completedOn } }: StepOf<'ApplicationCompleted'>,
): void {
  const open = present(state);
  if (open.status === 'needNotified') throw noApplication();
  if (open.status === 'withdrawn') throw withdrawn();
  refuseIf(
    what.length === 0 || hasDoubles(what) || what.some((part) => !open.missing.includes(part)),
    'nothing-missing',
    'An application is completed with what it lacks still, each once.',
  );
  order(open.receivedOn, completedOn, 'An application is completed on or after the day it was received.');
}

function mappingAssigned(state: Case, { data }: StepOf<'MappingAssigned'>): void {
  const open = openOn(state, data.assignedOn);
  order(knownSince(open), data.assignedOn, notBeforeNeed);
  if (data.dueOn !== undefined) {
    order(data.assignedOn, data.dueOn, 'A mapping is due on or after the day it is assigned.');
  }
}

/** Competent staff map unasked before they send the application (U13), but not before a need that somebody told of (U14). */
function mappingCompleted(state: Case, { data }: StepOf<'MappingCompleted'>): void {
  const open = openOn(state, data.completedOn);
  if (data.assignmentId === undefined) {
    if (open.needOn !== undefined) order(knownSince(open), data.completedOn, notBeforeNeed);
    return;
  }
  const { assignment } = open;
  if (assignment?.assignmentId !== data.assignmentId) {
    throw refusal(
      'assignment-not-open',
      'No such mapping assignment is open in this case: it was completed or replaced, or belongs to another case.',
    );
  }
  order(
    assignment.assignedOn,
    data.completedOn,
    'A mapping is completed on or after the day it was assigned.',
  );
}

const notBeforeNeed =
  'A mapping follows the need: it is dated on or after the day the unit was told of it or received the application.';

/** The first day on which the unit knew of the need; an application that joins later may be the older of the two. */
const knownSince = (open: Present): string =>
  [open.needOn, 'receivedOn' in open ? open.receivedOn : undefined]
    .filter((day) => day !== undefined)
    .toSorted()[0] ?? earliest;

function decisionMade(state: Case, { data }: StepOf<'DecisionMade'>): void {
  const application = inApplication(state);
  answersEachItem(application, data);
  bothAssessed(data.items, assessedIn(application));
  reasonsGiven(application, data);
  legalBasesGiven(data);
  order(
    application.receivedOn,
    data.decidedOn,
    'A decision is made on or after the day the application was received.',
  );
  for (const { assessedOn } of Object.values(application.criteria)) {
    order(assessedOn, data.decidedOn, 'A criterion is assessed on or before the day of the decision.');
  }
  refuseIf(
    data.decidedBy === 'KE_MEETING' && data.meetingId === undefined,
    'meeting-not-named',
    'A decision by the KE meeting names the meeting.',
  );
  if (data.meetingId === undefined) return;
  const meeting = application.meetings[data.meetingId];
  if (!meeting) {
    throw refusal('meeting-not-convened', 'That meeting was not convened for this case. Convene it first.');
  }
  order(meeting.meetsOn, data.decidedOn, 'A meeting decides on or after the day it takes place.');
}

function answersEachItem({ items }: InApplication, { items: answers }: StepOf<'DecisionMade'>['data']): void {
  const answered = answers.map(({ item }) => item);
  refuseIf(hasDoubles(answered), 'item-answered-twice', 'A decision answers each item once.');
  refuseIf(
    answered.some((item) => !items.includes(item)),
    'item-not-requested',
    'A decision answers only what was applied for.',
  );
  const unanswered = items.filter((item) => !answered.includes(item));
  refuseIf(
    unanswered.length > 0,
    'item-not-answered',
    `A decision answers every item that was applied for. Missing: ${unanswered.join(', ')}.`,
  );
}

/** Refuses an answer on what the law gives a right to without both criteria (hol §§ 7-1, 7-2, 7-2a). */
export function bothAssessed(
  answers: readonly { readonly item: ItemCode }[],
  assessed: readonly Criterion[],
): void {
  refuseIf(
    answers.some(({ item }) => byLaw.includes(item)) &&
      criteria.some((criterion) => !assessed.includes(criterion)),
    'criterion-not-assessed',
    'A decision on a plan or a coordinator assesses both criteria: LONG_TERM (need over time) and COORDINATED (need of coordinated services).',
  );
}

const assessedIn = ({ criteria: assessed }: InApplication) =>
  criteria.filter((criterion) => assessed[criterion] !== undefined);

function reasonsGiven(application: InApplication, { items: answers }: StepOf<'DecisionMade'>['data']): void {
  const unmet = criteria.some((criterion) => application.criteria[criterion]?.met === false);
  for (const { item, outcome, reason } of answers) {
    if (reason !== undefined) continue;
    refuseIf(
      outcome !== 'GRANTED',
      'reason-missing',
      'An item that is refused or granted in part needs a reason.',
    );
    refuseIf(
      unmet && byLaw.includes(item),
      'reason-missing',
      'An item that is granted although a criterion is not met needs a reason.',
    );
  }
}

/** A group is no statutory right and rests on no section of the law (U1). */
function legalBasesGiven({ items: answers, legalBasis }: StepOf<'DecisionMade'>['data']): void {
  const without = answers.filter((answer) => byLaw.includes(answer.item) && answer.legalBasis === undefined);
  refuseIf(
    legalBasis === undefined && without.length > 0,
    'legal-basis-missing',
    `An item that the law gives a right to needs its legal basis, of its own or of the decision. Missing: ${without.map(({ item }) => item).join(', ')}.`,
  );
}

function decisionNotified(state: Case, { data }: StepOf<'DecisionNotified'>): void {
  present(state);
  refuseIf(
    state.status === 'notified',
    'already-notified',
    'The decision has been notified. Correct that entry if it names the wrong recipients, way or day.',
  );
  if (state.status !== 'decided') {
    throw refusal('not-decided', 'There is no decision to notify.');
  }
  // U12, U15: the answer is written and sent to the applicant; a copy to the coordinator alone is none.
  refuseIf(
    data.channel === 'PHONE',
    'answer-not-written',
    'The answer to an application is given in writing.',
  );
  refuseIf(hasDoubles(data.recipients), 'recipient-twice', 'A notification names each recipient once.');
  refuseIf(
    !data.recipients.some((to) => to === 'SUBJECT' || to === 'GUARDIAN' || to === 'REPRESENTATIVE'),
    'applicant-not-notified',
    'The answer goes to the person, a guardian or a representative; others may get it as well.',
  );
  order(state.decidedOn, data.notifiedOn, 'A decision is notified on or after the day it was made.');
}

/** The case, when it is prepared still: opened, neither decided nor withdrawn, and wanted by the person. */
function undecided(state: Case): Present {
  const open = wanted(state);
  if (open.status === 'withdrawn') throw withdrawn();
  if (open.status === 'decided' || open.status === 'notified') throw decided();
  return open;
}

/** The case, when it was open on that day: what happened until the decision or the withdrawal may be typed in after it. */
function openOn(state: Case, day: string): Present {
  const open = wanted(state);
  if (open.status === 'withdrawn' && open.withdrawnOn < day) throw withdrawn(mappedBefore);
  if ('decidedOn' in open && open.decidedOn < day) throw decided(mappedBefore);
  return open;
}

function wanted(state: Case): Present {
  const open = present(state);
  refuseIf(
    open.status === 'needNotified' && open.declined,
    'need-declined',
    'The person does not want this need followed up. Only an application can be received in the case.',
  );
  return open;
}

function inApplication(state: Case): InApplication {
  const open = present(state);
  if (open.status === 'withdrawn') throw withdrawn();
  if (open.status === 'decided' || open.status === 'notified') throw decided();
  if (open.status === 'needNotified') throw noApplication();
  return open;
}

function present(state: Case): Present {
  if (state.status === 'absent') throw noSuchCase();
  return state;
}

const noApplication = () => refusal('no-application', 'No application has been received in this case.');
const mappedBefore = ' What was mapped until that day can still be recorded.';
const withdrawn = (beside = '') =>
  refusal('withdrawn', `The application in this case has been withdrawn.${beside}`);
const decided = (beside = '') => refusal('already-decided', `This case has been decided.${beside}`);
export const noProfile = () =>
  refusal(
    'no-profile',
    'The municipality has adopted no profile, so it is not known what is offered and who decides. An operator adopts one with samspor profile adopt.',
  );
/** Whom a step names must be registered: an id alone tells nobody who it is. */
export const refuseUnknownParty = (isKnown: boolean) =>
  refuseIf(
    !isKnown,
    'unknown-party',
    'Nobody is registered under that party id in the municipality. Register the party first.',
  );
export const noSuchCase = () => refusal('no-such-case', 'There is no such case.');

export const refusal = (rule: string, sentence: string) => new Rejection(`casework/${rule}`, sentence);

export function refuseIf(fault: boolean, rule: string, sentence: string): void {
  if (fault) throw refusal(rule, sentence);
}

/** Local dates order as text. */
function order(earlier: string, later: string, sentence: string): void {
  refuseIf(later < earlier, 'date-order', sentence);
}

const hasDoubles = (list: readonly unknown[]) => new Set(list).size < list.length;

/** Dates that may lie ahead of the day on which they are recorded; all others say what has happened. */
const ahead = ['dueOn', 'meetsOn'];
const earliest = '1900-01-01';

/** Refuses a step that would have happened after today, and a year that nobody's papers can hold. */
export function datesHold(step: Step, today: string): void {
  const data: Readonly<Record<string, unknown>> = step.data;
  for (const [name, { kind }] of Object.entries(caseEvents.declared[step.type].fields)) {
    const day = data[name];
    if (kind !== 'date' || typeof day !== 'string') continue;
    refuseIf(
      day > today && !ahead.includes(name),
      'date-ahead',
      `What has not happened yet cannot be recorded: ${name} lies after today.`,
    );
    refuseIf(day < earliest, 'date-too-early', `${name} lies before the year 1900.`);
  }
}
