import { codeOf, idOf, localDate, newId, optional, personal, v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { childAges, insightHearings } from '../codes.js';
import { about, of, step } from '../step.js';

export const insightReviewRefusals = refusals('follow-up', {
  'no-such-insight-review': [
    'Nothing of the kind is to be gone through of what the parents may see.',
    'Det er ikke noe slikt å gå gjennom om hva foreldrene får se.',
    'Det er ikkje noko slikt å gå gjennom om kva foreldra får sjå.',
  ],
  'insight-reviewed': [
    'This was gone through already. Correct that entry if it is wrong.',
    'Dette er allerede gått gjennom. Rett den oppføringen hvis den er feil.',
    'Dette er alt gått gjennom. Rett den oppføringa om ho er feil.',
  ],
  'date-order.insight-review': [
    'It cannot be gone through before the person is of that age.',
    'Det kan ikke gås gjennom før personen har nådd den alderen.',
    'Det kan ikkje gåast gjennom før personen har nådd den alderen.',
  ],
  'not-correctable.insight-review': [
    'That an age was reached follows from the day of birth. Correct that, or mark the notice as recorded in error.',
    'At en alder er nådd, følger av fødselsdagen. Rett den, eller merk varselet som feilregistrert.',
    'At ein alder er nådd, følgjer av fødselsdagen. Rett den, eller merk varselet som feilregistrert.',
  ],
});
const { refusal, refuseIf, inOrder } = insightReviewRefusals;

/** The person has reached an age at which the law changes what parents see of the plan (pbrl § 3-4). Noticed once of each age. */
const insightReviewDue = step(
  'InsightReviewDue',
  v1(
    { ...about, reviewId: newId('insightReview'), age: codeOf(childAges), dueOn: localDate() },
    { occurs: 'dueOn', isNotice: true },
  ),
  {
    admit: (_, __, standing) => refuseIf(standing !== undefined, 'not-correctable.insight-review'),
    decide: (said, { state }, fact) =>
      Object.values(state.insightReviews).some(({ age }) => age === said.age) ? [] : [fact(said)],
    evolve: (state, { reviewId, age, dueOn }) => ({
      ...state,
      insightReviews: { ...state.insightReviews, [reviewId]: { age, dueOn } },
    }),
  },
);

/** Whoever the plan is for was asked what the parents should see from then on; what comes of it is recorded as decisions and consents. */
const insightReviewed = step(
  'InsightReviewed',
  v1(
    {
      ...about,
      reviewId: idOf('insightReview'),
      hearing: codeOf(insightHearings),
      text: optional(personal.text(of)),
      reviewedOn: localDate(),
    },
    { occurs: 'reviewedOn' },
  ),
  {
    check({ insightReviews }, { reviewId, reviewedOn }) {
      const review = insightReviews[reviewId];
      if (review === undefined) throw refusal('no-such-insight-review');
      refuseIf(review.reviewedOn !== undefined, 'insight-reviewed');
      inOrder(review.dueOn, reviewedOn, 'date-order.insight-review');
    },
    evolve(state, { reviewId, reviewedOn }) {
      const review = state.insightReviews[reviewId];
      if (review === undefined) return state;
      return { ...state, insightReviews: { ...state.insightReviews, [reviewId]: { ...review, reviewedOn } } };
    },
  },
);

export const insightReviewSteps = [insightReviewDue, insightReviewed] as const;
