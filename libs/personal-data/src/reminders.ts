import type { Pool } from '#postgres';

export interface Reminder {
  readonly tenant: string;
  readonly partyId: string;
  /** The day on which somebody is told. */
  readonly day: string;
}

/** Who was told outside the program that something waits, and when: at most once a day each (docs/adr/0038). */
export class Reminders {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The day on which each was last told. */
  async sentOn(tenant: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.#pool.query<{ party_id: string; sent_on: string }>(
      'select party_id, sent_on from vault.reminders where tenant = $1 and sent_on is not null',
      [tenant],
    );
    return new Map(rows.map(({ party_id, sent_on }) => [party_id, sent_on]));
  }

  /** Takes it on itself to tell; false where somebody did already that day, or a later one, whatever became of it. */
  async claim({ tenant, partyId, day }: Reminder): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `insert into vault.reminders as r (tenant, party_id, claimed_on) values ($1, $2, $3)
       on conflict (tenant, party_id) do update set claimed_on = excluded.claimed_on
       where r.claimed_on is null or r.claimed_on < excluded.claimed_on`,
      [tenant, partyId, day],
    );
    return rowCount === 1;
  }

  /** How many were claimed on a day, and are not known to have been sent: refused, or broken off. */
  async unsentOn(tenant: string, day: string): Promise<number> {
    const { rows } = await this.#pool.query<{ count: number }>(
      `select count(*)::int as count from vault.reminders
       where tenant = $1 and claimed_on = $2 and sent_on is distinct from $2`,
      [tenant, day],
    );
    return rows[0]?.count ?? 0;
  }

  /** What was claimed was sent. */
  async sent({ tenant, partyId, day }: Reminder): Promise<void> {
    await this.#pool.query(
      'update vault.reminders set sent_on = $3 where tenant = $1 and party_id = $2 and claimed_on = $3',
      [tenant, partyId, day],
    );
  }

  /** What was claimed was certainly not sent: it may be tried again the same day. */
  async release({ tenant, partyId, day }: Reminder): Promise<void> {
    await this.#pool.query(
      'update vault.reminders set claimed_on = sent_on where tenant = $1 and party_id = $2 and claimed_on = $3',
      [tenant, partyId, day],
    );
  }
}
