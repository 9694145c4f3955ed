import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool } from '#postgres';
import { LoginBound } from './errors.js';
import type { Lookups } from './lookups.js';

/** A login, as the identity provider's token names it. */
export interface Login {
  readonly tenant: string;
  readonly issuer: string;
  /** The token's `sub`. */
  readonly subject: string;
}

/** From whom to whom. */
interface Moving {
  readonly fromId: string;
  readonly toId: string;
}

/** Opaque ids for those who act: random, so that no event, log line or address tells a login. Logins are kept as keyed hashes. */
export class Parties {
  readonly #pool: Pool;
  readonly #lookups: Lookups;
  /** Every request asks; a binding seldom moves or ends. */
  readonly #cache = new LRUCache<string, string>({ max: 10_000, ttl: 60_000 });
  /** Counts what was dropped, so that a binding read before its end is not cached after it. */
  #drops = 0;

  constructor(pool: Pool, lookups: Lookups) {
    this.#pool = pool;
    this.#lookups = lookups;
  }

  /** The party of this login; minted at the first time, the same ever after, however many ask at once. */
  async partyIdOf(login: Login): Promise<string> {
    return (await this.known(login)) ?? this.#bindUnlessBound(login, randomUUID());
  }

  /** The party of this login, if it has been here. */
  async known(login: Login): Promise<string | undefined> {
    const hash = this.#hash(login);
    const key = `${login.tenant} ${hash.toString('base64url')}`;
    const cached = this.#cache.get(key);
    if (cached !== undefined) return cached;
    const drops = this.#drops;
    const { rows } = await this.#pool.query<{ party_id: string }>(
      'select party_id from vault.logins where tenant = $1 and login_hash = $2',
      [login.tenant, hash],
    );
    const partyId = rows[0]?.party_id;
    if (partyId !== undefined && drops === this.#drops) this.#cache.set(key, partyId);
    return partyId;
  }

  /** Whether anybody ever acted here by a login. */
  async hasLogins(): Promise<boolean> {
    const { rows } = await this.#pool.query<{ has: boolean }>(
      'select exists (select from vault.logins) as has',
    );
    return rows[0]?.has === true;
  }

  /** Lets a login act as a party that was registered before it. A party may have several logins; rejects with `LoginBound`. */
  async bind(binding: Login & { readonly partyId: string }): Promise<void> {
    const bound = await this.#bindUnlessBound(binding, binding.partyId);
    if (bound !== binding.partyId) throw new LoginBound();
  }

  /** Lets a login act as another party than it acts as now; rejects with `LoginBound` where it has moved elsewhere meanwhile. Another process may take a minute to know. */
  async move(login: Login & Moving): Promise<void> {
    const { tenant, fromId, toId } = login;
    await this.#pool.query(
      'update vault.logins set party_id = $4 where tenant = $1 and login_hash = $2 and party_id = $3',
      [tenant, this.#hash(login), fromId, toId],
    );
    this.dropCached();
    if ((await this.known(login)) !== toId) throw new LoginBound();
  }

  /** Lets every login of a party act as another one: the registrations were of one party. */
  async moveAll({ tenant, fromId, toId }: Moving & Pick<Login, 'tenant'>): Promise<void> {
    await this.#pool.query('update vault.logins set party_id = $3 where tenant = $1 and party_id = $2', [
      tenant,
      fromId,
      toId,
    ]);
    this.dropCached();
  }

  /** Asks the vault anew from now on: some party's logins are forgotten, or are another's. */
  dropCached(): void {
    this.#drops += 1;
    this.#cache.clear();
  }

  async #bindUnlessBound(login: Login, partyId: string): Promise<string> {
    for (;;) {
      const { rowCount } = await this.#pool.query(
        'insert into vault.logins (tenant, login_hash, party_id) values ($1, $2, $3) on conflict do nothing',
        [login.tenant, this.#hash(login), partyId],
      );
      if (rowCount === 1) return partyId;
      const bound = await this.known(login);
      if (bound !== undefined) return bound;
    }
  }

  #hash({ tenant, issuer, subject }: Login): Buffer {
    return this.#lookups.hash('login', tenant, issuer, subject);
  }
}
