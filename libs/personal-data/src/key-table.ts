import { randomBytes } from 'node:crypto';
import type { KeyOwner } from '#event-sourcing';
import type { RecordClass } from '#event-sourcing/event';
import type { Pool } from '#postgres';
import { DamagedKey } from './errors.js';
import type { DataKey, KeySource, Seat } from './key-source.js';
import { type KeyWrapping, WrongKey } from './key-wrapping.js';
import { newKeyId, seatOf } from './seat.js';

interface KeyRow {
  seat: string;
  key_id: string | null;
  tenant: string;
  owner: string;
  class: RecordClass;
  wrapped: Buffer | null;
}

interface HeldKey extends KeyOwner {
  readonly seat: string;
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/** Most seats in one statement. */
const batch = 5_000;

/** The vault's data keys: read and unwrapped many at a time, made one a seat for ever. */
export class KeyTable implements KeySource {
  readonly #pool: Pool;
  readonly #wrapping: KeyWrapping;

  constructor(pool: Pool, wrapping: KeyWrapping) {
    this.#pool = pool;
    this.#wrapping = wrapping;
  }

  async read(seats: readonly string[]): Promise<Map<string, Seat>> {
    const found = new Map<string, Seat>();
    for (let start = 0; start < seats.length; start += batch) {
      // One statement, one snapshot: a key that is being destroyed shows as one or the other, never as neither.
      const { rows } = await this.#pool.query<KeyRow>(
        `select seat, key_id, tenant, owner, class, wrapped from vault.keys where seat = any ($1)
         union all
         select seat, null, tenant, owner, class, null from vault.disposals where seat = any ($1)`,
        [seats.slice(start, start + batch)],
      );
      await this.#unwrapInto(found, rows);
    }
    return found;
  }

  async make(owners: readonly KeyOwner[]): Promise<DataKey[]> {
    const fresh = owners
      .map((owner) => ({ owner, seat: seatOf(owner) }))
      .map(({ owner: { tenant, owner, class: recordClass }, seat }) => {
        return { tenant, owner, class: recordClass, seat, keyId: newKeyId(seat), key: randomBytes(32) };
      });
    const wrapped = await this.#wrapping.wrap(
      fresh.map((key) => ({ key: key.key, context: contextOf(key) })),
    );
    // The disposal of a seat locks the table first: this statement either precedes it or sees its row.
    // In one order everywhere, so that two writers of the same owners wait for each other instead of deadlocking.
    // No conflict is named, so that every unique index yields to a faster writer: one left out would fail in the same race.
    const { rows } = await this.#pool.query<{ key_id: string }>(
      `with made as (
         insert into vault.keys (seat, key_id, tenant, owner, class, wrapped)
         select n.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])
           as n (seat, key_id, tenant, owner, class, wrapped)
         where not exists (select from vault.disposals d where d.seat = n.seat)
           and not exists (select from vault.seats s where s.seat = n.seat)
         order by n.seat
         on conflict do nothing
         returning seat, key_id),
       taken as (insert into vault.seats (seat) select seat from made on conflict do nothing)
       select key_id from made`,
      [
        fresh.map(({ seat }) => seat),
        fresh.map(({ keyId }) => keyId),
        fresh.map(({ tenant }) => tenant),
        fresh.map(({ owner }) => owner),
        fresh.map((key) => key.class),
        wrapped,
      ],
    );
    const made = new Set(rows.map(({ key_id: keyId }) => keyId));
    return fresh.filter(({ keyId }) => made.has(keyId));
  }

  /** All at once; only when that fails, one by one, to name the key that is at fault. */
  async #unwrapped(held: readonly HeldKey[]): Promise<Buffer[]> {
    try {
      return await this.#wrapping.unwrap(held.map(wrappedKeyOf));
    } catch (error) {
      if (!(error instanceof WrongKey)) throw error;
      for (const row of held) {
        await this.#wrapping.unwrap([wrappedKeyOf(row)]).catch((cause: unknown) => {
          throw cause instanceof WrongKey ? new DamagedKey(row.keyId, { cause }) : cause;
        });
      }
      throw error;
    }
  }

  async #unwrapInto(found: Map<string, Seat>, rows: readonly KeyRow[]): Promise<void> {
    const held = rows.flatMap(({ key_id: keyId, wrapped, ...row }) =>
      keyId === null || wrapped === null ? [] : [{ ...row, keyId, wrapped }],
    );
    const keys = await this.#unwrapped(held);
    held.forEach(({ seat, keyId, tenant, owner, class: recordClass }, index) => {
      const key = keys[index];
      if (key) found.set(seat, { seat, keyId, tenant, owner, class: recordClass, key });
    });
    // Last: a disposal outweighs a key that a restored backup brought back.
    for (const { seat, key_id: keyId } of rows) if (keyId === null) found.set(seat, 'destroyed');
  }
}

const wrappedKeyOf = (row: HeldKey) => ({ wrapped: row.wrapped, context: contextOf(row) });

const contextOf = (key: KeyOwner & { readonly keyId: string }) =>
  JSON.stringify(['samspor/data-key/v1', key.tenant, key.owner, key.class, key.keyId]);
