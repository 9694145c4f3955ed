import { defineProjection } from '#event-sourcing/projection';
import { type SubscriptionEvent, subscriptionEvents } from '#subscription';

/** A receiver that took nothing and was paused for it, by the system. */
export interface Failed {
  readonly cause: string;
  readonly since: string;
  readonly eventId: string;
}
export interface Receiver {
  readonly endpointId: string;
  /** Null while it goes on, and where somebody paused it who means it. */
  readonly failed: Failed | null;
}
export interface Served {
  readonly subscriptionId: string;
  /** The last day. */
  readonly validUntil: string | null;
  readonly receivers: readonly Receiver[];
}

export type ReceiversRow = {
  /** The municipality's id. */
  readonly subscriptions_of: string;
  /** Those that are not revoked, with the receivers that are not removed. */
  readonly subscriptions: readonly Served[];
};

type Change = (all: readonly Served[]) => readonly Served[];

const each =
  (subscriptionId: string, change: Partial<Served>): Change =>
  (all) =>
    all.map((one) => (one.subscriptionId === subscriptionId ? { ...one, ...change } : one));

const receiversOf =
  (change: (receivers: readonly Receiver[]) => readonly Receiver[]): Change =>
  (all) =>
    all.map((one) => ({ ...one, receivers: change(one.receivers) }));

const stands = (endpointId: string, failed: Failed | null): Change =>
  receiversOf((receivers) =>
    receivers.map((one) => (one.endpointId === endpointId ? { endpointId, failed } : one)),
  );

function changeBy({ type, data, id: eventId }: SubscriptionEvent & { readonly id: string }): Change {
  switch (type) {
    case 'SubscriptionGranted': {
      const { subscriptionId, validUntil = null } = data;
      return (all) => [...all, { subscriptionId, validUntil, receivers: [] }];
    }
    case 'SubscriptionChanged':
      return each(data.subscriptionId, { validUntil: data.validUntil ?? null });
    case 'SubscriptionRevoked':
      return (all) => all.filter(({ subscriptionId }) => subscriptionId !== data.subscriptionId);
    case 'WebhookRegistered': {
      const { subscriptionId, endpointId } = data;
      const added = { endpointId, failed: null };
      return (all) =>
        all.map((one) =>
          one.subscriptionId === subscriptionId ? { ...one, receivers: [...one.receivers, added] } : one,
        );
    }
    case 'WebhookPaused': {
      const { endpointId, cause, pausedOn: since } = data;
      return stands(endpointId, cause === 'STAFF' ? null : { cause, since, eventId });
    }
    case 'WebhookResumed':
      return stands(data.endpointId, null);
    case 'WebhookRemoved':
      return receiversOf((receivers) => receivers.filter(({ endpointId }) => endpointId !== data.endpointId));
    case 'SubscriptionPaused':
    case 'SubscriptionResumed':
    case 'SubscriptionSecretIssued':
    case 'WebhookSecretRotated':
    case 'WebhookReplayed':
    case 'WebhookTested':
    case 'EventStreamOpened':
    case 'EventStreamClosed':
      return (all) => all;
  }
}

/** A municipality's receivers of public events, in one row, and which of them were paused since they took nothing. */
export const receivers = defineProjection<ReceiversRow, typeof subscriptionEvents>({
  name: 'receivers',
  version: 1,
  sees: 'effective',
  handles: [subscriptionEvents],
  keyColumn: 'subscriptions_of',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { subscriptions_of: 'text', subscriptions: 'jsonb' },
  key: ({ data }) => data.municipality,
  fold: (row, event) => ({
    subscriptions_of: event.data.municipality,
    subscriptions: changeBy(event)(row?.subscriptions ?? []),
  }),
});
