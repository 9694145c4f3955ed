import { hasDoubles } from '#event-sourcing/doubles';
import { codeOf, flag, list, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { reviewedParts, type ReviewedPart, reviewOutcomes } from '../codes.js';
import { type Coordination, isCoordinated, planOn } from '../coordination.js';
import { isStanding } from '../report.js';
import { about, of, step } from '../step.js';

export const reviewRefusals = refusals('coordination', {
  'review-parts': [
    'A review names at least one of plan, coordinator and group, each once.',
    'En gjennomgang nevner minst én av plan, koordinator og gruppe, hver én gang.',
    'Ein gjennomgang nemner minst éin av plan, koordinator og gruppe, kvar éin gong.',
  ],
  'nothing-to-review': [
    'Something that was named did not run on that day. Choose the day of the review, and name what ran then.',
    'Noe av det som er nevnt, var ikke i gang den dagen. Velg dagen for gjennomgangen, og nevn det som var i gang da.',
    'Noko av det som er nemnt, var ikkje i gang den dagen. Vel dagen for gjennomgangen, og nemn det som var i gang da.',
  ],
});
const { refuseIf } = reviewRefusals;

/** A unit says so, and nobody has confirmed it yet: its leader is asked too. */
const isReported = ({ reports }: Coordination, day: string, asPlan: boolean) =>
  reports.some(
    (one) =>
      isStanding(one) && one.reportedOn <= day && (asPlan ? one.hasPlan : one.coordinatorId !== undefined),
  );

const runs: Readonly<Record<ReviewedPart, (state: Coordination, day: string) => boolean>> = {
  PLAN: (state, day) => planOn(state, day) !== undefined || isReported(state, day, true),
  COORDINATOR: (state, day) => isCoordinated(state, day) || isReported(state, day, false),
  GROUP: ({ members }, day) =>
    members.some(({ joinedOn, leftOn = '9999' }) => joinedOn <= day && day <= leftOn),
};

/** Somebody asked whether what runs is still right: each half year or so, and when a plan has ended beside it. What is to change is recorded apart. */
const coordinationReviewed = step(
  'CoordinationReviewed',
  v1(
    {
      ...about,
      reviewId: newId('review'),
      parts: list(codeOf(reviewedParts)),
      outcome: codeOf(reviewOutcomes),
      /** Whether the person took part. */
      withSubject: flag(),
      remark: optional(personal.text(of)),
      /** Who answered, where that is another than who writes it down. */
      reviewedById: optional(ref('party')),
      reviewedOn: localDate(),
    },
    { occurs: 'reviewedOn' },
  ),
  {
    check(state, { parts, reviewedOn }) {
      refuseIf(parts.length === 0 || hasDoubles(parts), 'review-parts');
      refuseIf(
        parts.some((part) => !runs[part](state, reviewedOn)),
        'nothing-to-review',
      );
    },
    evolve: (state) => state,
  },
);

export const reviewSteps = [coordinationReviewed] as const;
