import { setTimeout as delay } from 'node:timers/promises';

export interface BackoffOptions {
  /** 250 ms unless told. */
  readonly firstMs?: number;
  /** 30 s unless told. */
  readonly longestMs?: number;
}

/** Pauses that double while nothing succeeds. */
export class Backoff {
  private failures = 0;

  constructor(private readonly options: BackoffOptions = {}) {}

  succeeded(): void {
    this.failures = 0;
  }

  /** How long to wait after one more failure. */
  failed(): number {
    const { firstMs = 250, longestMs = 30_000 } = this.options;
    const ms = Math.min(firstMs * 2 ** this.failures, longestMs);
    this.failures += 1;
    return ms;
  }

  /** Resolves early, without an error, when the signal fires. */
  async pause(signal: AbortSignal): Promise<void> {
    await pauseFor(this.failed(), signal);
  }
}

export const pauseFor = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal }).catch(() => {});
