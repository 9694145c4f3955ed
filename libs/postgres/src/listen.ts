import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connectionConfig } from './pool.js';

export interface ListenOptions {
  /** Ends the listening. */
  readonly signal: AbortSignal;
  /** The connection was lost and is back: notifications of the time between were missed. */
  readonly onReconnect?: () => void;
  /** The connection was lost, or an attempt to connect again failed. */
  readonly onError?: (error: Error) => void;
}

const firstPauseMs = 50;
const longestPauseMs = 5_000;

/**
 * Listens on one channel with one connection until `signal` fires, connecting again for ever with growing pauses.
 * Resolves when the first LISTEN stands; rejects when the first connection fails.
 */
export async function listen(
  connectionString: string,
  channel: string,
  onNotify: (payload: string) => void,
  { signal, onReconnect, onError }: ListenOptions,
): Promise<void> {
  if (signal.aborted) return;
  const first = await connect();
  void keepListening(first);

  async function connect(): Promise<{ ended: Promise<Error | undefined> }> {
    const client = new pg.Client(connectionConfig(connectionString, `samspor listen ${channel}`));
    let failure: Error | undefined;
    client.on('error', (error: Error) => {
      failure = error;
    });
    client.on('notification', ({ payload }) => onNotify(payload ?? ''));
    const ended = new Promise<Error | undefined>((resolve) => {
      client.once('end', () => resolve(failure));
    });
    const stop = () => void client.end().catch(() => {});
    signal.addEventListener('abort', stop, { once: true });
    void ended.then(() => signal.removeEventListener('abort', stop));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      stop();
      throw error;
    }
    return { ended };
  }

  async function keepListening(connection: { ended: Promise<Error | undefined> }): Promise<void> {
    let ended = connection.ended;
    let pauseMs = firstPauseMs;
    let lost = false;
    for (;;) {
      if (!lost) {
        const error = await ended;
        if (signal.aborted) return;
        onError?.(error ?? new Error('The listening connection ended'));
        lost = true;
      }
      await delay(pauseMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      try {
        ({ ended } = await connect());
        lost = false;
        pauseMs = firstPauseMs;
        onReconnect?.();
      } catch (error) {
        if (signal.aborted) return;
        onError?.(error instanceof Error ? error : new Error(String(error)));
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }
}
