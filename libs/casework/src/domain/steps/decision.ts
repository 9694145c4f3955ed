import {
  code,
  codeOf,
  flag,
  list,
  localDate,
  optional,
  personal,
  record,
  ref,
  version,
  v1,
} from '#event-sourcing/event';
import { deciderBodies, items, legalBases } from '#vocabulary';
import type { Granted, InApplication } from '../case.js';
import { criteria, type Criterion, outcomes } from '../codes.js';
import { inApplication } from '../course.js';
import { about, type AtMeeting, of, type SaidIn, step } from '../step.js';
import { asItsMeeting, heldFor } from './at-meeting.js';
import {
  answersEachItem,
  assessesEachOnce,
  assessesWhatIsNeeded,
  byItsMeeting,
  byTheDecider,
  decidedInTime,
  givesLegalBases,
  givesReasons,
  inOrder,
  ofKnownBases,
} from './grounds.js';
import { keMeetingConvenedForCase } from './meeting.js';

const criterionAssessed = step(
  'CriterionAssessed',
  v1(
    {
      ...about,
      criterion: codeOf(criteria),
      met: flag(),
      reason: personal.text(of),
      assessedOn: localDate(),
    },
    { occurs: 'assessedOn' },
  ),
  {
    in: inApplication,
    check: ({ receivedOn }, { assessedOn }) => inOrder(receivedOn, assessedOn, 'date-order.assessed'),
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
        item: codeOf(items),
        outcome: codeOf(outcomes),
        reason: optional(personal.text(of)),
        legalBasis: optional(code(legalBases)),
      }),
    ),
    /** Who decided, apart from who typed it in. */
    decidedBy: codeOf(deciderBodies),
    meetingId: optional(ref('meeting')),
    decidedOn: localDate(),
    /** Of the items by law that name none of their own; version 1 had none but this. */
    legalBasis: optional(code(legalBases)),
  },
  {
    occurs: 'decidedOn',
    upcasts: { 1: (data) => ({ ...data }) },
    correctionUpcasts: { 1: (data) => ({ ...data }) },
  },
);

export interface Assessment {
  readonly criterion: Criterion;
  readonly met: boolean;
  readonly reason: string;
}
type Answer = SaidIn<typeof made.fields>['items'][number];
type Decided = SaidIn<typeof made.fields> & { readonly criteria: readonly Assessment[] };

/** An answer to every requested item, with the criteria assessed: they are dated as the decision and stand before it in the stream (U15). */
const decisionMade = step('DecisionMade', made, {
  in: inApplication,
  check(application, decision) {
    answersEachItem(application, decision);
    assessesWhatIsNeeded(
      decision,
      criteria.codes.filter((criterion) => application.criteria[criterion] !== undefined),
    );
    givesReasons(application, decision);
    givesLegalBases(decision);
    decidedInTime(application, decision);
    byItsMeeting(application, decision);
  },
  admit: (said, { profile, meeting }, standing) => {
    const { decidedBy, legalBasis, items: answers = [] } = said;
    ofKnownBases(legalBasis, ...answers.map((answer) => answer.legalBasis));
    if (decidedBy !== undefined && decidedBy !== standing?.decidedBy) byTheDecider(decidedBy, profile());
    const reads = { ...standing, ...said };
    if (reads.meetingId !== undefined && reads.decidedBy !== 'BOARD') {
      heldFor(meeting, { kind: 'UNIT', treatment: 'TREATED', day: reads.decidedOn });
    }
  },
  decide({ criteria: assessed, ...decision }: Decided, { state, asked: { meeting } }, fact) {
    const application = inApplication(state);
    asItsMeeting(application, decision);
    const named = assessed.map(({ criterion }) => criterion);
    assessesEachOnce(named);
    assessesWhatIsNeeded(decision, named);
    const assessedOn = decision.decidedOn;
    return [
      ...convenedTo(application, decision, meeting),
      ...assessed.map((assessment) => criterionAssessed.fact({ ...assessment, assessedOn })),
      fact(decision),
    ];
  },
  evolve: (state, { decidedOn, items: answers }) =>
    state.status === 'applied'
      ? { ...state, status: 'decided', decidedOn, granted: answers.flatMap(granted) }
      : state,
});

/** That the case was called to the planned meeting that decides it, where its own stream does not say so yet. */
const convenedTo = (
  { meetings }: InApplication,
  { meetingId, decidedOn }: Pick<Decided, 'meetingId' | 'decidedOn'>,
  meeting: AtMeeting | undefined,
) =>
  meetingId === undefined || meetings[meetingId] !== undefined || meeting?.putOn === undefined
    ? []
    : [
        keMeetingConvenedForCase.fact({
          meetingId,
          convenedOn: meeting.putOn,
          meetsOn: decidedOn,
          invitedUnits: [],
        }),
      ];

const granted = ({ item, outcome }: Pick<Answer, 'item' | 'outcome'>): Granted[] =>
  outcome === 'REFUSED' ? [] : [{ item, outcome }];

export const decisionSteps = [criterionAssessed, decisionMade] as const;
