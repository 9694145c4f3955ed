import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbeddedEventStore } from '#embedded-eventstore';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { done, Procedure } from '../api/procedure.js';
import type { ApiClient } from '../support/api-client.js';
import { type Program, startProgram } from '../support/program.js';
import { rounds as roundsOf, seed } from '../support/rounds.js';
import { type Received, Subscriber } from '../support/subscriber.js';
import { eventually } from '../support/wait.js';
import { generator } from './seeded.js';

const rounds = roundsOf(20, 3);
/** So late may the kill come, once a stream was opened that has everything before it. */
const latestMs = 1_500;
const caseworkers = 3;
const random = generator(seed);

interface Opened {
  readonly streamId: string;
  readonly stream: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

async function opened(admin: ApiClient): Promise<Opened> {
  const types = Object.keys(done(await admin.get('/v1/labels')).labels.publicEventType as object);
  const terms = { types, plans: true, purpose: 'Prøve', legalBasis: 'CONSENT', begins: 'ORIGIN' };
  const { subscriptionId } = done(await admin.post('/v1/subscriptions', { name: 'Datavarehuset', ...terms }));
  const { clientId, clientSecret } = done(
    await admin.post(`/v1/subscriptions/${subscriptionId}/secrets`, {}),
  ) as Opened;
  const { streamId } = done(await admin.post(`/v1/subscriptions/${subscriptionId}/streams`, {})) as Opened;
  return { streamId, stream: `public-1576.${streamId}`, clientId, clientSecret };
}

/** Records one case after the other until nobody answers any more. */
async function work(worker: ApiClient): Promise<void> {
  const steps = new Procedure(worker);
  let isAnswered = true;
  while (isAnswered) {
    isAnswered = await steps.granted().then(
      () => true,
      () => false,
    );
  }
}

/** How much stands in each stream. */
async function written(admin: ApiClient): Promise<ReadonlyMap<string, number>> {
  const { streams } = done(await admin.get('/v1/streams')) as {
    readonly streams: readonly { readonly streamId: string; readonly written: number }[];
  };
  return new Map(streams.map((one) => [one.streamId, one.written]));
}

describe(`streams of public events when the program is killed, TEST_SEED=${seed}`, () => {
  it(`${rounds} times while it writes them, have each event once, in the order of the feed`, async () => {
    let program: Program = await startProgram();
    const { dataDir } = program;
    const all: Opened[] = [await opened(await program.client('ADMIN'))];
    for (let round = 0; round < rounds; round += 1) {
      const admin = await program.client('ADMIN');
      const workers = await Promise.all(
        Array.from({ length: caseworkers }, () => program.client('CASEWORKER')),
      );
      const first = all[0]?.streamId ?? '';
      const before = (await written(admin)).get(first) ?? 0;
      const working = workers.map(work);
      await eventually(async () => expect((await written(admin)).get(first)).toBeGreaterThan(before), {
        everyMs: 5,
      });
      all.push(await opened(admin));
      await delay(random() * latestMs);
      await program.kill('SIGKILL');
      await Promise.all(working);
      program = await startProgram({ dataDir });
    }

    const told = new Map<string, readonly Received[]>();
    const admin = await program.client('ADMIN');
    for (const { stream, streamId, clientId, clientSecret } of all) {
      const subscriber = await Subscriber.login(program.url, clientId, clientSecret);
      const events = await subscriber.all({ limit: 500 });
      expect(events.length).toBeGreaterThan(rounds);
      await eventually(async () => expect((await written(admin)).get(streamId)).toBe(events.length));
      told.set(stream, events);
    }
    await program.kill();

    const node = await startEmbeddedEventStore({ dataDir: join(dataDir, 'eventstore') });
    const store = connectEventStore(node.connectionString);
    try {
      for (const [stream, events] of told) {
        const stored = await store.read(stream);
        expect(stored.map(({ data }) => data)).toEqual(events);
        expect(new Set(stored.map(({ id }) => id)).size).toBe(events.length);
      }
    } finally {
      await store.close();
      await node.close();
    }
  }, 900_000);
});
