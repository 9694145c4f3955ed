import {
  code,
  codeOf,
  digest,
  flag,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  v1,
  version,
} from '#event-sourcing/event';
import type { Case, Granted, InApplication } from '../case.js';
import {
  byLaw,
  channels,
  criteria,
  type Criterion,
  deciderBodies,
  type ItemCode,
  itemCodes,
  outcomes,
  type Outcome,
} from '../codes.js';
import { inApplication, present } from '../course.js';
import { hasDoubles, order, refusal, refuseIf } from '../refusal.js';
import { about, type DataIn, of, type SaidIn, step } from '../step.js';

const criterionAssessed = step(
  'CriterionAssessed',
  v1(
    {
      ...about,
      criterion: codeOf(...criteria),
      met: flag(),
      reason: personal.text(of),
      assessedOn: localDate(),
    },
    { occurs: 'assessedOn' },
  ),
  {
    in: inApplication,
    check: ({ receivedOn }, { assessedOn }) =>
      order(
        receivedOn,
        assessedOn,
        'A criterion is assessed on or after the day the application was received.',
      ),
    evolve: (state, { criterion, met, assessedOn }) =>
      state.status === 'applied'
        ? { ...state, criteria: { ...state.criteria, [criterion]: { met, assessedOn } } }
        : state,
  },
);

const made = version(
  2,
  {
    ...about,
    items: list(
      record({
        item: codeOf(...itemCodes),
        outcome: codeOf(...outcomes),
        reason: optional(personal.text(of)),
        legalBasis: optional(code()),
      }),
    ),
    /** Who decided, apart from who typed it in. */
    decidedBy: codeOf(...deciderBodies),
    meetingId: optional(ref('meeting')),
    decidedOn: localDate(),
    /** Of the items by law that name none of their own; version 1 had none but this. */
    legalBasis: optional(code()),
  },
  {
    occurs: 'decidedOn',
    upcasts: { 1: (data) => ({ ...data }) },
    correctionUpcasts: { 1: (data) => ({ ...data }) },
  },
);
type Made = DataIn<typeof made.fields>;

export interface Assessment {
  readonly criterion: Criterion;
  readonly met: boolean;
  readonly reason: string;
}

/** An answer to every requested item, with the criteria assessed: they are dated as the decision and stand before it in the stream (U15). */
const decisionMade = step('DecisionMade', made, {
  in: inApplication,
  check(application, data) {
    answersEachItem(application, data);
    bothAssessed(
      data.items,
      criteria.filter((criterion) => application.criteria[criterion] !== undefined),
    );
    reasonsGiven(application, data);
    legalBasesGiven(data);
    inTime(application, data);
    byMeeting(application, data);
  },
  /** By the profile one body decides (A8). */
  byProfile({ decidedBy }, profile, standing) {
    if (decidedBy === undefined || decidedBy === standing?.decidedBy) return;
    const { deciderBody } = profile();
    refuseIf(
      decidedBy !== deciderBody,
      'not-the-decider',
      `By the municipality’s profile applications are decided by ${deciderBody}.`,
    );
  },
  decide(
    {
      criteria: assessed,
      ...data
    }: SaidIn<typeof made.fields> & { readonly criteria: readonly Assessment[] },
    _,
    fact,
  ) {
    const named = assessed.map(({ criterion }) => criterion);
    refuseIf(hasDoubles(named), 'criterion-twice', 'A decision assesses each criterion once.');
    bothAssessed(data.items, named);
    return [
      ...assessed.map((assessment) => criterionAssessed.fact({ ...assessment, assessedOn: data.decidedOn })),
      fact(data),
    ];
  },
  evolve: (state, { decidedOn, items }) =>
    state.status === 'applied'
      ? { ...state, status: 'decided', decidedOn, granted: grantedBy(items) }
      : state,
});

const grantedBy = (answers: readonly { readonly item: ItemCode; readonly outcome: Outcome }[]): Granted[] =>
  answers.flatMap(({ item, outcome }) => (outcome === 'REFUSED' ? [] : [{ item, outcome }]));

