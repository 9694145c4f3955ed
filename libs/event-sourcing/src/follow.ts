import { setTimeout as after } from 'node:timers/promises';
import { type Delivery, type EventStore, LogFault } from './event-store.js';

export interface Following {
  /** Where to go on from; asked before every subscription, so what it checks is checked again after each break. */
  readonly from: () => bigint | undefined | Promise<bigint | undefined>;
  readonly streamPrefixes: readonly string[];
  readonly signal: AbortSignal;
  readonly maxBatch?: number;
  /** Handles a batch; the next one waits for it. When it rejects, the log is followed anew from `from()`. */
  readonly onBatch: (batch: readonly Delivery[]) => void | Promise<void>;
  /** Told before each pause; `error` is absent when the subscription ended without one. */
  readonly onPause?: (pause: { readonly delayMs: number; readonly error?: unknown }) => void;
  /** How pauses pass; tests need not wait. */
  readonly pause?: (delayMs: number, signal: AbortSignal) => Promise<unknown>;
}

const firstPauseMs = 250;
const longestPauseMs = 30_000;

/**
 * Follows the log until the signal aborts: on an error or a silent end it pauses 250 ms, twice that each time up to 30 s, and
 * subscribes again. Rejects with `LogFault` alone, which no repeating mends.
 */
export async function follow(store: Pick<EventStore, 'subscribe'>, following: Following): Promise<void> {
  const { signal, onPause, pause = wait } = following;
  const failures = { inARow: 0 };
  while (!signal.aborted) {
    const ended = await followOnce(store, following, failures);
    if (signal.aborted) return;
    if (ended.error instanceof LogFault) throw ended.error;
    const delayMs = Math.min(firstPauseMs * 2 ** failures.inARow, longestPauseMs);
    failures.inARow += 1;
    onPause?.({ delayMs, ...ended });
    await pause(delayMs, signal);
  }
}

async function followOnce(
  store: Pick<EventStore, 'subscribe'>,
  { from, streamPrefixes, signal, maxBatch, onBatch }: Following,
  failures: { inARow: number },
): Promise<{ error?: unknown }> {
  try {
    const resume = await from();
    const batches = store.subscribe({
      ...(resume !== undefined && { after: resume }),
      streamPrefixes,
      signal,
      ...(maxBatch !== undefined && { maxBatch }),
    });
    for await (const batch of batches) {
      if (signal.aborted) return {};
      await onBatch(batch);
      failures.inARow = 0;
    }
    return {};
  } catch (error) {
    return { error };
  }
}

/** Ends early, without an error, when the signal aborts. */
const wait = (delayMs: number, signal: AbortSignal) =>
  after(delayMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
