import {
  codeOf,
  dayToCome,
  flag,
  integer,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { representatives } from '#vocabulary';
import { planApprovalWays, planPauseReasons, planReviewOutcomes } from '../codes.js';
import type { PlanState } from '../plan.js';
import { about, of, step } from '../step.js';

export const planCourseRefusals = refusals('plan', {
  'date-order.period': [
    'A plan’s period ends, and the next review comes, on or after the day on which they are set, and the review within the period.',
    'Planperioden slutter, og neste gjennomgang kommer, samme dag som de settes, eller senere, og gjennomgangen innen perioden er ute.',
    'Planperioden sluttar, og neste gjennomgang kjem, same dagen som dei blir sette, eller seinare, og gjennomgangen innan perioden er ute.',
  ],
  'no-such-version': [
    'The plan has no such version. A version is made by revising it.',
    'Planen har ingen slik versjon. En versjon blir til når planen revideres.',
    'Planen har ingen slik versjon. Ein versjon blir til når planen blir revidert.',
  ],
  'already-approved': [
    'This version is approved already.',
    'Denne versjonen er allerede godkjent.',
    'Denne versjonen er alt godkjend.',
  ],
  'date-order.approved': [
    'A version is approved on or after the day on which it was made.',
    'En versjon godkjennes samme dag som den ble laget, eller senere.',
    'Ein versjon blir godkjend same dagen som han vart laga, eller seinare.',
  ],
  'not-another.approved': [
    'The person approves in person: leave out who else it was.',
    'Personen godkjenner selv: utelat hvem andre det var.',
    'Personen godkjenner sjølv: utelat kven andre det var.',
  ],
  'already-paused': ['The plan rests already.', 'Planen hviler allerede.', 'Planen kviler alt.'],
  'not-paused': ['The plan does not rest.', 'Planen hviler ikke.', 'Planen kviler ikkje.'],
  'date-order.resumed': [
    'A plan goes on again on or after the day on which it was paused.',
    'En plan fortsetter samme dag som den ble satt på vent, eller senere.',
    'Ein plan held fram same dagen som han vart sett på vent, eller seinare.',
  ],
});
const { refuseIf, inOrder } = planCourseRefusals;

const text = personal.text(of);

/** Up to when the plan goes, and when it is looked at next (content g). */
const planPeriodSet = step(
  'PlanPeriodSet',
  v1({ ...about, until: dayToCome(), nextReviewOn: dayToCome(), setOn: localDate() }, { occurs: 'setOn' }),
  {
    check(_, { until, nextReviewOn, setOn }) {
      inOrder(setOn, nextReviewOn, 'date-order.period');
      inOrder(nextReviewOn, until, 'date-order.period');
    },
    evolve: (state) => state,
  },
);

/** Somebody went through the plan with the person (F13, A2). */
const planReviewed = step(
  'PlanReviewed',
  v1(
    {
      ...about,
      reviewId: newId('planReview'),
      outcome: codeOf(planReviewOutcomes),
      withSubject: flag(),
      remark: optional(text),
      nextReviewOn: optional(dayToCome()),
      reviewedOn: localDate(),
      meetingId: optional(ref('meeting')),
    },
    { occurs: 'reviewedOn' },
  ),
  {
    check(_, { nextReviewOn, reviewedOn }) {
      if (nextReviewOn !== undefined) inOrder(reviewedOn, nextReviewOn, 'date-order.period');
    },
    evolve: (state) => state,
  },
);

/** The plan as it reads that day is a version, numbered as recorded (F17). */
const planRevised = step(
  'PlanRevised',
  v1(
    { ...about, version: optional(integer(1, 10_000)), what: optional(text), revisedOn: localDate() },
    { occurs: 'revisedOn' },
  ),
  {
    decide: (said, { state }, fact) => [fact({ ...said, version: state.version + 1 })],
    evolve: (state, { version, revisedOn }) => ({
      ...state,
      version: version ?? state.version + 1,
      revisedOn,
    }),
  },
);

/** The plan is the person's: a version holds when the person, or who speaks for the person, approves it (F8). */
const planApproved = step(
  'PlanApprovedByOwner',
  v1(
    {
      ...about,
      /** The newest unless told. */
      version: optional(integer(1, 10_000)),
      approvedBy: codeOf(representatives),
      approvedById: optional(ref('party')),
      way: codeOf(planApprovalWays),
      approvedOn: localDate(),
    },
    { occurs: 'approvedOn' },
  ),
  {
    check(state, { version, approvedBy, approvedById, approvedOn }) {
      const which = version ?? state.version;
      refuseIf(which < 1 || which > state.version, 'no-such-version');
      refuseIf(which <= state.approved, 'already-approved');
      refuseIf(approvedBy === 'SUBJECT' && approvedById !== undefined, 'not-another.approved');
      if (which === state.version) inOrder(state.revisedOn ?? approvedOn, approvedOn, 'date-order.approved');
    },
    decide: (said, { state }, fact) => [
      fact({ ...said, version: said.version ?? Math.max(1, state.version) }),
    ],
    evolve: (state, { version = state.version }) => ({ ...state, approved: version }),
  },
);

const planPaused = step(
  'PlanPaused',
  v1(
    { ...about, reasonCode: codeOf(planPauseReasons), reason: optional(text), pausedOn: localDate() },
    { occurs: 'pausedOn' },
  ),
  {
    ends: true,
    check: ({ pausedOn }) => refuseIf(pausedOn !== undefined, 'already-paused'),
    evolve: (state, { pausedOn }) => ({ ...state, pausedOn }),
  },
);

const planResumed = step('PlanResumed', v1({ ...about, resumedOn: localDate() }, { occurs: 'resumedOn' }), {
  check({ pausedOn }, { resumedOn }) {
    refuseIf(pausedOn === undefined, 'not-paused');
    inOrder(pausedOn ?? resumedOn, resumedOn, 'date-order.resumed');
  },
  evolve(state): PlanState {
    const { pausedOn: _, ...going } = state;
    return going;
  },
});

/** The plan is kept on paper, and only that it is, is here; or here again. */
const planKeptOnPaper = step(
  'PlanKeptOnPaper',
  v1(
    {
      ...about,
      onPaper: flag(),
      place: optional(personal.text({ ...of, max: 1000 })),
      since: localDate(),
    },
    { occurs: 'since' },
  ),
  { ends: true, evolve: (state) => state },
);

export const courseSteps = [
  planPeriodSet,
  planReviewed,
  planRevised,
  planApproved,
  planPaused,
  planResumed,
  planKeptOnPaper,
] as const;
