import type { EventStore } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { projections } from '#projections/index';
import type { KillableNode } from '../../contract/killable-node.js';
import { type Done, readAll, subscribeToAll } from '../embedded-node/reads.js';

/** Events, time, and processor time of the reader and of the node. */
export interface Read extends Done {
  readonly cpuUs: number;
  readonly nodeUs: number;
}

/** Goes through the log in one way, in this process. */
export type Way = (node: KillableNode, most: number) => Promise<number>;

export async function measured(way: Way, node: KillableNode, most: number): Promise<Read> {
  await node.usage();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const events = await way(node, most);
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const { cpu: nodeUs } = await node.usage();
  return { events, ms, cpuUs: user + system, nodeUs };
}

export const byClient: Way = async ({ connectionString }, most) =>
  (await readAll(connectionString, most)).events;

export const followedByClient: Way = async ({ connectionString }, most) =>
  (await subscribeToAll(connectionString, most)).events;

const withStore = async (
  { connectionString }: KillableNode,
  work: (store: EventStore) => Promise<number>,
) => {
  const store = connectEventStore(connectionString);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

/** Frames cut and events told apart; no JSON is parsed. */
export const byUs: Way = (node, most) =>
  withStore(node, async (store) => {
    let count = 0;
    for await (const events of store.scan({})) {
      count += events.length;
      if (count >= most) break;
    }
    return count;
  });

/** The same with both JSONs of each event parsed. */
export const parsedByUs: Way = (node, most) =>
  withStore(node, async (store) => {
    let count = 0;
    for await (const events of store.scan({})) {
      for (const event of events) event.read();
      count += events.length;
      if (count >= most) break;
    }
    return count;
  });

export const followedByUs: Way = (node, most) =>
  withStore(node, async (store) => {
    const ended = new AbortController();
    const categories = projections.flatMap(({ handles }) => handles.map(({ category }) => `${category}-`));
    const streamPrefixes = [...new Set(categories)];
    let count = 0;
    for await (const batch of store.subscribe({ streamPrefixes, signal: ended.signal })) {
      for (const delivery of batch) {
        if (delivery.kind !== 'event') continue;
        delivery.event.read();
        count += 1;
      }
      if (count >= most) break;
    }
    return count;
  });
