import { randomUUID } from 'node:crypto';
import {
  canonical,
  type Delivery,
  type EventStore,
  InvalidAppend,
  type JsonObject,
  markedStream,
  type NewEvent,
  type StoredEvent,
  WrongExpectedRevision,
} from '#event-sourcing';

export const newEvent = (data: NewEvent['data'] = {}, more: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'ThingHappened',
  data,
  metadata: { $causationId: randomUUID(), schemaVersion: 1 },
  ...more,
});

/** A stream, and a prefix that no other scenario uses: they share one log. */
export function ownStream() {
  const word = randomUUID().replace(/./g, (hex) => 'abcdefghijklmnop'[parseInt(hex, 16)] ?? '');
  const category = `contract${word}`;
  return { prefix: `${category}-`, stream: `${category}-1576.a`, other: `${category}-1576.b` };
}

/** Takes deliveries until `enough` says so, then ends the subscription. */
export async function take(
  store: EventStore,
  options: { streamPrefixes: readonly string[]; after?: bigint; maxBatch?: number; withMarks?: boolean },
  enough: (deliveries: readonly Delivery[]) => boolean,
): Promise<Delivery[]> {
  const controller = new AbortController();
  const taken: Delivery[] = [];
  for await (const batch of store.subscribe({ ...options, signal: controller.signal })) {
    if (batch.length === 0) throw new Error('An empty batch.');
    taken.push(...batch);
    if (enough(taken)) controller.abort();
  }
  return taken;
}

export const eventsOf = (deliveries: readonly Delivery[]): StoredEvent[] =>
  deliveries.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event.read()] : []));
const isLive = (deliveries: readonly Delivery[]) => deliveries.some(({ kind }) => kind === 'caughtUp');

