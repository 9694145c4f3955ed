import { LRUCache } from 'lru-cache';
import {
  type Decoder,
  type EventStore,
  isRead,
  LogFault,
  type Recorded,
  sealedAt,
  Shared,
  type StoredEvent,
  wholeHistoryOf,
  withPlaces,
} from '#event-sourcing';
import { placesIn, replacePlaces } from '#personal-data';
import { type AsOf, historyAsOf } from '../as-of/known.js';
import type { TrailStream } from '#projections/audit-trail/queries';
import { entriesOf, type TrailEntry } from './recorded-entries.js';
import { type Earlier, earlierIn } from './trail.entries.js';

/** The trail of a case as it lies in memory: of each text only where the log has it. */
export interface Trail {
  /** In their order. */
  readonly entries: readonly TrailEntry[];
  readonly earlier: Earlier;
}

interface Held extends Trail {
  readonly histories: readonly (readonly [of: TrailStream, history: readonly Recorded[]])[];
  readonly revisions: ReadonlyMap<string, bigint>;
}

/** So many events are read of the log at once. */
const slice = 500;
/** Events that lie this near each other are read together with those between them. */
const near = 40n;

/** Trails, within a bound on the events held. A long one is read whole once, then what has come since; a page reads the texts of its own entries. */
export class Trails {
  readonly #held: LRUCache<string, Held>;
  readonly #underWay = new Map<string, Shared<Held>>();

  constructor(
    private readonly store: Pick<EventStore, 'read' | 'history'>,
    private readonly codec: Decoder,
    mostEvents = 40_000,
  ) {
    this.#held = new LRUCache({
      maxSize: mostEvents,
      sizeCalculation: ({ revisions }) => revisions.size + 1,
    });
  }

  /** As the log has these streams now; whoever asks for the same ones meanwhile shares the reading. */
  async of(streams: readonly TrailStream[]): Promise<Trail> {
    const key = streams.map(({ stream }) => stream).join(' ');
    const reading = this.#underWay.get(key) ?? new Shared(() => this.#read(key, streams));
    this.#underWay.set(key, reading);
    try {
      return await reading.ask();
    } finally {
      setImmediate(() => reading.isIdle && this.#underWay.delete(key));
    }
  }

  /** What of a trail that was read counts as of a day, each entry with what was said of it by then. */
  asOf(trail: Trail, day: AsOf): Trail {
    const { histories, ...held } = trail as Held;
    const then = histories.map(([of, history]) => [of, historyAsOf(history, day)] as const);
    const entries = entriesOf(then);
    const whole: Held = { ...held, histories: then, entries, earlier: earlierIn(entries) };
    return whole;
  }

  /** The same entries with their texts, still sealed. */
  async withTexts<T>(shown: T, trail: Trail): Promise<T> {
    const { revisions } = trail as Held;
    const wanted = new Map<string, Set<bigint>>();
    for (const { stream, eventId } of placesIn(shown)) {
      const revision = revisions.get(eventId);
      if (revision === undefined) continue;
      const some = wanted.get(stream) ?? new Set();
      wanted.set(stream, some.add(revision));
    }
    const events = new Map<string, StoredEvent>();
    const runs = [...wanted].flatMap(([stream, some]) => runsOf(some).map((run) => [stream, run] as const));
    await Promise.all(
      runs.map(async ([stream, run]) => {
        for (const event of await this.#run(stream, run)) events.set(`${stream} ${event.id}`, event);
      }),
    );
    return replacePlaces(shown, (place) => sealedAt(place, events.get(`${place.stream} ${place.eventId}`)));
  }

  async #read(key: string, streams: readonly TrailStream[]): Promise<Held> {
    const held = this.#held.get(key);
    const histories = await Promise.all(
      streams.map(async (of, at) => {
        const before = held?.histories[at]?.[1] ?? [];
        const since = await this.#after(of.stream, before.at(-1)?.revision ?? -1n);
        return [of, since.length === 0 ? before : [...before, ...since]] as const;
      }),
    );
    if (held && histories.every(([, history], at) => history === held.histories[at]?.[1])) return held;
    const entries = entriesOf(histories);
    const events = histories.flatMap(([, history]) => history);
    const read = {
      histories,
      entries,
      earlier: earlierIn(entries),
      revisions: new Map(events.map(({ id, revision }) => [id, revision])),
    };
    this.#held.set(key, read);
    return read;
  }

  /** What came after a revision that is held. Fails with `SetAside` where the history is not whole, or not the one that is held. */
  async #after(stream: string, held: bigint): Promise<Recorded[]> {
    const found: Recorded[] = [];
    // With the last event that is held: it stands there still.
    let next = held < 0n ? 0n : held;
    for (;;) {
      const events = await this.#run(stream, { from: next, max: slice });
      const isWhole = events.every(({ revision }, at) => revision === next + BigInt(at));
      if (!isWhole || (found.length === 0 && events.length === 0)) return this.#wholeAfter(stream, held);
      for (const event of events) if (event.revision > held) found.push(slim(this.codec.decode(event)));
      if (events.length < slice) return found;
      next += BigInt(events.length);
    }
  }

  /** What can be read of a range; fewer than are asked for, and a gap, where something in the stream is no JSON. */
  async #run(stream: string, run: Run): Promise<StoredEvent[]> {
    try {
      return await this.store.read(stream, run);
    } catch (error) {
      if (!(error instanceof LogFault)) throw error;
      const { events } = await this.store.history(stream);
      const last = run.from + BigInt(run.max);
      return events.flatMap((event) => {
        const stored = isRead(event) ? event : event.tryRead();
        return stored && event.revision >= run.from && event.revision < last ? [stored] : [];
      });
    }
  }

  async #wholeAfter(stream: string, held: bigint): Promise<Recorded[]> {
    const history = await wholeHistoryOf(this.store, stream, this.codec);
    return history.filter(({ revision }) => revision > held).map(slim);
  }
}

/** What a trail is told by: no text, and nothing of how it was recorded but by whom and when. */
function slim({
  metadata: { basis: _basis, mac: _mac, bodyMac: _bodyMac, ...metadata },
  ...event
}: Recorded) {
  return { ...event, data: withPlaces(event.data), metadata };
}

interface Run {
  readonly from: bigint;
  readonly max: number;
}

/** Ranges of revisions that hold these, none longer than a slice. */
function runsOf(revisions: ReadonlySet<bigint>): Run[] {
  const runs: { from: bigint; max: number }[] = [];
  for (const revision of [...revisions].toSorted((a, b) => Number(a - b))) {
    const run = runs.at(-1);
    const length = run === undefined ? 0 : Number(revision - run.from) + 1;
    if (run && revision - run.from - BigInt(run.max) < near && length <= slice) run.max = length;
    else runs.push({ from: revision, max: 1 });
  }
  return runs;
}
