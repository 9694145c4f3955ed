import { LRUCache } from 'lru-cache';
import { type Decoder, type EventStore, type Recorded, revises } from '#event-sourcing';
import { Telling, type Told } from '#public-events';
import { historyToTell, type Seeing } from './courses.js';
import type { Entry } from './follower.js';

/** More streams are not remembered at once: those that come again are read again. */
const mostStreams = 100_000;
/** So many who are behind go on from where they were without reading streams again. */
const mostPasses = 8;
/** The log is not kept open longer for who does not come back. */
const idleMs = 10_000;

/** One event of the log, and what is told of it. */
export interface Step {
  readonly event: Recorded;
  readonly told: readonly Told[];
}

/** What comes after a place, event by event. */
export interface Way {
  /** Undefined at the end. */
  next(): Promise<Step | undefined>;
  /** At the end: everything up to here has come. */
  readonly readTo: bigint;
  /** Hands a step back: it comes next once more. */
  hold(step: Step): void;
}

/** In the end, up to where that was all. */
export type Entries = AsyncGenerator<Entry, bigint>;

interface PassParts {
  readonly store: Pick<EventStore, 'history'>;
  readonly decoder: Decoder;
  readonly seeing: Seeing;
  /** Reads what comes after a place. */
  readonly open: (after: bigint) => Entries;
}

/**
 * Somebody's way through the log from far behind, read in one go from page to page: of each stream that was met, how far it has been told, and
 * none of its events. The stream itself is read where the way begins in its middle, and for what corrects or annuls.
 */
export class Pass implements Way {
  private readonly tellings = new Map<string, { readonly telling: Telling; next: bigint }>();
  readTo: bigint;
  private entries: Entries | undefined;
  private held: Step | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly parts: PassParts,
    private position: bigint,
  ) {
    this.readTo = position;
  }

  async next(): Promise<Step | undefined> {
    const { held } = this;
    this.held = undefined;
    if (held !== undefined) return held;
    const entry = await this.read();
    if (entry === undefined) return undefined;
    this.position = entry.event.position;
    return { event: entry.event, told: await this.toldOf(entry) };
  }

  hold(step: Step): void {
    this.held = step;
  }

  /** Until it is gone on with; the log is let go of where that takes long. */
  rest(): void {
    this.idle = setTimeout(() => this.close(), idleMs).unref();
  }

  goOn(): this {
    clearTimeout(this.idle);
    return this;
  }

  /** Lets go of the log; what comes next is read from where it stands. */
  close(): void {
    clearTimeout(this.idle);
    // Nobody waits for what is read no longer, nor hears why it ended.
    this.entries?.return(this.position).catch(() => undefined);
    this.entries = undefined;
  }

  private async read(): Promise<Entry | undefined> {
    const isKept = this.entries !== undefined;
    this.entries ??= this.parts.open(this.position);
    try {
      const read = await this.entries.next();
      if (read.done !== true) return read.value;
      this.entries = undefined;
      this.readTo = read.value;
      return undefined;
    } catch (error) {
      this.entries = undefined;
      // It may have been cut off while nobody read.
      if (isKept) return this.read();
      throw error;
    }
  }

  private async toldOf({ event }: Entry): Promise<readonly Told[]> {
    const { stream, revision } = event;
    const known = this.tellings.get(stream);
    const isNext = known === undefined ? revision === 0n : known.next === revision;
    if (!isNext || revises(event)) return this.toldFromHistory(event);
    const { telling } = known ?? { telling: new Telling(this.parts.seeing.view) };
    this.remember(stream, telling, revision + 1n);
    const alone: Recorded[] = [];
    alone[Number(revision)] = event;
    return telling.next(alone);
  }

  private async toldFromHistory(event: Recorded): Promise<readonly Told[]> {
    const { store, decoder, seeing } = this.parts;
    const events = await historyToTell(store, decoder, event);
    if (events === undefined) return [];
    const telling = new Telling(seeing.view);
    let told: readonly Told[] = [];
    for (let at = 0n; at <= event.revision; at += 1n) told = telling.next(events);
    this.remember(event.stream, telling, event.revision + 1n);
    return told;
  }

  private remember(stream: string, telling: Telling, next: bigint): void {
    if (this.tellings.size >= mostStreams) this.tellings.clear();
    this.tellings.set(stream, { telling, next });
  }
}

/** Where those who are behind stand, each by what it sees and the place after which it will ask for more. */
export class Passes {
  readonly #waiting = new LRUCache<string, Pass>({
    max: mostPasses,
    dispose: (pass, _, reason) => {
      if (reason !== 'delete') pass.close();
    },
  });

  constructor(
    private readonly store: Pick<EventStore, 'history'>,
    private readonly decoder: Decoder,
    private readonly open: (tenant: string, after: bigint) => Entries,
  ) {}

  /** The way that has come to this place, for one who goes on with it; a new one where there is none. */
  take(tenant: string, seeing: Seeing, after: bigint): Pass {
    const place = placeOf(tenant, seeing, after);
    const pass = this.#waiting.get(place);
    this.#waiting.delete(place);
    if (pass !== undefined) return pass.goOn();
    const { store, decoder } = this;
    return new Pass({ store, decoder, seeing, open: (from) => this.open(tenant, from) }, after);
  }

  leave(pass: Pass, tenant: string, seeing: Seeing, after: bigint): void {
    this.#waiting.set(placeOf(tenant, seeing, after), pass);
    pass.rest();
  }

  /** Lets go of the log. */
  close(): void {
    for (const pass of this.#waiting.values()) pass.close();
    this.#waiting.clear();
  }
}

const placeOf = (tenant: string, { key }: Seeing, after: bigint) => `${tenant} ${after} ${key}`;
