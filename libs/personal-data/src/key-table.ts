import { randomBytes } from 'node:crypto';
import type { KeyOwner } from '#event-sourcing';
import type { RecordClass } from '#event-sourcing/event';
import type { Pool } from '#postgres';
import { DamagedKey } from './errors.js';
import type { DataKey, EarlierKeys, KeySource, Seat } from './key-source.js';
import { KeptFields } from './kept-fields.js';
import { type KeyWrapping, WrongKey } from './key-wrapping.js';
import { newKeyId, seatOf } from './seat.js';

/** What the tables have of a seat, a row each: its keys, what is kept of those destroyed, single entries disposed of, its disposal. */
interface Row {
  readonly what: 'current' | 'replaced' | 'kept' | 'entry' | 'destroyed';
  readonly seat: string;
  /** Of an entry, the event's. */
  readonly id: string | null;
  readonly tenant: string | null;
  readonly owner: string | null;
  readonly class: RecordClass | null;
  /** What is wrapped or sealed. */
  readonly bytes: Buffer | null;
  /** Of what is kept: the key that it is sealed under. */
  readonly under: string | null;
}

interface HeldKey extends KeyOwner {
  readonly what: 'current' | 'replaced';
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
      const { rows } = await this.#pool.query<Row>(
        `select case when replaced_at is null then 'current' else 'replaced' end as what, seat, key_id as id, tenant, owner, class,
                wrapped as bytes, null as under
         from vault.keys where seat = any ($1)
         union all
         select 'kept', seat, key_id, null, null, null, sealed, kept_under from vault.kept_fields where seat = any ($1)
         union all
         select 'entry', seat, event_id, null, null, null, null, null from vault.disposed_entries where seat = any ($1)
         union all
         select 'destroyed', seat, null, null, null, null, null, null from vault.disposals where seat = any ($1)`,
        [seats.slice(start, start + batch)],
      );
      await this.#unwrapInto(found, rows);
    }
    return found;
  }

  async make(owners: readonly KeyOwner[]): Promise<DataKey[]> {
    const fresh = await freshKeys(owners, this.#wrapping);
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
        fresh.map(({ wrapped }) => wrapped),
      ],
    );
    const made = new Set(rows.map(({ key_id: keyId }) => keyId));
    return fresh.filter(({ keyId }) => made.has(keyId)).map(withoutWrapped);
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

  async #unwrapInto(found: Map<string, Seat>, rows: readonly Row[]): Promise<void> {
    const held = rows
      .filter(isKey)
      .map(({ what, seat, id: keyId, tenant, owner, class: recordClass, bytes }) => {
        return { what, seat, keyId, tenant, owner, class: recordClass, wrapped: bytes };
      });
    const keys = await this.#unwrapped(held);
    const opened = held.flatMap(({ what, seat, keyId, tenant, owner, class: recordClass }, index) => {
      const key = keys[index];
      return key ? [{ what, seat, keyId, tenant, owner, class: recordClass, key }] : [];
    });
    for (const { what, ...key } of opened) if (what === 'current') found.set(key.seat, { current: key });
    // Few seats ever had another key.
    for (const seat of new Set(rows.filter(({ what }) => isEarlier(what)).map((row) => row.seat))) {
      const ofSeat = found.get(seat);
      if (typeof ofSeat !== 'object') continue;
      const earlier = earlierIn(
        rows.filter((row) => row.seat === seat),
        opened.filter((key) => key.seat === seat),
      );
      found.set(seat, { ...ofSeat, earlier });
    }
    // Last: a disposal outweighs a key that a restored backup brought back.
    for (const { seat, what } of rows) if (what === 'destroyed') found.set(seat, 'destroyed');
  }
}

type KeyRow = Row & {
  readonly what: 'current' | 'replaced';
  readonly id: string;
  readonly tenant: string;
  readonly owner: string;
  readonly class: RecordClass;
  readonly bytes: Buffer;
};
const isKey = (row: Row): row is KeyRow => row.what === 'current' || row.what === 'replaced';
const isEarlier = (what: Row['what']) => what === 'replaced' || what === 'kept' || what === 'entry';

function earlierIn(
  rows: readonly Row[],
  keys: readonly (DataKey & { readonly what: 'current' | 'replaced' })[],
): EarlierKeys {
  const kept = rows.flatMap(({ what, id, bytes, under }) => {
    if (what !== 'kept' || id === null || bytes === null) return [];
    const key = keys.find(({ keyId }) => keyId === under);
    // Without the key that it is sealed under it is lost, as that key is.
    return key ? [[id, keptIn(bytes, id, key)] as const] : [];
  });
  return {
    replaced: new Map(keys.filter(({ what }) => what === 'replaced').map((key) => [key.keyId, key])),
    kept: new Map(kept),
    disposed: new Set(rows.flatMap(({ what, id }) => (what === 'entry' && id !== null ? [id] : []))),
  };
}

function keptIn(bytes: Buffer, keyId: string, under: DataKey): KeptFields {
  try {
    return KeptFields.opened(bytes, { keyId, under });
  } catch (cause) {
    throw new DamagedKey(keyId, { cause });
  }
}

/** New keys at random, and how the vault keeps them. */
export async function freshKeys(
  owners: readonly KeyOwner[],
  wrapping: KeyWrapping,
): Promise<(DataKey & { readonly wrapped: Buffer })[]> {
  const fresh = owners.map(({ tenant, owner, class: recordClass }) => {
    const seat = seatOf({ tenant, owner, class: recordClass });
    return { tenant, owner, class: recordClass, seat, keyId: newKeyId(seat), key: randomBytes(32) };
  });
  const wrapped = await wrapping.wrap(fresh.map((key) => ({ key: key.key, context: contextOf(key) })));
  return fresh.map((key, index) => ({ ...key, wrapped: wrapped[index] ?? missing() }));
}

const withoutWrapped = ({ seat, keyId, tenant, owner, class: recordClass, key }: DataKey): DataKey => ({
  seat,
  keyId,
  tenant,
  owner,
  class: recordClass,
  key,
});

function missing(): never {
  throw new Error('The key wrapping answered with fewer keys than it was given.');
}

const wrappedKeyOf = (row: HeldKey) => ({ wrapped: row.wrapped, context: contextOf(row) });

const contextOf = (key: KeyOwner & { readonly keyId: string }) =>
  JSON.stringify(['samspor/data-key/v1', key.tenant, key.owner, key.class, key.keyId]);