function answersEachItem({ items }: InApplication, { items: answers }: Made): void {
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
function bothAssessed(answers: readonly { readonly item: ItemCode }[], assessed: readonly Criterion[]): void {
  refuseIf(
    answers.some(({ item }) => byLaw.includes(item)) &&
      criteria.some((criterion) => !assessed.includes(criterion)),
    'criterion-not-assessed',
    'A decision on a plan or a coordinator assesses both criteria: LONG_TERM (need over time) and COORDINATED (need of coordinated services).',
  );
}

function reasonsGiven(application: InApplication, { items: answers }: Made): void {
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
function legalBasesGiven({ items: answers, legalBasis }: Made): void {
  const without = answers.filter((answer) => byLaw.includes(answer.item) && answer.legalBasis === undefined);
  refuseIf(
    legalBasis === undefined && without.length > 0,
    'legal-basis-missing',
    `An item that the law gives a right to needs its legal basis, of its own or of the decision. Missing: ${without.map(({ item }) => item).join(', ')}.`,
  );
}

function inTime(application: InApplication, { decidedOn }: Made): void {
  order(
    application.receivedOn,
    decidedOn,
    'A decision is made on or after the day the application was received.',
  );
  for (const { assessedOn } of Object.values(application.criteria)) {
    order(assessedOn, decidedOn, 'A criterion is assessed on or before the day of the decision.');
  }
}

function byMeeting({ meetings }: InApplication, { decidedBy, meetingId, decidedOn }: Made): void {
  refuseIf(
    decidedBy === 'KE_MEETING' && meetingId === undefined,
    'meeting-not-named',
    'A decision by the KE meeting names the meeting.',
  );
  if (meetingId === undefined) return;
  const meeting = meetings[meetingId];
  if (!meeting) {
    throw refusal('meeting-not-convened', 'That meeting was not convened for this case. Convene it first.');
  }
  order(meeting.meetsOn, decidedOn, 'A meeting decides on or after the day it takes place.');
}

function decidedOnly(state: Case) {
  const open = present(state);
  refuseIf(
    open.status === 'notified',
    'already-notified',
    'The decision has been notified. Correct that entry if it names the wrong recipients, way or day.',
  );
  if (open.status !== 'decided') throw refusal('not-decided', 'There is no decision to notify.');
  return open;
}

/** The written answer went out; until then the decision is not notified (invariant 8). Further recipients are put into it by a correction. */
const decisionNotified = step(
  'DecisionNotified',
  v1(
    {
      ...about,
      recipients: list(codeOf('SUBJECT', 'GUARDIAN', 'REPRESENTATIVE', 'COORDINATOR', 'NEXT_OF_KIN')),
      channel: codeOf(...channels),
      notifiedOn: localDate(),
      documentDigest: optional(digest()),
    },
    { occurs: 'notifiedOn' },
  ),
  {
    in: decidedOnly,
    check({ decidedOn }, { channel, recipients, notifiedOn }) {
      // U12, U15: the answer is written and sent to the applicant; a copy to the coordinator alone is none.
      refuseIf(
        channel === 'PHONE',
        'answer-not-written',
        'The answer to an application is given in writing.',
      );
      refuseIf(hasDoubles(recipients), 'recipient-twice', 'A notification names each recipient once.');
      refuseIf(
        !recipients.some((to) => to === 'SUBJECT' || to === 'GUARDIAN' || to === 'REPRESENTATIVE'),
        'applicant-not-notified',
        'The answer goes to the person, a guardian or a representative; others may get it as well.',
      );
      order(decidedOn, notifiedOn, 'A decision is notified on or after the day it was made.');
    },
    evolve: (state) => (state.status === 'decided' ? { ...state, status: 'notified' } : state),
  },
);

export const decisionSteps = [criterionAssessed, decisionMade, decisionNotified] as const;
