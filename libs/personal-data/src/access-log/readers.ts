import { LRUCache } from 'lru-cache';
import type { Pool } from '#postgres';
import type { RowKeys } from '../row-keys.js';
import { openBytes, sealBytes } from '../sealed-bytes.js';

interface Reader {
  readonly tenant: string;
  readonly partyId: string;
}

const contextOf = ({ tenant, partyId }: Reader) => JSON.stringify(['samspor/reader/v1', tenant, partyId]);

/** What those are called who read, by the token that they read with: who has recorded nothing has no name in the log. */
export class Readers {
  readonly #pool: Pool;
  readonly #key: Buffer;
  readonly #known = new LRUCache<string, string>({ max: 10_000 });

  constructor(pool: Pool, keys: RowKeys) {
    this.#pool = pool;
    this.#key = keys.of('reader');
  }

  /** Keeps the name, in place of the one of before. */
  async keep(reader: Reader, name: string): Promise<void> {
    const context = contextOf(reader);
    if (this.#known.get(context) === name) return;
    await this.#pool.query(
      `insert into vault.readers (tenant, party_id, sealed) values ($1, $2, $3)
       on conflict (tenant, party_id) do update set sealed = excluded.sealed`,
      [reader.tenant, reader.partyId, sealBytes(this.#key, Buffer.from(name), context)],
    );
    this.#known.set(context, name);
  }

  /** By party id; those who have none are left out. */
  async namesOf(tenant: string, partyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.#pool.query<{ party_id: string; sealed: Buffer }>(
      'select party_id, sealed from vault.readers where tenant = $1 and party_id = any ($2)',
      [tenant, partyIds],
    );
    return new Map(
      rows.map(({ party_id: partyId, sealed }) => [
        partyId,
        openBytes(this.#key, sealed, contextOf({ tenant, partyId })).toString('utf8'),
      ]),
    );
  }

  /** Somebody's name is gone: it is kept again with the next reading alone. */
  dropCached(): void {
    this.#known.clear();
  }
}
