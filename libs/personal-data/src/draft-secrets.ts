import { hkdfSync, randomBytes } from 'node:crypto';
import type { Pool } from '#postgres';
import { instant } from './instants.js';
import type { Lookups } from './lookups.js';
import type { Login } from './parties.js';
import type { RowKeys } from './row-keys.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

export type Author = Omit<Login, 'tenant'>;

const hourMs = 3_600_000;
/** How long what is half written is kept. */
export const draftsKeptMs = 7 * 24 * hourMs;

/** One secret a login, the same in every municipality and session: the keys of what it has half written come from it. */
export class DraftSecrets {
  readonly #pool: Pool;
  readonly #lookups: Lookups;
  readonly #keys: RowKeys;

  constructor(pool: Pool, lookups: Lookups, keys: RowKeys) {
    this.#pool = pool;
    this.#lookups = lookups;
    this.#keys = keys;
  }

  /** Whose a draft is, without telling who that is. */
  hashOf({ issuer, subject }: Author): Buffer {
    return this.#lookups.hash('draft-author', '', issuer, subject);
  }

  /** 32 bytes for what the vault keeps, or the login’s own browser; others each time that the login stayed away for longer than drafts are kept. */
  async keyOf(author: Author, use: 'vault' | 'browser', now: number): Promise<Buffer> {
    const secret = await this.#secretOf(this.hashOf(author), now);
    const info = JSON.stringify(['samspor/drafts/v1', use]);
    return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 32));
  }

  /** Removes those that nobody has asked for in as long as drafts are kept. */
  async sweep(now: number): Promise<void> {
    await this.#pool.query('delete from vault.draft_secrets where used_at < $1', [
      instant(now - draftsKeptMs - hourMs),
    ]);
  }

  /** Made when first asked for, however many ask at once. That it is asked for is noted by the hour. */
  async #secretOf(author: Buffer, now: number): Promise<Buffer> {
    const [key, context] = [this.#keys.of('draft-secret'), author.toString('base64url')];
    const { rows } = await this.#pool.query<{ sealed: Buffer }>(
      `with noted as (
         insert into vault.draft_secrets as d (author, sealed, used_at) values ($1, $2, $3)
         on conflict (author) do update set used_at = excluded.used_at where d.used_at < excluded.used_at - interval '1 hour'
         returning sealed)
       select sealed from noted union all select sealed from vault.draft_secrets where author = $1 limit 1`,
      [author, sealBytes(key, randomBytes(32), context), instant(now)],
    );
    const sealed = rows[0]?.sealed;
    // Of two that make it at the same moment one sees neither row in its own statement.
    return sealed === undefined ? this.#secretOf(author, now) : openBytes(key, sealed, context);
  }
}
