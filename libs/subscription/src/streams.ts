import { type CommandRunner, type Recorded, streamName } from '#event-sourcing';
import { subscriptionDecider, type SubscriptionEvent } from './domain/decide.js';
import { subscriptionStream } from './stream.js';

/** A stream of the event store into which what one version of a subscription shows is written. */
export interface EventStream {
  readonly streamId: string;
  readonly subscriptionId: string;
  readonly openedOn: string;
  /** When it was closed, or the subscription was changed or revoked. */
  readonly closedOn: string | undefined;
}

/** Copies for others stand in streams that begin so. They are no part of the history: nothing of Samspor's own follows them. */
const category = 'public';
export const publicStream = (tenant: string, streamId: string) => streamName(category, tenant, streamId);
/** The login in the event store that may read it. */
export const readerOf = (streamId: string) => `subscriber-${streamId}`;

/** A municipality's streams as what stands in its stream of subscriptions says, the oldest first. */
export function eventStreamsIn(effective: readonly SubscriptionEvent[]): readonly EventStream[] {
  const all = new Map<string, EventStream>();
  const close = (closedOn: string, isMeant: (one: EventStream) => boolean) => {
    for (const one of all.values()) {
      if (one.closedOn === undefined && isMeant(one)) all.set(one.streamId, { ...one, closedOn });
    }
  };
  for (const { type, data } of effective) {
    if (type === 'EventStreamOpened') {
      const { streamId, subscriptionId, openedOn } = data;
      all.set(streamId, { streamId, subscriptionId, openedOn, closedOn: undefined });
    } else if (type === 'EventStreamClosed') {
      close(data.closedOn, ({ streamId }) => streamId === data.streamId);
    } else if (type === 'SubscriptionChanged') {
      close(data.changedOn, ({ subscriptionId }) => subscriptionId === data.subscriptionId);
    } else if (type === 'SubscriptionRevoked') {
      close(data.revokedOn, ({ subscriptionId }) => subscriptionId === data.subscriptionId);
    }
  }
  return [...all.values()];
}

/** As the log has them now. */
export async function eventStreamsOf(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
): Promise<readonly EventStream[]> {
  const { effective } = await log.look(subscriptionDecider, subscriptionStream(tenant));
  return eventStreamsIn(effective as unknown as readonly (SubscriptionEvent & Recorded)[]);
}
