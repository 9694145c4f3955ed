import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Pool } from './pool.js';

export interface AdvisoryLock {
  release(): Promise<void>;
  /** Fires when the connection, and with it the lock, is gone without `release`. */
  readonly lost: AbortSignal;
}

/** A connection of its own that holds advisory locks. */
export interface LockSession {
  /** Takes the lock `key` until the end of the session; false while another session holds it. */
  take(key: string): Promise<boolean>;
  /** Gives back every lock. */
  end(): Promise<void>;
  /** Fires when the connection, and with it every lock, is gone without `end`. */
  readonly lost: AbortSignal;
}

/** PostgreSQL's advisory locks are numbers: the first 64 bits of the text's SHA-256. */
export function advisoryKey(text: string): string {
  return createHash('sha256').update(text).digest().readBigInt64BE(0).toString();
}

/** A connection can die unnoticed for some seconds, so what must never happen twice needs a fence besides the lock. */
export async function lockSession(pool: Pool): Promise<LockSession> {
  const client = new pg.Client(pool.options);
  const lost = new AbortController();
  let isEnding = false;
  const end = async () => {
    isEnding = true;
    await client.end();
  };
  client.on('error', () => {});
  client.on('end', () => {
    if (!isEnding) lost.abort(new Error('The connection that held locks in PostgreSQL is gone'));
  });
  try {
    await client.connect();
  } catch (error) {
    await end().catch(() => {});
    throw error;
  }
  return {
    async take(key) {
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
        advisoryKey(key),
      ]);
      return rows[0]?.taken === true;
    },
    end,
    lost: lost.signal,
  };
}

/** Tries to take one lock of the pool's database, in a session of its own; undefined when another holds it. */
export async function advisoryLock(pool: Pool, key: string): Promise<AdvisoryLock | undefined> {
  const session = await lockSession(pool);
  try {
    if (await session.take(key)) return { release: () => session.end(), lost: session.lost };
  } catch (error) {
    await session.end().catch(() => {});
    throw error;
  }
  await session.end();
  return undefined;
}
