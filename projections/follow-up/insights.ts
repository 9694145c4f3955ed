import type { ChildAge, InsightHearing } from '#follow-up';
import type { Sealed } from '#event-sourcing/projection';

/** An age at which what parents see changed, and how the person was heard of it. */
export interface InsightReview {
  readonly reviewId: string;
  readonly age: ChildAge;
  readonly dueOn: string;
  readonly hearing: InsightHearing | null;
  readonly text: Sealed | null;
  readonly reviewedOn: string | null;
  /** What told that the age was reached. */
  readonly eventId: string;
}

type Reviews = readonly InsightReview[];

export const noticed = (
  reviews: Reviews,
  due: Pick<InsightReview, 'reviewId' | 'age' | 'dueOn'>,
): Reviews => [
  ...reviews,
  {
    reviewId: due.reviewId,
    age: due.age,
    dueOn: due.dueOn,
    hearing: null,
    text: null,
    reviewedOn: null,
    eventId: '',
  },
];

type Done = Pick<InsightReview, 'reviewId' | 'hearing' | 'reviewedOn'> & {
  readonly text?: Sealed | null | undefined;
};
export const reviewed = (reviews: Reviews, { reviewId, hearing, text, reviewedOn }: Done): Reviews =>
  reviews.map((one) =>
    one.reviewId === reviewId ? { ...one, hearing, text: text ?? null, reviewedOn } : one,
  );

export const toldBy = (reviews: Reviews, reviewId: string, eventId: string): Reviews =>
  reviews.map((one) => (one.reviewId === reviewId ? { ...one, eventId } : one));

/** A later age takes the place of an earlier one of which nobody was heard. */
export function insightIn({ insight_reviews }: { readonly insight_reviews: Reviews }) {
  const last = insight_reviews.at(-1);
  const open = last?.reviewedOn === null ? last : undefined;
  return {
    insight_age: open?.age ?? null,
    insight_since: open?.dueOn ?? null,
    insight_event: open?.eventId ?? null,
    insight_noticed_on: last?.dueOn ?? null,
  };
}
