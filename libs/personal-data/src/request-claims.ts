import { type CommandContext, KeyReused } from '#event-sourcing';
import type { Pool } from '#postgres';
import type { Lookups } from './lookups.js';

type Request = Pick<CommandContext, 'commandId' | 'municipality' | 'unrepeatable'>;

/** What each command that records in several streams is about: none of them can tell that the others were others at its first time. */
export class RequestClaims {
  readonly #pool: Pool;
  readonly #lookups: Lookups;

  constructor(pool: Pool, lookups: Lookups) {
    this.#pool = pool;
    this.#lookups = lookups;
  }

  /** Before anything is recorded. Rejects with `KeyReused` where the same command was about others; opaque ids, in any order. */
  async claim({ commandId, municipality, unrepeatable }: Request, about: readonly string[]): Promise<void> {
    if (unrepeatable) return;
    const hash = this.#hash(municipality, about);
    const { rows } = await this.#pool.query<{ isTheSame: boolean }>(
      `insert into vault.claimed_requests as c (command_id, about) values ($1, $2)
       on conflict (command_id) do update set about = c.about returning c.about = $2 as "isTheSame"`,
      [commandId, hash],
    );
    if (rows[0]?.isTheSame !== true) throw new KeyReused(commandId);
  }

  /** Gives the claim up again, of a command that was refused and recorded nothing: it may be put right, and be about others. */
  async release({ commandId, municipality }: Request, about: readonly string[]): Promise<void> {
    await this.#pool.query('delete from vault.claimed_requests where command_id = $1 and about = $2', [
      commandId,
      this.#hash(municipality, about),
    ]);
  }

  #hash(tenant: string, about: readonly string[]): Buffer {
    return this.#lookups.hash('request', tenant, JSON.stringify(about.toSorted()));
  }
}
