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
  switch (step.does) {
    case 'consume':
    case 'consumeAll':
      return consume(stage, step);
    case 'two':
      return two(stage, step);
    case 'info':
      return answered(stage, () => info(stage, step));
    default:
      return answered(stage, async () => {
        await change(stage, step);
        return { ok: true };
      });
  }
}

/** Groups of `$all` are named apart from other scenarios'. */
const groupOf = ({ names }: Stage, { group }: PersistentStep): string => names.stream(group);

async function change(stage: Stage, step: PersistentStep): Promise<void> {
  const { client, names } = stage;
  const stream = names.stream(step.stream ?? '');
  switch (step.does) {
    case 'create':
      return client.createPersistentSubscriptionToStream(stream, step.group, settings(step));
    case 'update':
      return client.updatePersistentSubscriptionToStream(stream, step.group, settings(step));
    case 'delete':
      return client.deletePersistentSubscriptionToStream(stream, step.group);
    case 'createAll':
      return client.createPersistentSubscriptionToAll(
        groupOf(stage, step),
        persistentSubscriptionToAllSettingsFromDefaults({ startFrom: START }),
        { filter: streamNameFilter({ prefixes: [names.stream(step.streamPrefix ?? '')] }) },
      );
    case 'deleteAll':
      return client.deletePersistentSubscriptionToAll(groupOf(stage, step));
    case 'replayParked':
      return client.replayParkedMessagesToStream(stream, step.group);
    default:
      throw new Error(`A step of a persistent subscription that is not known: ${step.does}`);
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

function connect(stage: Stage, step: PersistentStep): Consumer {
  return step.does === 'consumeAll'
    ? stage.client.subscribeToPersistentSubscriptionToAll(groupOf(stage, step))
    : stage.client.subscribeToPersistentSubscriptionToStream(stage.names.stream(step.stream), step.group);
}

/** Connects, gives each event in turn its reply, and answers with everything that arrived. */
async function consume(stage: Stage, step: PersistentStep): Promise<unknown> {
  const consumer = connect(stage, step);
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
async function two(stage: Stage, step: PersistentStep): Promise<unknown> {
  const first = connect(stage, step);
  first.on('data', () => undefined);
  await new Promise<void>((resolve) => first.once('confirmation', () => resolve()));
  const second = connect(stage, step);
  second.on('data', () => undefined);
  const arrival = await new Promise<unknown>((resolve) => {
    second.once('confirmation', () => resolve('confirmation'));
    second.once('error', (error: unknown) => resolve(errorAnswer(error, stage)));
  });
  await first.unsubscribe();
  return [arrival];
}
