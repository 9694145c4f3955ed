import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Pool } from './pool.js';

export interface AdvisoryLock {
  release(): Promise<void>;
  /** Fires when the connection, and with it the lock, is gone without `release`. */
  readonly lost: AbortSignal;
}

/** PostgreSQL's advisory locks are numbers: the first 64 bits of the text's SHA-256. */
export function advisoryKey(text: string): string {
  return createHash('sha256').update(text).digest().readBigInt64BE(0).toString();
}

/**
 * Tries to take the lock `key` of the pool's database, on a connection of its own; undefined when another holds it.
 * A connection can die unnoticed for some seconds, so what must never happen twice needs a fence besides.
 */
export async function advisoryLock(pool: Pool, key: string): Promise<AdvisoryLock | undefined> {
  const client = new pg.Client(pool.options);
  const lost = new AbortController();
  let released = false;
  client.on('error', () => {});
  client.on('end', () => {
    if (!released) lost.abort(new Error(`The connection that held the lock "${key}" is gone`));
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      advisoryKey(key),
    ]);
    if (rows[0]?.taken !== true) {
      released = true;
      await client.end();
      return undefined;
    }
  } catch (error) {
    released = true;
    await client.end().catch(() => {});
    throw error;
  }
  return {
    lost: lost.signal,
    async release() {
      released = true;
      await client.end();
    },
  };
}
