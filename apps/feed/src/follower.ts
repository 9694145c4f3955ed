import {
  type Decoder,
  type Delivery,
  type EventStore,
  LogFault,
  NotAuthentic,
  partsOf,
  readLogId,
  type Recorded,
  type StoredEvent,
  type UnreadEvent,
} from '#event-sourcing';
import { Backoff } from '#projecting';
import { toldCategories } from '#public-events';
import { subscriptionEvents } from '#subscription';

/** An event of a municipality's that may be told. */
export interface Entry {
  readonly tenant: string;
  readonly event: Recorded;
}

interface FollowerParts {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly logId: string;
  /** Something was recorded of the subscriptions of a municipality: what comes after is told by what holds then. */
  readonly onSubscriptions: (tenant: string) => Promise<void>;
  readonly log: (line: string) => void;
  /** So many of the newest events are kept. */
  readonly most?: number;
}

/** Nothing can be told beyond an event until somebody has seen to it: it would be lost. */
export class Halted extends Error {
  override name = 'Halted';
}

/**
 * Follows the log once for all subscribers, and keeps the newest events for those who are up to date, within a bound. Who is further behind reads
 * the log. An event that cannot be read halts it: passed over, it would be lost to everybody.
 */
export class Follower {
  private ring: Entry[] = [];
  /** Everything after this position and up to `upTo` is kept. */
  private keptAfter = 0n;
  private position = 0n;
  private fault: string | undefined;
  private readonly marks = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: FollowerParts) {}

  /** Resolves when it knows where the log ends. */
  async start(): Promise<void> {
    this.position = (await this.parts.store.end()) ?? 0n;
    this.keptAfter = this.position;
    this.running = this.run();
  }

  /** Everything at or before this position of the log was recorded before anything that is yet to be delivered. */
  get upTo(): bigint {
    return this.position;
  }

  /** Why nothing more is told, where that is so. */
  get halted(): string | undefined {
    return this.fault;
  }

  /** What was recorded after a position, where all of it is kept. */
  after(position: bigint): readonly Entry[] | undefined {
    if (position < this.keptAfter) return undefined;
    let [low, high] = [0, this.ring.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ring[middle]?.event.position ?? 0n) <= position) low = middle + 1;
      else high = middle;
    }
    return this.ring.slice(low);
  }

  /** Changes whenever something happens in a municipality: taken before one looks, and handed to `moved` after. */
  markOf(tenant: string): number {
    return this.marks.get(tenant) ?? 0;
  }

  /** Resolves when something has happened there since the mark was taken, after so long, or when the signal fires. */
  async moved(tenant: string, mark: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.markOf(tenant) !== mark || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const here = this.waiting.get(tenant) ?? new Set();
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        here.delete(end);
        if (here.size === 0) this.waiting.delete(tenant);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      here.add(end);
      this.waiting.set(tenant, here);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        await this.assertSameLog();
        const deliveries = this.parts.store.subscribe({
          after: this.position,
          streamPrefixes: followed,
          signal,
        });
        for await (const batch of deliveries) {
          await this.take(batch);
          backoff.succeeded();
        }
      } catch (error) {
        if (signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        if (error instanceof Halted || error instanceof LogFault) this.fault = message;
        this.parts.log(`The feed does not follow the log: ${message}`);
      }
      await backoff.pause(signal);
    }
  }

  private async take(batch: readonly Delivery[]): Promise<void> {
    const touched = new Set<string>();
    try {
      for (const delivery of batch) {
        if (delivery.kind !== 'event') continue;
        const entry = await believed(this.parts.decoder, delivery.event);
        if (entry !== undefined) {
          touched.add(entry.tenant);
          if (isOfSubscriptions(entry)) await this.parts.onSubscriptions(entry.tenant);
          else this.keep(entry);
        }
        this.position = delivery.event.position;
      }
      this.fault = undefined;
    } finally {
      for (const tenant of touched) this.tell(tenant);
    }
  }

  private keep(entry: Entry): void {
    this.ring.push(entry);
    const { most = 10_000 } = this.parts;
    if (this.ring.length < most + most / 8) return;
    const gone = this.ring.splice(0, this.ring.length - most);
    this.keptAfter = gone.at(-1)?.event.position ?? this.keptAfter;
  }

  private tell(tenant: string): void {
    this.marks.set(tenant, this.markOf(tenant) + 1);
    this.waiting.get(tenant)?.forEach((end) => end());
  }

  private async assertSameLog(): Promise<void> {
    if ((await readLogId(this.parts.store)) === this.parts.logId) return;
    throw new Halted('The event store holds another log than when the feed was started. Start the feed anew');
  }
}

const followed = [...toldCategories, subscriptionEvents.category].map((category) => `${category}-`);
const isOfSubscriptions = ({ event }: Entry) => event.stream.startsWith(`${subscriptionEvents.category}-`);

/**
 * The event as it is believed; undefined for what is none of Samspor's, or was not recorded by it. Fails with `Halted` for what this release
 * cannot read: to pass it over would be to lose it.
 */
export async function believed(
  decoder: Decoder,
  stored: StoredEvent | UnreadEvent,
): Promise<Entry | undefined> {
  const tenant = partsOf(stored.stream)?.tenant;
  if (tenant === undefined) return undefined;
  const read = () => ({ tenant, event: decoder.decode(stored) });
  try {
    return read();
  } catch (error) {
    if (error instanceof NotAuthentic) return undefined;
    if (!(error instanceof LogFault)) throw error;
    // Somebody may have taken note of it meanwhile.
    await decoder.learn?.();
    try {
      return read();
    } catch {
      throw new Halted(error.message, { cause: error });
    }
  }
}
