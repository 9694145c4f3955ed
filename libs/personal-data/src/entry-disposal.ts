import { isRead, type Sealed, type StoredEvent, type UnreadEvent } from '#event-sourcing';
import { placed } from '#event-sourcing/personal-fields';
import { inTransaction, type Pool, type PoolClient } from '#postgres';
import { destroyedChannel, type KeysChanged } from './disposal.js';
import { destroyDocumentsFiledBy, rewrapDocuments } from './document-keys.js';
import { fieldKeyOf } from './envelope.js';
import type { DataKey, HeldKeys } from './key-source.js';
import { freshKeys, type KeyTable } from './key-table.js';
import type { KeyWrapping } from './key-wrapping.js';
import { KeptFields } from './kept-fields.js';
import { sealedIn } from './opened.js';
import { seatOfKeyId } from './seat.js';
import type { IndexedLog, StreamIndex } from './stream-index.js';

/** Texts of some entries, and the event that says they are disposed of. */
export interface EntryDisposal {
  /** Every sealed field of the entries, as the log holds them. */
  readonly fields: readonly Sealed[];
  readonly disposalEventId: string;
}

/**
 * How long a key that was replaced is still there: no process holds one for more than 60 s, and what was sealed in the last of them is in the log,
 * or was given up, well before this.
 */
const usualSettlingMs = 120_000;

/** What the seats of a replacement are, in `vault.keys`. */
interface Replaced {
  readonly seat: string;
  readonly key_id: string;
}

/**
 * Disposes of the texts of single entries. The person's key is replaced by another one; what it sealed elsewhere is kept as the keys of single
 * fields, sealed under the new one, and then it is destroyed. So no entry needs a row here before its texts must go.
 */
export class EntryDisposals {
  readonly #pool: Pool;
  readonly #table: KeyTable;
  readonly #wrapping: KeyWrapping;
  readonly #streams: StreamIndex;
  readonly #tell: (changed: KeysChanged) => void;
  readonly #settlingMs: number;

  constructor(parts: {
    readonly pool: Pool;
    readonly table: KeyTable;
    readonly wrapping: KeyWrapping;
    readonly streams: StreamIndex;
    readonly tell: (changed: KeysChanged) => void;
    readonly settlingMs?: number | undefined;
  }) {
    this.#pool = parts.pool;
    this.#table = parts.table;
    this.#wrapping = parts.wrapping;
    this.#streams = parts.streams;
    this.#tell = parts.tell;
    this.#settlingMs = parts.settlingMs ?? usualSettlingMs;
  }

