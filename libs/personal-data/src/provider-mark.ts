import type { Pool } from '#postgres';

/** Tells for ever that these data were once served with a provider of logins: real people are in them (docs/personal-data.md). */
export class ProviderMark {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Whoever serves the data with a provider sets it before anybody is answered. */
  async set(): Promise<void> {
    await this.#pool.query('insert into vault.provider default values on conflict do nothing');
  }

  async stands(): Promise<boolean> {
    const { rows } = await this.#pool.query<{ stands: boolean }>(
      'select exists (select from vault.provider) as stands',
    );
    return rows[0]?.stands === true;
  }
}
