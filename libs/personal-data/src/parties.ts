import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Pool } from '#postgres';
import { LoginBound } from './errors.js';
import type { Exclusive } from './exclusive.js';
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

/** Whose logins a merger of registrations moves, by its event. */
type Merging = Moving & Pick<Login, 'tenant'> & { readonly mergerId: string };

/** Opaque ids for those who act: random, so that no event, log line or address tells a login. Logins are kept as keyed hashes. */
export class Parties {
  readonly #pool: Pool;
  readonly #lookups: Lookups;
  readonly #exclusive: Exclusive;
  /** Every request asks; a binding seldom moves or ends. */
  readonly #cache = new LRUCache<string, string>({ max: 10_000, ttl: 60_000 });
  /** Counts what was dropped, so that a binding read before its end is not cached after it. */
  #drops = 0;

  constructor(pool: Pool, lookups: Lookups, exclusive: Exclusive) {
    this.#pool = pool;
    this.#lookups = lookups;
    this.#exclusive = exclusive;
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

  /**
   * The id of a party that is registered by this login before anybody is known by it: the same each time, so that what was cut short between the
   * log and the vault is gone on with. It says nothing of the login to whoever has not the municipality's key.
   */
  idFor({ tenant, issuer, subject }: Login): string {
    const bytes = this.#lookups.hash('party', tenant, issuer, subject).subarray(0, 16);
    // A UUID of version 8 (RFC 9562): its bits are our own.
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
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
      `update vault.logins set party_id = $4, came_by = '[]' where tenant = $1 and login_hash = $2 and party_id = $3`,
      [tenant, this.#hash(login), fromId, toId],
    );
    this.dropCached();
    if ((await this.known(login)) !== toId) throw new LoginBound();
  }

  /**
   * Runs `work`, a merger of registrations or the end of one, while no other of the municipality is under way in any process: what it finds
   * merged in the log stays so until it is done.
   */
  whileNoneMerge<T>(tenant: string, work: () => Promise<T>): Promise<T> {
    return this.#exclusive.take(this.#lookups.hash('party-mergers', tenant), 'mergers of parties', work);
  }

  /** Lets every login of a party act as another one: the registrations were of one party, as the event of that id says. */
  async moveAll({ tenant, fromId, toId, mergerId }: Merging): Promise<void> {
    await this.#pool.query(
      `update vault.logins set party_id = $3, came_by = came_by || jsonb_build_object('from', party_id, 'merger', $4::text)
       where tenant = $1 and party_id = $2`,
      [tenant, fromId, toId, mergerId],
    );
    this.dropCached();
  }

  /** Gives the logins that a merger moved back to whom it took them from, wherever later mergers took them; those that were moved by name since stay. */
  async giveBack({ tenant, mergerId }: Pick<Merging, 'tenant' | 'mergerId'>): Promise<void> {
    await this.#pool.query(
      `update vault.logins own set party_id = moved.came_from, came_by = moved.earlier
       from (
         select one.login_hash, step.value->>'from' as came_from,
           (select coalesce(jsonb_agg(prior.value order by prior.nth), '[]')
            from jsonb_array_elements(one.came_by) with ordinality prior (value, nth) where prior.nth < step.nth) as earlier
         from vault.logins one cross join lateral jsonb_array_elements(one.came_by) with ordinality step (value, nth)
         where one.tenant = $1 and step.value->>'merger' = $2) moved
       where own.tenant = $1 and own.login_hash = moved.login_hash`,
      [tenant, mergerId],
    );
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
