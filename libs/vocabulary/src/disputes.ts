/** A disagreement, and what was decided in it, where it was decided and not agreed on. */
export interface Disputed<Bound> {
  readonly raisedOn: string;
  readonly settledOn?: string | undefined;
  readonly binds?: Bound | undefined;
}

/**
 * What is disputed on a day, and what binds by then: what was decided last, by the day on which it was settled, whenever it was raised or typed in;
 * of one day the one that was raised last (U20).
 */
export function standOn<Bound>(disputes: readonly Disputed<Bound>[], day: string) {
  const settled = disputes
    .filter(({ binds, settledOn = '9999' }) => binds !== undefined && settledOn <= day)
    .toSorted(({ settledOn: one = '' }, { settledOn: other = '' }) =>
      one === other ? 0 : one < other ? -1 : 1,
    );
  return {
    isOpen: disputes.some(({ raisedOn, settledOn }) => settledOn === undefined && raisedOn <= day),
    binds: settled.at(-1)?.binds,
  };
}
