/** A subscription, as far as decisions look at it. */
export interface Known {
  readonly subscriptionId: string;
  readonly status: 'running' | 'paused' | 'revoked';
  /** The day of what was told last. */
  readonly lastOn: string;
  readonly validFrom: string;
}

/** Every subscription of a municipality: they are few, and stand in one stream, `subscription-<tenant>.grants`. */
export interface Subscriptions {
  readonly all: readonly Known[];
}
export const initialState: Subscriptions = { all: [] };

export const changed = (
  { all }: Subscriptions,
  subscriptionId: string,
  change: Partial<Known>,
): Subscriptions => ({
  all: all.map((one) => (one.subscriptionId === subscriptionId ? { ...one, ...change } : one)),
});
