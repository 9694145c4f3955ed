import {
  code,
  codeOf,
  flag,
  list,
  localDate,
  newId,
  optional,
  personal,
  record,
  ref,
  version,
  v1,
} from '#event-sourcing/event';
import { deciderBodies, items, legalBases } from '#vocabulary';
import type { Answered, Applied, Case } from '../case.js';
import { criteria, type Criterion, outcomes } from '../codes.js';
import { applied, inApplication } from '../course.js';
import type { Deciding, Fact } from '#event-sourcing/step';
import { about, type Asked, type AtMeeting, of, type SaidIn, step } from '../step.js';
import { asItsMeeting, heldFor, stillAsTheBoard } from './at-meeting.js';
import { assessesEachOnce, assessesItsOwn, assessesWhatIsNeeded } from './criteria.js';
import {
  answersEachItem,
  byItsMeeting,
  byTheDecider,
  type Decision,
  decidedInTime,
  givesLegalBases,
  givesReasons,
  inOrder,
  ofKnownBases,
  restsOnLaw,
} from './grounds.js';
import { keMeetingConvenedForCase } from './meeting.js';
import { refuseUnread } from './reading.js';

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
    in: applied,
    byQualified: true,
    check: ({ receivedOn }, { assessedOn }) => inOrder(receivedOn, assessedOn, 'date-order.assessed'),
    evolve: (state, { criterion, met, assessedOn }) =>
      'criteria' in state
        ? { ...state, criteria: { ...state.criteria, [criterion]: { met, assessedOn } } }
        : state,
  },
);

/** What every decision says, also one that amends another. */
export const deciding = {
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
};

const made = version(
  2,
  { ...about, decisionId: optional(newId('decision')), ...deciding },
  {
    occurs: 'decidedOn',
    upcasts: { 1: (data) => ({ ...data }) },
    correctionUpcasts: { 1: (data) => ({ ...data }) },
  },
);

const byCriterion = (assessed: readonly Assessment[]) =>
  Object.fromEntries(assessed.map(({ criterion, met }) => [criterion, { met }]));

export interface Assessment {
  readonly criterion: Criterion;
  readonly met: boolean;
  readonly reason: string;
}
export type Answer = Pick<SaidIn<typeof made.fields>['items'][number], 'item' | 'outcome'>;
type Said = SaidIn<typeof made.fields>;
/** What is said with a decision, and recorded before it. */
export type WithCriteria = { readonly criteria: readonly Assessment[] };

/** A decision that was made before there could be several is known by its case. */
export const decisionOf = ({
  decisionId,
  caseId,
}: {
  readonly decisionId?: string | undefined;
  readonly caseId: string;
}) => decisionId ?? caseId;

/** What holds of a decision on what the law, the municipality and the case ask for. */
export function holds(application: Applied, decision: Decision): void {
  const assessed = criteria.codes.filter((criterion) => application.criteria[criterion] !== undefined);
  assessesWhatIsNeeded(decision.items, decision.decidedOn, assessed);
  givesLegalBases(decision);
  decidedInTime(application, decision);
  byItsMeeting(application, decision);
}

/**
 * By the profile of the day, on what is law on it, and at a meeting that came to it; of those recorded before, the law is asked where a correction
 * touches it.
 */
export function isAdmitted(said: Partial<Said>, { profile, meeting }: Asked, standing?: Decision): void {
  const { decidedBy, legalBasis, items: answers = [], decidedOn } = said;
  ofKnownBases(legalBasis, ...answers.map((answer) => answer.legalBasis));
  const isTouched = legalBasis !== undefined || answers.length > 0 || decidedOn !== undefined;
  if (isTouched) restsOnLaw({ items: [], decidedOn: '', ...standing, ...said });
  if (decidedBy !== undefined && decidedBy !== standing?.decidedBy) byTheDecider(decidedBy, profile());
  const reads = { ...standing, ...said };
  if (reads.meetingId !== undefined && reads.decidedBy !== 'BOARD') {
    heldFor(meeting, { kind: 'UNIT', treatment: 'TREATED', day: reads.decidedOn });
  }
}

/** The criteria that are assessed with a decision are recorded before it, and dated as it. */
export function assessedWith(assessed: readonly Assessment[], assessedOn: string): Fact[] {
  assessesEachOnce(assessed.map(({ criterion }) => criterion));
  return assessed.map((assessment) => criterionAssessed.fact({ ...assessment, assessedOn }));
}

/** What a new decision rests on that one of before did not: the item's own conditions, and a second reading where it goes against them. */
export function isPrepared(
  application: Applied,
  decision: Decision,
  assessed: readonly Assessment[],
  { asked: { actorId } }: Deciding<Case, Asked>,
): void {
  const met = { ...application.criteria, ...byCriterion(assessed) };
  assessesItsOwn(decision.items, decision.decidedOn, Object.keys(met) as Criterion[]);
  refuseUnread(application, decision, met, actorId);
}

/** An answer to every requested item, with the criteria assessed: they are dated as the decision and stand before it in the stream (U15). */
const decisionMade = step('DecisionMade', made, {
  in: inApplication,
  byQualified: true,
  check(application, decision) {
    answersEachItem(application, decision);
    givesReasons(application, decision);
    holds(application, decision);
  },
  admit: isAdmitted,
  whenRevised: (state, decision) => stillAsTheBoard(inApplication(state), decision),
  decide({ criteria: assessed, ...decision }: Said & WithCriteria, deciding, fact) {
    const application = inApplication(deciding.state);
    asItsMeeting(application, decision);
    isPrepared(application, decision, assessed, deciding);
    return [
      ...convenedTo(application, decision, deciding.asked.meeting),
      ...assessedWith(assessed, decision.decidedOn),
      fact(decision),
    ];
  },
  evolve(state, { decidedOn, items: answers, ...data }) {
    if (state.status !== 'applied') return state;
    const decision = { decisionId: decisionOf(data), decidedOn, answers: answers.map(answeredOn(decidedOn)) };
    return {
      ...state,
      ...nothingPrepared,
      status: 'decided',
      decidedOn,
      decisions: [decision],
      dispatches: [],
    };
  },
});

/** What led to a decision is over with it. */
export const nothingPrepared = { recommendation: undefined, board: undefined, reading: undefined };

/** That the case was called to the planned meeting that decides it, where its own stream does not say so yet. */
export const convenedTo = (
  { meetings }: Applied,
  { meetingId, decidedOn }: Pick<Said, 'meetingId' | 'decidedOn'>,
  meeting: AtMeeting | undefined,
): Fact[] =>
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

export const answeredOn =
  (since: string) =>
  ({ item, outcome }: Answer): Answered => ({ item, outcome, since });

export const decisionSteps = [criterionAssessed, decisionMade] as const;
