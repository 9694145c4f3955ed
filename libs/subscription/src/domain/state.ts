/** A subscription, as far as decisions look at it. */
export interface Known {
  readonly subscriptionId: string;
  readonly status: 'running' | 'paused' | 'revoked';
  /** The day of what was told last. */
  readonly lastOn: string;
  readonly validFrom: string;
  /** Which events it shows. */
  readonly types: readonly string[];
}

/** An address that events are sent to, as far as decisions look at it. */
export interface KnownWebhook {
  readonly endpointId: string;
  readonly subscriptionId: string;
  readonly status: 'running' | 'paused' | 'removed';
}

/** Every subscription of a municipality: they are few, and stand in one stream, `subscription-<tenant>.grants`. */
export interface Subscriptions {
  readonly all: readonly Known[];
  readonly webhooks: readonly KnownWebhook[];
}
export const initialState: Subscriptions = { all: [], webhooks: [] };

export const changed = (
  { all, webhooks }: Subscriptions,
  subscriptionId: string,
  change: Partial<Known>,
): Subscriptions => ({
  webhooks,
  all: all.map((one) => (one.subscriptionId === subscriptionId ? { ...one, ...change } : one)),
});

export const changedWebhook = (
  { all, webhooks }: Subscriptions,
  endpointId: string,
  status: KnownWebhook['status'],
): Subscriptions => ({
  all,
  webhooks: webhooks.map((one) => (one.endpointId === endpointId ? { ...one, status } : one)),
});
