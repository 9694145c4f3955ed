import type { Pool, Queryable } from '#postgres';

/** An event by where it stands in its stream, which is the same wherever its log is. */
export interface Place {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
}

/** What is read of a log for the vault, by the table that tells how far. */
type Marked = 'applied_disposals' | 'known_case_numbers' | 'indexed_logs';

/** Up to where a log was read for the vault. It is backed up and restored with the vault, so a restored one knows what it has to read again. */
export class LogMark {
  readonly #pool: Pool;
  readonly #table: Marked;

  constructor(pool: Pool, table: Marked) {
    this.#pool = pool;
    this.#table = table;
  }

  /** Undefined for a log that the vault has not met. */
  async of(logId: string): Promise<Place | undefined> {
    const { rows } = await this.#pool.query<Omit<Place, 'revision'> & { readonly revision: string }>(
      `select stream, revision, event_id as id from vault.${this.#table} where log_id = $1`,
      [logId],
    );
    return rows[0] && { ...rows[0], revision: BigInt(rows[0].revision) };
  }

  async set(logId: string, { stream, revision, id }: Place, client: Queryable = this.#pool): Promise<void> {
    await client.query(
      `insert into vault.${this.#table} (log_id, stream, revision, event_id) values ($1, $2, $3, $4)
       on conflict (log_id) do update
       set stream = excluded.stream, revision = excluded.revision, event_id = excluded.event_id`,
      [logId, stream, revision, id],
    );
  }
}
