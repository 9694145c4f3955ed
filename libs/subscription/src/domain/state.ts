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

/** A stream of the log into which events are written, as far as decisions look at it. */
export interface KnownStream {
  readonly streamId: string;
  readonly subscriptionId: string;
  readonly isOpen: boolean;
}

/** Every subscription of a municipality: they are few, and stand in one stream, `subscription-<tenant>.grants`. */
export interface Subscriptions {
  readonly all: readonly Known[];
  readonly webhooks: readonly KnownWebhook[];
  readonly streams: readonly KnownStream[];
}
export const initialState: Subscriptions = { all: [], webhooks: [], streams: [] };

export const changed = (
  state: Subscriptions,
  subscriptionId: string,
  change: Partial<Known>,
): Subscriptions => ({
  ...state,
  all: state.all.map((one) => (one.subscriptionId === subscriptionId ? { ...one, ...change } : one)),
});

export const changedWebhook = (
  state: Subscriptions,
  endpointId: string,
  status: KnownWebhook['status'],
): Subscriptions => ({
  ...state,
  webhooks: state.webhooks.map((one) => (one.endpointId === endpointId ? { ...one, status } : one)),
});

export const closed = (state: Subscriptions, isMeant: (stream: KnownStream) => boolean): Subscriptions => ({
  ...state,
  streams: state.streams.map((one) => (isMeant(one) ? { ...one, isOpen: false } : one)),
});
