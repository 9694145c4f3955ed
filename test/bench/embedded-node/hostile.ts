import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  EventStoreDBClient,
  eventTypeFilter,
  persistentSubscriptionToAllSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { openCall, openSession, readPath, subscribeToAll } from '../../contract/raw-calls.js';
import { sendMutated } from '../../faults/mutated.js';
import { generator } from '../../faults/seeded.js';

/** Subscribes so many readers to `$all`, none of which ever reads; answers with how to end them. */
export async function stalledSubscribers(port: number, count: number): Promise<() => void> {
  const sessions = Array.from({ length: 10 }, () => openSession(port));
  for (let number = 0; number < count; number += 1) {
    const session = sessions[number % sessions.length];
    if (!session) continue;
    const call = openCall(session, readPath);
    call.end(subscribeToAll);
    await once(call, 'response');
  }
  return () => {
    for (const session of sessions) session.destroy();
  };
}

/** Connects so many groups that find nothing in `$all`, from its start; answers with how to end them. */
export async function searchingGroups(connectionString: string, count: number): Promise<() => Promise<void>> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const filter = eventTypeFilter({ prefixes: ['Nothing'] });
  const settings = persistentSubscriptionToAllSettingsFromDefaults({ startFrom: START });
  const groups = Array.from({ length: count }, (_, number) => `searching-${number}`);
  for (const group of groups) await client.createPersistentSubscriptionToAll(group, settings, { filter });
  const subscriptions = groups.map((group) => client.subscribeToPersistentSubscriptionToAll(group));
  for (const subscription of subscriptions) subscription.resume();
  return async () => {
    for (const subscription of subscriptions) await subscription.unsubscribe();
    for (const group of groups) await client.deletePersistentSubscriptionToAll(group);
    await client.dispose();
  };
}

/** Opens a hundred connections a second, each with a subscription, and drops them. */
export async function comeAndGo(port: number, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    const pause = delay(1000);
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        const session = openSession(port);
        const call = openCall(session, readPath);
        call.end(subscribeToAll);
        await once(call, 'response');
        session.destroy();
      }),
    );
    await pause;
  }
}

export const lie = (port: number, requests: number): Promise<string[]> =>
  sendMutated(port, requests, generator(1));
