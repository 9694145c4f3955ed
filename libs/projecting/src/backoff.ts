import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 250;
const longestPauseMs = 30_000;

/** Pauses that double from 250 ms to 30 s while nothing succeeds. */
export class Backoff {
  private failures = 0;

  succeeded(): void {
    this.failures = 0;
  }

  /** Resolves early, without an error, when the signal fires. */
  async pause(signal: AbortSignal): Promise<void> {
    const ms = Math.min(firstPauseMs * 2 ** this.failures, longestPauseMs);
    this.failures += 1;
    await pauseFor(ms, signal);
  }
}

export const pauseFor = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => {});
