import { listen, type Pool } from '#postgres';
import { channel } from './registry.js';
import { projectionStatus, type ProjectionStatus } from './status.js';

/** What a read model is current to: every answer to a query says it. */
export interface Current {
  /** Absent while the log is empty or the read model is being built. */
  readonly position: bigint | undefined;
  readonly logId: string | undefined;
  readonly at: string | undefined;
}

interface Known {
  readonly state: ProjectionStatus['state'];
  readonly position: bigint | undefined;
  readonly logId: string | undefined;
}

interface Notice {
  readonly projection: string;
  readonly version: number;
  readonly state: ProjectionStatus['state'];
  readonly position: string | null;
  readonly logId: string;
}

export interface ReadPositionsOptions {
  readonly databaseUrl: string;
  /** Reads the registry; the reader's role is enough. */
  readonly pool: Pool;
  readonly projections: readonly { readonly name: string; readonly version: number }[];
  readonly onError?: (error: Error) => void;
}

/** Where the read models stand, as the projector's notifications tell: one connection that listens, however many wait. */
export class ReadPositions {
  private readonly known = new Map<string, Known>();
  private readonly waiting = new Set<() => void>();
  private readonly observers = new Set<(projection: string) => void>();
  private readonly closing = new AbortController();

  private constructor(private readonly options: ReadPositionsOptions) {}

  /** Rejects when the database cannot be reached at first; later it is reached again by itself. */
  static async open(options: ReadPositionsOptions): Promise<ReadPositions> {
    const positions = new ReadPositions(options);
    const onError = options.onError ?? (() => {});
    await listen(options.databaseUrl, channel, (payload) => positions.heard(payload), {
      signal: positions.closing.signal,
      onError,
      // What was said meanwhile was missed.
      onReconnect: () => void positions.reload().catch(onError),
    });
    await positions.reload();
    return positions;
  }

  /**
   * Waits until the read models have taken in the log up to the position. `halted` at once when one of them is halted before it;
   * `later` when they have not come so far in time.
   */
  async waitFor(
    names: readonly string[],
    { logId, position }: { readonly logId: string; readonly position: bigint },
    timeoutMs = 2_000,
  ): Promise<'ready' | 'later' | 'halted'> {
    const answer = (): 'ready' | 'later' | 'halted' => {
      const missing = names.filter((name) => {
        const known = this.known.get(name);
        return known?.logId !== logId || known.position === undefined || known.position < position;
      });
      if (missing.length === 0) return 'ready';
      return missing.some((name) => this.known.get(name)?.state === 'HALTED') ? 'halted' : 'later';
    };
    const first = answer();
    if (first !== 'later') return first;
    return new Promise((resolve) => {
      const check = () => {
        const now = answer();
        if (now !== 'later') end(now);
      };
      const end = (outcome: 'ready' | 'later' | 'halted') => {
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve(outcome);
      };
      const timer = setTimeout(() => end('later'), timeoutMs);
      this.waiting.add(check);
    });
  }

  /** The least that all of these are current to; read it before the rows, and the rows are at least so new. */
  async current(names: readonly string[]): Promise<Current> {
    const all = await projectionStatus(this.options.pool, this.options.projections);
    const asked = all.filter(({ name }) => names.includes(name));
    let least = asked[0];
    for (const status of asked) {
      if ((status.position ?? -1n) < (least?.position ?? -1n)) least = status;
    }
    return {
      position: least?.position,
      logId: least?.logId,
      at: asked.map(({ currentAt }) => currentAt ?? '').toSorted()[0] || undefined,
    };
  }

  /** Calls back after each move of a projection; answers with how to end that. */
  observe(observer: (projection: string) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  close(): void {
    this.closing.abort();
    for (const check of this.waiting) check();
  }

  private heard(payload: string): void {
    const { projection, version, state, position, logId } = JSON.parse(payload) as Notice;
    const isOurs = this.options.projections.some(
      (ours) => ours.name === projection && ours.version === version,
    );
    // A build that is not read yet says nothing of what is read.
    if (!isOurs || state === 'BUILDING') return;
    this.learn(projection, { state, position: position === null ? undefined : BigInt(position), logId });
  }

  private async reload(): Promise<void> {
    const all = await projectionStatus(this.options.pool, this.options.projections);
    for (const { name, state, position, logId } of all) this.learn(name, { state, position, logId });
  }

  private learn(name: string, known: Known): void {
    this.known.set(name, known);
    for (const check of this.waiting) check();
    for (const observer of this.observers) observer(name);
  }
}
