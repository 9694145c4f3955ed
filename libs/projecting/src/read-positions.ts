import { listen, type Pool } from '#postgres';
import { Backoff } from './backoff.js';
import { channel } from './registry.js';
import { projectionStatus, type ProjectionStatus } from './status.js';

/** What a read model is current to: every answer to a query says it. */
export interface Current {
  /** Absent while the log is empty or the read model is being built. */
  readonly position: bigint | undefined;
  readonly logId: string | undefined;
  readonly at: string | undefined;
}

/** A projection has moved. */
export interface Move {
  readonly projection: string;
  /** It is read from another build than before: rows that were there may be gone. */
  readonly isAnotherBuild: boolean;
  /** False where it has only come further in the log. */
  readonly hasNewRows: boolean;
}

interface Known {
  readonly build: number | undefined;
  readonly state: ProjectionStatus['state'];
  readonly position: bigint | undefined;
  readonly logId: string | undefined;
}

interface Notice {
  readonly projection: string;
  readonly version: number;
  readonly build: number | null;
  readonly state: ProjectionStatus['state'];
  readonly position: string | null;
  readonly logId: string | null;
  readonly hasNewRows: boolean;
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
  private readonly observers = new Set<(move: Move) => void>();
  private readonly closing = new AbortController();
  private reloading: Promise<void> | undefined;

  private constructor(private readonly options: ReadPositionsOptions) {}

  /** Rejects when the database cannot be reached at first; later it is reached again by itself. */
  static async open(options: ReadPositionsOptions): Promise<ReadPositions> {
    const positions = new ReadPositions(options);
    const onError = options.onError ?? (() => {});
    await listen(options.databaseUrl, channel, (payload) => positions.heard(payload), {
      signal: positions.closing.signal,
      onError,
      // What was said meanwhile was missed.
      onReconnect: () => void positions.reloadForCertain(onError),
    });
    await positions.reload();
    return positions;
  }

  /**
   * Waits until the read models have taken in the log up to the position; `later` when they have not come so far in time, by what the
   * database itself says. `halted` at once when one of them is: what it stands at may be a place in a log that is there no more.
   */
  async waitFor(
    names: readonly string[],
    { logId, position }: { readonly logId: string; readonly position: bigint },
    timeoutMs = 2_000,
  ): Promise<'ready' | 'later' | 'halted'> {
    const answer = (): 'ready' | 'later' | 'halted' => {
      const asked = names.map((name) => this.known.get(name));
      if (asked.some((known) => known?.state === 'HALTED')) return 'halted';
      const isThere = (known: Known | undefined) =>
        known?.logId === logId && known.position !== undefined && known.position >= position;
      return asked.every(isThere) ? 'ready' : 'later';
    };
    const first = answer();
    if (first !== 'later') return first;
    return new Promise((resolve) => {
      const check = () => {
        const now = answer();
        if (now !== 'later' || this.closing.signal.aborted) end(now);
      };
      const end = (outcome: 'ready' | 'later' | 'halted') => {
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve(outcome);
      };
      // A connection that fell silent tells nothing.
      const ask = async () => {
        await this.reload().catch(this.options.onError ?? (() => {}));
        end(answer());
      };
      const timer = setTimeout(() => void ask(), timeoutMs);
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
  observe(observer: (move: Move) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  close(): void {
    this.closing.abort();
    for (const check of this.waiting) check();
  }

  private heard(payload: string): void {
    const notice = JSON.parse(payload) as Notice;
    const { projection, version, build, state, position, logId } = notice;
    const isOurs = this.options.projections.some(
      (ours) => ours.name === projection && ours.version === version,
    );
    // A build that is not read yet says nothing of what is read.
    if (!isOurs || state === 'BUILDING') return;
    const known = {
      build: build ?? undefined,
      state,
      position: position === null ? undefined : BigInt(position),
      logId: logId ?? undefined,
    };
    this.learn(projection, known, notice.hasNewRows);
  }

  private async reloadForCertain(onError: (error: Error) => void): Promise<void> {
    const backoff = new Backoff();
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        return await this.reload();
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
        await backoff.pause(signal);
      }
    }
  }

  /** One at a time, however many want it. */
  private reload(): Promise<void> {
    this.reloading ??= this.lookUp().finally(() => (this.reloading = undefined));
    return this.reloading;
  }

  private async lookUp(): Promise<void> {
    const before = new Map(this.known);
    const all = await projectionStatus(this.options.pool, this.options.projections);
    for (const { name, build, state, position, logId } of all) {
      // What was heard meanwhile may be newer than the answer.
      if (this.known.get(name) === before.get(name)) this.learn(name, { build, state, position, logId });
    }
  }

  private learn(name: string, known: Known, hasNewRows = true): void {
    const before = this.known.get(name);
    this.known.set(name, known);
    for (const check of this.waiting) check();
    const isAnotherBuild = before !== undefined && before.build !== known.build;
    for (const observer of this.observers) observer({ projection: name, isAnotherBuild, hasNewRows });
  }
}