async function collected(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

async function appended(store: EventStore, stream: string, count: number): Promise<StoredEvent[]> {
  await store.append(
    stream,
    'no_stream',
    Array.from({ length: count }, (_, n) => newEvent({ n })),
  );
  return store.read(stream);
}

/** What stood in the metadata of streams with a prefix, one after the other. */
async function metadataOf(store: EventStore, prefix: string): Promise<JsonObject[]> {
  const all: JsonObject[] = [];
  for await (const events of store.scan({ streamPrefixes: [prefix], withMarks: true })) {
    for (const event of events) if (markedStream(event) !== undefined) all.push(event.read().data);
  }
  return all;
}

/** What Samspor relies on, held by every store that stands behind the port. An administrator sets metadata of streams. */
export function eventStoreContract(
  storeOf: () => EventStore,
  setMetadata: (stream: string, metadata: JsonObject) => unknown,
): void {
  describe('appending', () => {
    it('numbers a stream from 0 without gaps, and says where the last event stands', async () => {
      const { stream } = ownStream();
      const events = Array.from({ length: 5 }, (_, n) => newEvent({ n }));
      const first = await storeOf().append(stream, 'no_stream', events.slice(0, 2));
      const second = await storeOf().append(stream, first.revision, events.slice(2));
      const stored = await storeOf().read(stream);
      expect(first.revision).toBe(1n);
      expect(stored.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
      expect(stored.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(events);
      expect(stored.every((event) => event.stream === stream)).toBe(true);
      expect(second).toEqual({ revision: 4n, position: stored[4]?.position });
      expect(first.position).toBe(stored[1]?.position);
    });

    it('is refused at any other revision than the stream has', async () => {
      const { stream } = ownStream();
      const store = storeOf();
      await expect(store.append(stream, 0n, [newEvent()])).rejects.toMatchObject({
        name: 'WrongExpectedRevision',
        stream,
        expected: 0n,
        actual: 'no_stream',
      });
      await appended(store, stream, 3);
      for (const expected of ['no_stream', 0n, 1n, 3n, 7n] as const) {
        await expect(store.append(stream, expected, [newEvent()])).rejects.toMatchObject({
          name: 'WrongExpectedRevision',
          expected,
          actual: 2n,
        });
      }
      expect(await store.read(stream)).toHaveLength(3);
    });

    it('lets exactly one of 64 concurrent writers through at each revision', async () => {
      const { stream } = ownStream();
      const store = storeOf();
      for (const expected of ['no_stream', 0n, 1n] as const) {
        const writers = Array.from({ length: 64 }, (_, n) =>
          store.append(stream, expected, [newEvent({ n })]),
        );
        const outcomes = await Promise.allSettled(writers);
        const refusals = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason as unknown] : []));
        expect(refusals).toHaveLength(63);
        expect(refusals.every((reason) => reason instanceof WrongExpectedRevision)).toBe(true);
      }
      expect((await store.read(stream)).map(({ revision }) => revision)).toEqual([0n, 1n, 2n]);
    });

    it('answers a repeat at the same expected revision with the first result, also after later events', async () => {
      const { stream } = ownStream();
      const store = storeOf();
      const [a, b] = [[newEvent({ n: 1 }), newEvent({ n: 2 })], [newEvent({ n: 3 })]];
      const first = await store.append(stream, 'no_stream', a);
      expect(await store.append(stream, 'no_stream', a)).toEqual(first);
      const second = await store.append(stream, first.revision, b);
      expect(await store.append(stream, 'no_stream', a)).toEqual(first);
      expect(await store.append(stream, first.revision, b)).toEqual(second);
      expect(await store.read(stream)).toHaveLength(3);
    });

    it('refuses a repeat that brings one more event', async () => {
      const { stream } = ownStream();
      const a = newEvent();
      await storeOf().append(stream, 'no_stream', [a]);
      await expect(storeOf().append(stream, 'no_stream', [a, newEvent()])).rejects.toThrow(
        WrongExpectedRevision,
      );
    });

    it('keeps text as it is, in canonical JSON: emoji, combining marks, line separators, every script', async () => {
      const { stream } = ownStream();
      const data = {
        z: '👩‍👩‍👧‍👦 🇳🇴',
        å: 'a\u030a Å',
        lines: '\u2028\u2029\r\n\t\u0000\u001f',
        quotes: '"\\/',
        'é-é': ['Ǆ', 'ᏣᎳᎩ', 'ܐܪܡܝܐ', '𠜎'],
      };
      await storeOf().append(stream, 'no_stream', [newEvent(data, { metadata: { y: 'ß', a: 1 } })]);
      const [stored] = await storeOf().read(stream);
      expect(stored?.data).toEqual(data);
      expect(JSON.stringify(stored?.data)).toBe(canonical(data));
      expect(JSON.stringify(stored?.metadata)).toBe('{"a":1,"y":"ß"}');
    });

    it('takes one large event, many events, and large integers', async () => {
      const { stream } = ownStream();
      const store = storeOf();
      const text = 'x'.repeat(1_039_000);
      await store.append(stream, 'no_stream', [newEvent({ text })]);
      const many = Array.from({ length: 500 }, (_, n) => newEvent({ n, big: Number.MAX_SAFE_INTEGER }));
      const { revision } = await store.append(stream, 0n, many);
      expect(revision).toBe(500n);
      const stored = await store.read(stream);
      expect(stored[0]?.data['text']).toBe(text);
      expect(stored.slice(1).map(({ data }) => data)).toEqual(many.map(({ data }) => data));
    });

    it.each([
      ['one event above a megabyte', [newEvent({ text: 'x'.repeat(1_048_576) })]],
      [
        'several events above a megabyte together',
        Array.from({ length: 11 }, () => newEvent({ x: 'x'.repeat(100_000) })),
      ],
      ['no events', []],
      ['too many events', Array.from({ length: 501 }, () => newEvent())],
      ['an empty type', [newEvent({}, { type: '' })]],
      ['a system type', [newEvent({}, { type: '$metadata' })]],
      ['an id that is no uuid', [newEvent({}, { id: 'e0' })]],
      ['a fraction', [newEvent({ n: 0.5 })]],
      ['half a character', [newEvent({ text: '\ud83d' })]],
      ['keys without a canonical place', [newEvent({ '10': 1, '9': 2 })]],
    ])('never sends %s, and goes on working', async (_, events) => {
      const { stream } = ownStream();
      await expect(storeOf().append(stream, 'no_stream', events)).rejects.toThrow(InvalidAppend);
      expect(await appended(storeOf(), stream, 1)).toHaveLength(1);
    });

    it.each(['$settings', '$$case-1576.a', 'no dash', '', 'case-', `case-${'x'.repeat(300)}`, 'case-1576.é'])(
      'never sends to the stream %j',
      async (stream) => {
        await expect(storeOf().append(stream, 'no_stream', [newEvent()])).rejects.toThrow(InvalidAppend);
      },
    );
  });

  describe('reading a stream', () => {
    it('gives nothing for a stream that does not exist', async () => {
      const { stream } = ownStream();
      expect(await storeOf().read(stream)).toEqual([]);
      expect(await storeOf().read(stream, { from: 5n })).toEqual([]);
      expect(await storeOf().last(stream)).toBeUndefined();
    });

    it('begins at a revision, ends after a number, and is empty past the end', async () => {
      const { stream } = ownStream();
      const all = await appended(storeOf(), stream, 6);
      expect(await storeOf().read(stream, { from: 2n })).toEqual(all.slice(2));
      expect(await storeOf().read(stream, { from: 2n, max: 3 })).toEqual(all.slice(2, 5));
      expect(await storeOf().read(stream, { from: 6n })).toEqual([]);
      expect(await storeOf().last(stream)).toEqual(all[5]);
    });
  });

  describe('reading the log', () => {
    it('is in the order of positions, which rise within and over appends, the same as the streams say', async () => {
      const { prefix, stream, other } = ownStream();
      const store = storeOf();
      const mine = [...(await appended(store, stream, 3)), ...(await appended(store, other, 2))];
      const later = await store.append(stream, 2n, [newEvent({ later: true })]);
      const log = await collected(store.readAll({ streamPrefixes: [prefix] }));
      expect(log.slice(0, 5)).toEqual(mine);
      expect(log[5]).toMatchObject({ ...later, stream });
      expect(log).toHaveLength(6);
      const positions = log.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => (a < b ? -1 : 1)));
    });

    it('goes on after a position, that event left out', async () => {
      const { prefix, stream } = ownStream();
      const all = await appended(storeOf(), stream, 4);
      const rest = await collected(
        storeOf().readAll({ after: all[1]?.position ?? 0n, streamPrefixes: [prefix] }),
      );
      expect(rest).toEqual(all.slice(2));
    });

    it('leaves out the events of the server itself', async () => {
      const { stream } = ownStream();
      await appended(storeOf(), stream, 1);
      const log = await collected(storeOf().readAll({}));
      expect(log.filter((event) => event.stream.startsWith('$') || event.type.startsWith('$'))).toEqual([]);
      expect(log.some((event) => event.stream === stream)).toBe(true);
    });

    it('may be left early', async () => {
      const { prefix, stream } = ownStream();
      const all = await appended(storeOf(), stream, 50);
      for await (const event of storeOf().readAll({ streamPrefixes: [prefix] })) {
        expect(event).toEqual(all[0]);
        break;
      }
      expect(await storeOf().last(stream)).toEqual(all[49]);
    });
  });

  describe('following the log', () => {
    it('gives what is there, says that it has caught up, then gives what comes', async () => {
      const { prefix, stream } = ownStream();
      const store = storeOf();
      const before = await appended(store, stream, 3);
      const wanted = newEvent({ late: true });
      let late: Promise<unknown> | undefined;
      const taken = await take(store, { streamPrefixes: [prefix] }, (deliveries) => {
        if (isLive(deliveries)) late ??= store.append(stream, 2n, [wanted]);
        return eventsOf(deliveries).length === 4;
      });
      await late;
      expect(eventsOf(taken).slice(0, 3)).toEqual(before);
      expect(eventsOf(taken)[3]).toMatchObject({ id: wanted.id, revision: 3n });
      const caughtUp = taken.findIndex(({ kind }) => kind === 'caughtUp');
      expect(eventsOf(taken.slice(0, caughtUp))).toHaveLength(3);
    });

    it('goes on after a position, that event left out', async () => {
      const { prefix, stream } = ownStream();
      const all = await appended(storeOf(), stream, 5);
      const after = all[2]?.position ?? 0n;
      const taken = await take(storeOf(), { streamPrefixes: [prefix], after }, isLive);
      expect(eventsOf(taken)).toEqual(all.slice(3));
    });

    it('gives only streams with the prefixes', async () => {
      const [a, b, c] = [ownStream(), ownStream(), ownStream()];
      for (const { stream } of [a, b, c]) await appended(storeOf(), stream, 2);
      const taken = await take(storeOf(), { streamPrefixes: [a.prefix, c.prefix] }, isLive);
      expect(eventsOf(taken).map(({ stream }) => stream)).toEqual([a.stream, a.stream, c.stream, c.stream]);
    });

    it('hands over batches of at most the size that was asked for, nothing lost or twice', async () => {
      const { prefix, stream } = ownStream();
      const all = await appended(storeOf(), stream, 100);
      const controller = new AbortController();
      const sizes: number[] = [];
      const seen: StoredEvent[] = [];
      const options = { streamPrefixes: [prefix], maxBatch: 7, signal: controller.signal };
      for await (const batch of storeOf().subscribe(options)) {
        sizes.push(batch.length);
        seen.push(...eventsOf(batch));
        if (isLive(batch)) controller.abort();
      }
      expect(Math.max(...sizes)).toBeLessThanOrEqual(7);
      expect(seen).toEqual(all);
    });

    it('has checkpoints that never run ahead of the events handed over, from which one resumes without loss', async () => {
      const { prefix, stream } = ownStream();
      const noise = ownStream();
      const store = storeOf();
      // Others' events make the server send checkpoints while ours are still underway.
      for (let round = 0; round < 4; round += 1) {
        await appended(store, `${stream}${round}`, 40);
        await appended(store, `${noise.stream}${round}`, 400);
      }
      const wanted = await collected(store.readAll({ streamPrefixes: [prefix] }));
      const taken = await take(store, { streamPrefixes: [prefix], maxBatch: 3 }, isLive);
      expect(eventsOf(taken)).toEqual(wanted);
      for (const [index, delivery] of taken.entries()) {
        if (delivery.kind !== 'checkpoint') continue;
        const due = wanted.filter(({ position }) => position <= delivery.position);
        expect(eventsOf(taken.slice(0, index)).length).toBeGreaterThanOrEqual(due.length);
      }
      const checkpoint = taken.findLast((delivery) => delivery.kind === 'checkpoint');
      expect(checkpoint).toBeDefined();
      if (checkpoint?.kind !== 'checkpoint') return;
      const resumed = await take(store, { streamPrefixes: [prefix], after: checkpoint.position }, isLive);
      expect(eventsOf(resumed)).toEqual(wanted.filter(({ position }) => position > checkpoint.position));
    });

    it('ends at once when it is told to, also while nothing happens, and when it was told before', async () => {
      const { prefix, stream } = ownStream();
      await appended(storeOf(), stream, 1);
      const controller = new AbortController();
      const followed = storeOf().subscribe({ streamPrefixes: [prefix], signal: controller.signal });
      const seen: Delivery[] = [];
      const done = (async () => {
        for await (const batch of followed) {
          seen.push(...batch);
          if (isLive(seen)) setImmediate(() => controller.abort());
        }
      })();
      await done;
      expect(eventsOf(seen)).toHaveLength(1);
      const none = storeOf().subscribe({ streamPrefixes: [prefix], signal: AbortSignal.abort() });
      for await (const batch of none) throw new Error(`A batch of ${batch.length} after the end.`);
    });
  });

  describe('letting a login read a stream whose own list says who may', () => {
    it('puts it into the list and takes it out, once, and keeps what else stands there', async () => {
      const { prefix, stream } = ownStream();
      const store = storeOf();
      await appended(store, stream, 1);
      const kept = { own: { of: 'theirs', n: 1 }, $maxCount: 1_000 };
      const others = ['$admins', 'another'];
      await setMetadata(stream, { ...kept, $acl: { $r: others, $mw: '$admins' } });
      const last = async () => (await metadataOf(store, prefix)).at(-1);
      for (let time = 0; time < 2; time += 1) {
        for (const again of [1, 2]) {
          expect(await store.letRead(stream, 'reader', true)).toBe(true);
          expect(await last()).toEqual({ ...kept, $acl: { $r: [...others, 'reader'], $mw: '$admins' } });
          expect(await metadataOf(store, prefix)).toHaveLength(2 * time + 2);
          if (again === 1) expect(await store.letRead(stream, 'never-there', false)).toBe(true);
        }
        expect(await store.letRead(stream, 'reader', false)).toBe(true);
        expect(await last()).toEqual({ ...kept, $acl: { $r: others, $mw: '$admins' } });
      }
      expect(await store.read(stream)).toHaveLength(1);
    });

    it('makes a list of one name', async () => {
      const { prefix, stream } = ownStream();
      await setMetadata(stream, { $acl: { $r: '$admins' } });
      expect(await storeOf().letRead(stream, 'reader', true)).toBe(true);
      expect((await metadataOf(storeOf(), prefix)).at(-1)).toEqual({ $acl: { $r: ['$admins', 'reader'] } });
      expect(await storeOf().letRead(stream, '$admins', false)).toBe(true);
      expect((await metadataOf(storeOf(), prefix)).at(-1)).toEqual({ $acl: { $r: ['reader'] } });
    });

    it.each([
      ['no metadata', undefined],
      ['no rights in its metadata', { own: 1 }],
      ['no list of readers among them', { $acl: { $w: ['samspor'] } }],
    ])('does nothing, and says so, where a stream has %s', async (_, metadata) => {
      const { prefix, stream } = ownStream();
      const store = storeOf();
      await appended(store, stream, 1);
      if (metadata !== undefined) await setMetadata(stream, metadata);
      const before = await metadataOf(store, prefix);
      for (const may of [true, false]) expect(await store.letRead(stream, 'reader', may)).toBe(false);
      expect(await metadataOf(store, prefix)).toEqual(before);
      expect(before).toHaveLength(metadata === undefined ? 0 : 1);
    });

    it('loses nobody when several set it at once', async () => {
      const { prefix, stream } = ownStream();
      const store = storeOf();
      const leaving = Array.from({ length: 4 }, (_, n) => `leaving-${n}`);
      const coming = Array.from({ length: 4 }, (_, n) => `coming-${n}`);
      await setMetadata(stream, { own: 1, $acl: { $r: ['$admins', ...leaving] } });
      const all = [...leaving, ...coming, ...coming].map((login) =>
        store.letRead(stream, login, login.startsWith('coming')),
      );
      expect(new Set(await Promise.all(all))).toEqual(new Set([true]));
      const last = (await metadataOf(store, prefix)).at(-1) as { $acl: { $r: string[] } };
      expect(last).toMatchObject({ own: 1, $acl: { $r: expect.any(Array) } });
      expect(last.$acl.$r.toSorted()).toEqual(['$admins', ...coming]);
    });
  });
}
