import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from '#postgres';
import { instant, msOf } from './instants.js';
import type { RowKeys } from './row-keys.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** Milliseconds since 1970, by the clock of whoever says them. */
export interface SessionTimes {
  readonly usedAt: number;
  readonly endsAt: number;
}

export interface KeptSession extends SessionTimes {
  readonly content: string;
}

const label = 'samspor/session/v1';

/** A digest by which a session is known to whoever was told its id. */
export const digestOf = (id: string): Buffer => createHash('sha256').update(id).digest();

/** Who is signed in with a browser, for every process alike. An id is told once, to the browser; what stands here opens nothing without it. */
export class Sessions {
  readonly #pool: Pool;
  readonly #keys: RowKeys;

  constructor(pool: Pool, keys: RowKeys) {
    this.#pool = pool;
    this.#keys = keys;
  }

  /** Keeps a session under a new id. */
  async begin({ content, usedAt, endsAt }: KeptSession): Promise<string> {
    const id = newId();
    await this.#pool.query(
      'insert into vault.sessions (digest, sealed, used_at, ends_at) values ($1, $2, $3, $4)',
      [digestOf(id), this.#sealed(id, content), instant(usedAt), instant(endsAt)],
    );
    return id;
  }

  /** Goes on with a session under a new id, until when it would have ended; undefined where it is no more. The former id is nobody’s then. */
  async replace(
    formerId: string,
    { content, usedAt }: Omit<KeptSession, 'endsAt'>,
  ): Promise<string | undefined> {
    const id = newId();
    const { rowCount } = await this.#pool.query(
      `with former as (delete from vault.sessions where digest = $1 returning ends_at)
       insert into vault.sessions (digest, sealed, used_at, ends_at) select $2, $3, $4, ends_at from former`,
      [digestOf(formerId), digestOf(id), this.#sealed(id, content), instant(usedAt)],
    );
    return rowCount === 1 ? id : undefined;
  }

  /** Whether it has ended meanwhile is for the caller to say. */
  async find(id: string): Promise<KeptSession | undefined> {
    const { rows } = await this.#pool.query<{ sealed: Buffer; used_at: number; ends_at: number }>(
      `select sealed, ${msOf('used_at')} as used_at,
         ${msOf('ends_at')} as ends_at
       from vault.sessions where digest = $1`,
      [digestOf(id)],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    const content = openBytes(this.#keyOf(id), row.sealed, label).toString('utf8');
    return { content, usedAt: row.used_at, endsAt: row.ends_at };
  }

  /** It is used; false where it is no more. */
  async touch(id: string, usedAt: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'update vault.sessions set used_at = greatest(used_at, $2::timestamptz) where digest = $1',
      [digestOf(id), instant(usedAt)],
    );
    return rowCount === 1;
  }

  async end(id: string): Promise<void> {
    await this.#pool.query('delete from vault.sessions where digest = $1', [digestOf(id)]);
  }

  /** Removes those that have come to their end, and those that nobody has used since then. */
  async sweep({
    endedBy,
    unusedSince,
  }: {
    readonly endedBy: number;
    readonly unusedSince: number;
  }): Promise<void> {
    await this.#pool.query('delete from vault.sessions where ends_at <= $1 or used_at <= $2', [
      instant(endedBy),
      instant(unusedSince),
    ]);
  }

  #sealed(id: string, content: string): Buffer {
    return sealBytes(this.#keyOf(id), Buffer.from(content), label);
  }

  #keyOf(id: string): Buffer {
    return this.#keys.of('session', id);
  }
}

const newId = () => randomBytes(32).toString('base64url');
