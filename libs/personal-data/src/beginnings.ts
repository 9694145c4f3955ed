import type { Pool } from '#postgres';
import type { Lookups } from './lookups.js';

/** Longer than any command takes; what a process that ended left behind counts for nothing after it. */
const longestSeconds = 60;

/** Which command something that begins is under way as, in any process: equal and simultaneous ones become one. */
export class Beginnings {
  readonly #pool: Pool;
  readonly #lookups: Lookups;

  constructor(pool: Pool, lookups: Lookups) {
    this.#pool = pool;
    this.#lookups = lookups;
  }

  /**
   * Does the work as the command that an equal one is under way as, or else as this one. Two that are under way at once may both append: by
   * the same command id that is recorded once.
   */
  async as<T>(
    { tenant, said, commandId }: { tenant: string; said: string; commandId: string },
    work: (commandId: string) => Promise<T>,
  ): Promise<T> {
    const equal = this.#lookups.hash('beginning', tenant, said);
    const { rows } = await this.#pool.query<{ command_id: string }>(
      `insert into vault.beginnings as b (equal, command_id) values ($1, $2)
       on conflict (equal) do update set
         command_id = case when b.begun_at < now() - $3 * interval '1 s' then excluded.command_id else b.command_id end,
         begun_at = case when b.begun_at < now() - $3 * interval '1 s' then excluded.begun_at else b.begun_at end
       returning command_id`,
      [equal, commandId, longestSeconds],
    );
    const as = rows[0]?.command_id ?? commandId;
    if (as !== commandId) return work(as);
    try {
      return await work(as);
    } finally {
      // What stays is taken over when its time is over.
      await this.#pool
        .query('delete from vault.beginnings where equal = $1 and command_id = $2', [equal, as])
        .catch(() => undefined);
    }
  }
}
