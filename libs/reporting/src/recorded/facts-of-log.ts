import {
  type Decoder,
  type EventStore,
  LogFault,
  partsOf,
  type Recorded,
  type UnreadEvent,
} from '#event-sourcing';
import { type Day, endOfDay } from '../domain/days.js';
import type { Fact } from '../domain/facts.js';
import { Register } from '../domain/register.js';
import { type Counting, countingBy, rulesToday } from '../domain/rules.js';
import { countedCategories, countedIn, factsOf, isCounted } from './facts-of.js';

/** The event up to and including which a report is counted: it stays the same when the log moves to another server. */
export interface Cut {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
}

/** What is known of a municipality up to some event. */
export interface Known {
  readonly register: Register;
  /** The rules whose facts these are. */
  readonly by: Counting;
  readonly cut: Cut;
  /** When the last of it was recorded. */
  readonly recordedAt: string;
  /** Streams that nothing is counted of from some event on, because it cannot be believed (docs/adr/0023). */
  readonly leftOut: number;
}

export type Until = { readonly knownOn?: Day | undefined } | { readonly cut: Cut };

interface Stream {
  readonly events: Recorded[];
  next: bigint;
  isAside: boolean;
  facts?: readonly Fact[];
}

/**
 * What figures are counted from, read from the log itself: from its first event at the first question, from there on with each. It keeps ids, codes
 * and days alone, and gives what was known up to any event.
 */
export class FactsOfLog {
  private readonly tenants = new Map<string, Map<string, Stream>>();
  private readonly newest = new Map<string, Known & { readonly after: bigint | undefined }>();
  private after: bigint | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Pick<EventStore, 'scan' | 'scanNew'>,
    private readonly decoder: Decoder,
  ) {}

  /** What is recorded of a municipality by now, up to a day or an event; undefined where nothing is, or where there is no such event. */
  async known(
    tenant: string,
    until: Until,
    by: Counting = countingBy[rulesToday],
  ): Promise<Known | undefined> {
    this.reading = this.reading.catch(() => undefined).then(() => this.readOn());
    await this.reading;
    const streams = [...(this.tenants.get(tenant) ?? [])];
    const isKnown = this.within(tenant, until);
    if (!isKnown) return undefined;
    const newest = this.newest.get(tenant);
    if (isKnown === 'all' && newest?.by === by && newest.after === this.after) return newest;
    const register = new Register();
    let last: Recorded | undefined;
    for (const [name, stream] of streams) {
      const events = isKnown === 'all' ? stream.events : stream.events.filter(isKnown);
      const latest = events.at(-1);
      if (latest && (last === undefined || latest.position > last.position)) last = latest;
      const facts =
        events.length === stream.events.length ? (stream.facts ??= factsOf(events)) : factsOf(events);
      for (const fact of countedIn(name, facts, by.facts)) register.take(fact);
    }
    if (!last) return undefined;
    const { stream, revision, id: eventId, metadata } = last;
    const known: Known = {
      register,
      by,
      cut: { stream, revision: Number(revision), eventId },
      recordedAt: metadata.recordedAt,
      leftOut: streams.filter(([, { isAside }]) => isAside).length,
    };
    if (isKnown === 'all') this.newest.set(tenant, { ...known, after: this.after });
    return known;
  }

  /** What was recorded of a municipality after one event, up to another. */
  between(tenant: string, from: Cut, to: Cut): readonly Recorded[] {
    const [first, last] = [from, to].map((cut) => this.at(tenant, cut)?.position);
    if (first === undefined || last === undefined) return [];
    const all = [...(this.tenants.get(tenant)?.values() ?? [])].flatMap(({ events }) => events);
    return all.filter(({ position }) => first < position && position <= last);
  }

  /** All that is kept of one stream. */
  eventsOf(tenant: string, stream: string): readonly Recorded[] {
    return this.tenants.get(tenant)?.get(stream)?.events ?? [];
  }

  private at(tenant: string, { stream, revision, eventId }: Cut): Recorded | undefined {
    return this.eventsOf(tenant, stream).find(
      (event) => event.id === eventId && event.revision === BigInt(revision),
    );
  }

  private within(tenant: string, until: Until): 'all' | ((event: Recorded) => boolean) | undefined {
    if ('cut' in until) {
      const last = this.at(tenant, until.cut);
      return last && (({ position }) => position <= last.position);
    }
    if (until.knownOn === undefined) return 'all';
    const end = endOfDay(until.knownOn);
    return ({ metadata }) => Date.parse(metadata.recordedAt) < end;
  }

  private async readOn(): Promise<void> {
    const streamPrefixes = countedCategories.map((category) => `${category}-`);
    const { after } = this;
    const batches =
      after === undefined
        ? this.store.scan({ streamPrefixes })
        : this.store.scanNew({ streamPrefixes, after });
    for await (const batch of batches) {
      for (const event of batch) {
        this.take(event);
        this.after = event.position;
      }
    }
  }

  private take(event: UnreadEvent): void {
    const parts = partsOf(event.stream);
    if (!parts) return;
    const streams = this.tenants.get(parts.tenant) ?? new Map<string, Stream>();
    this.tenants.set(parts.tenant, streams);
    const stream = streams.get(event.stream) ?? { events: [], next: 0n, isAside: false };
    streams.set(event.stream, stream);
    if (stream.isAside || event.revision < stream.next) return;
    try {
      if (event.revision > stream.next) throw new LogFault('events of it are missing');
      const recorded = this.decoder.decode(event);
      stream.next = event.revision + 1n;
      if (!isCounted(recorded)) return;
      stream.events.push(kept(recorded));
      delete stream.facts;
    } catch (error) {
      if (!(error instanceof LogFault)) throw error;
      stream.isAside = true;
    }
  }
}

/** Without what is sealed, and what nobody asks of it. */
const kept = ({ type, id, stream, revision, position, data, metadata }: Recorded): Recorded => ({
  type,
  id,
  stream,
  revision,
  position,
  data: readable(data),
  metadata: { recordedAt: metadata.recordedAt } as Recorded['metadata'],
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** An envelope, or where one stands. */
const isSealed = (value: unknown): boolean => isRecord(value) && ('ciphertext' in value || 'keyId' in value);

const readable = (data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => !isSealed(value))
      .map(([name, value]) => [name, withoutSealed(value)]),
  );

const withoutSealed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSealed);
  return isRecord(value) ? readable(value) : value;
};
