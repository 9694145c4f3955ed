import { setTimeout as delay } from 'node:timers/promises';
import {
  END,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
  streamNameFilter,
  type PersistentSubscriptionToAll,
  type PersistentSubscriptionToStream,
  type PersistentSubscriptionToStreamSettings,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { answered, errorAnswer, line, type Stage } from './answers.js';
import type { PersistentStep, Reply } from './scenario.js';

/** How long a consumer may get what was not recorded, before it is taken at its word. */
const quiet = 60;

/** Plays a step of a persistent subscription. */
export async function persistent(stage: Stage, step: PersistentStep): Promise<unknown> {
  const { client, names } = stage;
  const stream = names.stream(step.stream ?? '');
  // Groups of $all are named apart from other scenarios'.
  const allGroup = names.stream(step.group);
  const done = (operation: () => Promise<void>): Promise<unknown> =>
    answered(stage, async () => {
      await operation();
      return { ok: true };
    });
  switch (step.does) {
    case 'consume':
      return consume(stage, step, client.subscribeToPersistentSubscriptionToStream(stream, step.group));
    case 'consumeAll':
      return consume(stage, step, client.subscribeToPersistentSubscriptionToAll(allGroup));
    case 'two':
      return two(stage, () => client.subscribeToPersistentSubscriptionToStream(stream, step.group));
    case 'info':
      return answered(stage, () => info(stage, step));
    case 'create':
      return done(() => client.createPersistentSubscriptionToStream(stream, step.group, settings(step)));
    case 'update':
      return done(() => client.updatePersistentSubscriptionToStream(stream, step.group, settings(step)));
    case 'delete':
      return done(() => client.deletePersistentSubscriptionToStream(stream, step.group));
    case 'createAll':
      return done(() =>
        client.createPersistentSubscriptionToAll(
          allGroup,
          persistentSubscriptionToAllSettingsFromDefaults({ startFrom: START }),
          { filter: streamNameFilter({ prefixes: [names.stream(step.streamPrefix ?? '')] }) },
        ),
      );
    case 'deleteAll':
      return done(() => client.deletePersistentSubscriptionToAll(allGroup));
    case 'replayParked':
      return done(() => client.replayParkedMessagesToStream(stream, step.group));
  }
}

function settings(step: PersistentStep): PersistentSubscriptionToStreamSettings {
  const { startFrom, ...rest } = step.settings ?? {};
  return persistentSubscriptionToStreamSettingsFromDefaults({
    ...rest,
    ...(startFrom === undefined ? {} : { startFrom: startFrom === 'start' ? START : END }),
  });
}

/** What the client is told about a group, without what is measured or belongs to the connection. */
async function info({ client, names }: Stage, step: PersistentStep): Promise<unknown> {
  const found = await client.getPersistentSubscriptionToStreamInfo(names.stream(step.stream), step.group);
  const { eventSource, groupName, status, settings: of, stats } = found;
  const { averagePerSecond: _average, countSinceLastMeasurement: _count, ...counted } = stats;
  const texts = Object.entries(counted)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]);
  return {
    eventSource: names.plain(eventSource),
    groupName,
    status,
    settings: of,
    stats: Object.fromEntries(texts),
  };
}

type Consumer = PersistentSubscriptionToStream | PersistentSubscriptionToAll;

/** Connects, gives each event in turn its reply, and answers with everything that arrived. */
async function consume(stage: Stage, step: PersistentStep, consumer: Consumer): Promise<unknown> {
  const arrivals: unknown[] = [];
  const replies = [...(step.answers ?? [])];
  const expected = (step.answer as readonly unknown[]).length;
  let replying: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve) => {
    const patience = setTimeout(resolve, Math.max(step.ms ?? 0, 5000));
    const arrived = (arrival: unknown): void => {
      arrivals.push(arrival);
      if (arrivals.length < expected) return;
      clearTimeout(patience);
      resolve();
    };
    consumer.on('confirmation', () => arrived('confirmation'));
    consumer.on('error', (error: unknown) => arrived(errorAnswer(error, stage)));
    consumer.on('data', (resolved: ResolvedEvent & { retryCount?: number }) => {
      if (!resolved.event) return;
      const reply = replies.shift();
      if (reply) replying = replying.then(() => answer(consumer, reply, resolved));
      arrived(`${line(stage, resolved.event)} retry=${resolved.retryCount ?? 0} → ${reply ?? 'left'}`);
    });
  });
  await replying;
  await delay(quiet);
  await consumer.unsubscribe();
  return arrivals;
}

async function answer(consumer: Consumer, reply: Reply, event: ResolvedEvent): Promise<void> {
  if (reply === 'ack') await consumer.ack(event);
  else await consumer.nack(reply, 'played', event);
}

/** Connects a second consumer while one is connected, and answers with what the second gets. */
async function two(stage: Stage, connect: () => Consumer): Promise<unknown> {
  const first = connect();
  first.on('data', () => undefined);
  await new Promise<void>((resolve) => first.once('confirmation', () => resolve()));
  const second = connect();
  second.on('data', () => undefined);
  const arrival = await new Promise<unknown>((resolve) => {
    second.once('confirmation', () => resolve('confirmation'));
    second.once('error', (error: unknown) => resolve(errorAnswer(error, stage)));
  });
  await first.unsubscribe();
  return [arrival];
}
