/** What a reader is told of a count: the number, or between which it lies; `to` is null where there is no end. */
export type Shown = { readonly exact: number } | { readonly from: number; readonly to: number | null };

/** Fewer than five of anything that is a person's: told as such, never as a number. */
export const isSmall = (count: number): boolean => count >= 1 && count <= 4;

const small: Shown = { from: 1, to: 4 };

/** A total as it may be shown (S1). */
export const shownTotal = (count: number): Shown => (isSmall(count) ? small : { exact: count });

export const isExact = (shown: Shown | null | undefined): shown is { readonly exact: number } =>
  shown !== null && shown !== undefined && 'exact' in shown;

/** The least and the most that it may be. */
export const boundsOf = (shown: Shown): readonly [number, number] =>
  isExact(shown) ? [shown.exact, shown.exact] : [shown.from, shown.to ?? Number.POSITIVE_INFINITY];

export const mayBe = (shown: Shown, count: number): boolean => {
  const [from, to] = boundsOf(shown);
  return from <= count && count <= to;
};