  /** From now on these texts read as disposed, everywhere, and their keys seal nothing more. `finish` destroys them. A second time changes nothing. */
  async dispose({ fields, disposalEventId }: EntryDisposal): Promise<void> {
    const changed = await inTransaction(this.#pool, async (client) => {
      await client.query('lock table vault.keys in share row exclusive mode');
      await client.query(
        `insert into vault.disposed_entries (seat, event_id, disposal_event_id)
         select distinct e.seat, e.event_id, $3 from unnest($1::text[], $2::text[]) as e (seat, event_id)
         on conflict do nothing`,
        [
          fields.map(({ keyId }) => seatOfKeyId(keyId)),
          fields.map(({ eventId }) => eventId),
          disposalEventId,
        ],
      );
      await destroyDocumentsFiledBy(
        client,
        fields.map(({ eventId }) => eventId),
      );
      const { rows } = await client.query<KeysChanged['owners'][number]>(
        `update vault.keys set replaced_at = now() where key_id = any ($1) and replaced_at is null
         returning tenant, owner, class`,
        [fields.map(({ keyId }) => keyId)],
      );
      await this.#insertKeys(client, rows);
      const { rows: touched } = await client.query<KeysChanged['owners'][number]>(
        'select distinct tenant, owner, class from vault.keys where seat = any ($1)',
        [fields.map(({ keyId }) => seatOfKeyId(keyId))],
      );
      return notifyOf(client, touched);
    });
    this.#tell(changed);
  }

  /** Whether every one of these texts is on record here as disposed of. */
  async areDisposed(fields: readonly Sealed[]): Promise<boolean> {
    const { rows } = await this.#pool.query(
      `select from unnest($1::text[], $2::text[]) as e (seat, event_id)
       where not exists (select from vault.disposed_entries d where d.seat = e.seat and d.event_id = e.event_id)
         and not exists (select from vault.disposals d where d.seat = e.seat)
       limit 1`,
      [fields.map(({ keyId }) => seatOfKeyId(keyId)), fields.map(({ eventId }) => eventId)],
    );
    return rows.length === 0;
  }

  /**
   * Destroys the keys that were replaced, and keeps what they still open. Answers for how many milliseconds some of them must be left, since a
   * process may yet use them; 0 when none is left. Reads the streams in which those sealed something, and what of the log is not indexed yet.
   */
  async finish(log: IndexedLog): Promise<number> {
    const { rows: due } = await this.#pool.query<Replaced>(
      `select seat, key_id from vault.keys where replaced_at <= now() - $1 * interval '1 ms'`,
      [this.#settlingMs],
    );
    if (due.length > 0) {
      // Read after every process has let go of the keys: what they sealed is there.
      const fields = await this.#sealedUnder(new Set(due.map(({ seat }) => seat)), log);
      for (const seat of new Set(due.map((one) => one.seat))) {
        const keyIds = due.filter((one) => one.seat === seat).map((one) => one.key_id);
        await this.#destroy(seat, new Set(keyIds), fields);
      }
    }
    const { rows } = await this.#pool.query<{ ms: string | null }>(
      `select ceil(extract(epoch from max(replaced_at) - now()) * 1000)::bigint + $1 as ms from vault.keys`,
      [this.#settlingMs],
    );
    return Math.max(Number(rows[0]?.ms ?? 0), 0);
  }

  /** Every field of the log that a key of these seats has sealed. */
  async #sealedUnder(seats: ReadonlySet<string>, log: IndexedLog): Promise<Sealed[]> {
    const found: Sealed[] = [];
    for await (const { events } of this.#streams.naming(log, seats)) {
      found.push(...events.flatMap(sealedOf).filter(({ keyId }) => seats.has(seatOfKeyId(keyId))));
    }
    return found;
  }

  async #destroy(seat: string, keyIds: ReadonlySet<string>, fields: readonly Sealed[]): Promise<void> {
    const changed = await inTransaction(this.#pool, async (client) => {
      await client.query('lock table vault.keys in share row exclusive mode');
      const held = (await this.#table.read([seat])).get(seat);
      // The person was disposed of meanwhile.
      if (held === undefined || held === 'destroyed') return undefined;
      await client.query('delete from vault.keys where key_id = any ($1)', [[...keyIds]]);
      await rewrapDocuments(client, replacedIn(held, keyIds), held.current);
      for (const [keyId, kept] of keptOf(held, keyIds, fields)) {
        await client.query(
          `insert into vault.kept_fields (key_id, seat, kept_under, sealed) values ($1, $2, $3, $4)
           on conflict (key_id) do update set kept_under = excluded.kept_under, sealed = excluded.sealed`,
          [keyId, seat, held.current.keyId, kept.sealed({ keyId, under: held.current })],
        );
      }
      await client.query(
        `insert into vault.unerased (disposal_event_id)
         select distinct disposal_event_id from vault.disposed_entries where seat = $1`,
        [seat],
      );
      return notifyOf(client, [held.current]);
    });
    if (changed) this.#tell(changed);
  }

  async #insertKeys(client: PoolClient, owners: KeysChanged['owners']): Promise<void> {
    const fresh = await freshKeys(owners, this.#wrapping);
    for (const { seat, keyId, tenant, owner, class: recordClass, wrapped } of fresh) {
      await client.query(
        'insert into vault.keys (seat, key_id, tenant, owner, class, wrapped) values ($1, $2, $3, $4, $5, $6)',
        [seat, keyId, tenant, owner, recordClass, wrapped],
      );
    }
  }
}

/** What is to be kept, by destroyed key: of those that go now what they sealed, and what was kept under them of earlier ones. */
function keptOf(
  held: HeldKeys,
  keyIds: ReadonlySet<string>,
  fields: readonly Sealed[],
): Map<string, KeptFields> {
  const gone = held.earlier?.disposed ?? new Set<string>();
  const stay = fields.filter(({ eventId }) => !gone.has(eventId));
  const of = ({ keyId, key }: DataKey) =>
    KeptFields.of(
      stay
        .filter((field) => field.keyId === keyId)
        .map(({ eventId, field }) => ({ eventId, field, key: fieldKeyOf(key, { eventId, field }) })),
    );
  return new Map([
    ...[...(held.earlier?.kept ?? [])].map(([keyId, kept]) => [keyId, kept.without(gone)] as const),
    ...replacedIn(held, keyIds).map((key) => [key.keyId, of(key)] as const),
  ]);
}

const replacedIn = ({ earlier }: HeldKeys, keyIds: ReadonlySet<string>): DataKey[] =>
  [...(earlier?.replaced.values() ?? [])].filter(({ keyId }) => keyIds.has(keyId));

async function notifyOf(client: PoolClient, owners: KeysChanged['owners']): Promise<KeysChanged> {
  const changed: KeysChanged = {
    owners: owners.map(({ tenant, owner, class: recordClass }) => ({ tenant, owner, class: recordClass })),
  };
  await client.query('select pg_notify($1, $2)', [destroyedChannel, JSON.stringify(changed)]);
  return changed;
}

function sealedOf(event: StoredEvent | UnreadEvent): Sealed[] {
  const data = (isRead(event) ? event : event.tryRead())?.data ?? {};
  return sealedIn(placed(data, event.stream, event.id));
}
