import type { KeyOwner } from '#event-sourcing';
import type { RecordClass } from '#event-sourcing/event';
import type { Pool, PoolClient } from '#postgres';
import { derivedKey } from './envelope.js';
import { DamagedKey, KeyDestroyed } from './errors.js';
import type { Exclusive } from './exclusive.js';
import type { DataKey } from './key-source.js';
import type { Keys } from './keys.js';
import type { Lookups } from './lookups.js';
import { openBytes, sealBytes } from './sealed-bytes.js';
import { seatOf } from './seat.js';

/** Which document, in which municipality. */
export interface DocumentPlace {
  readonly tenant: string;
  readonly documentId: string;
}

/** A document's file, and what opens it. */
export interface DocumentKey extends DocumentPlace, KeyOwner {
  /** 32 random bytes, of this document alone. */
  readonly key: Buffer;
  /** SHA-256, hex. Of the content it is sealed with the key: what can be guessed could be tried. */
  readonly contentSha256: string;
  readonly ciphertextSha256: string;
  /** Bytes of the content. */
  readonly size: number;
  /** Of the event that files it, which is recorded once it is kept. */
  readonly eventId: string;
}
/** One that is not known to be filed, with what tells where in the log its event would stand. */
export interface UnfiledDocument extends DocumentPlace {
  readonly eventId: string;
  /** Whose it is, and the seat of its key: what streams are found by (`StreamIndex`). */
  readonly names: readonly string[];
}
export type FoundDocument = (DocumentKey & { readonly isFiled: boolean }) | 'destroyed';

interface Row {
  readonly tenant: string;
  readonly document_id: string;
  readonly owner: string;
  readonly class: RecordClass;
  readonly key_id: string;
  readonly sealed: Buffer | null;
  readonly ciphertext_sha256: string;
  readonly size: number;
  readonly event_id: string;
  readonly filed: boolean;
}

const label = 'samspor/document-key/v1';
const keyLength = 32;
/** Most files asked about in one statement. */
const batch = 5_000;

/** Keys of documents, a row each: with the key of whose the document is, or by itself, each is destroyed (docs/personal-data.md). */
export class DocumentKeys {
  readonly #pool: Pool;
  readonly #keys: Keys;
  readonly #lookups: Lookups;
  readonly #exclusive: Exclusive;

  constructor(pool: Pool, keys: Keys, lookups: Lookups, exclusive: Exclusive) {
    this.#pool = pool;
    this.#keys = keys;
    this.#lookups = lookups;
    this.#exclusive = exclusive;
  }

  /** Runs `work` while no other process keeps this document. */
  alone<T>({ tenant, documentId }: DocumentPlace, work: () => Promise<T>): Promise<T> {
    return this.#exclusive.take(this.#lookups.hash('document', tenant, documentId), 'a document', work);
  }

  /** Rejects with `LostKey` where the key that it is under is gone without a disposal; undefined where there never was such a document. */
  async find({ tenant, documentId }: DocumentPlace): Promise<FoundDocument | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `select tenant, document_id, owner, class, key_id, sealed, ciphertext_sha256, size, event_id, filed_at is not null as filed
       from vault.documents where tenant = $1 and document_id = $2`,
      [tenant, documentId],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { key_id: keyId, sealed } = row;
    const place = { stream: `document-${tenant}.${documentId}`, eventId: row.event_id, field: 'key' };
    const dataKey = sealed === null ? 'destroyed' : await this.#keys.dataKey(keyId, place);
    if (dataKey === 'destroyed' || sealed === null) return 'destroyed';
    return {
      tenant,
      documentId,
      owner: row.owner,
      class: row.class,
      ...unwrapped(sealed, dataKey, row),
      ciphertextSha256: row.ciphertext_sha256,
      size: row.size,
      eventId: row.event_id,
      isFiled: row.filed,
    };
  }

  /**
   * Committed when it resolves: then the file may bear its name, and an event name the file. In place of what a first try left that nothing filed.
   * Rejects with `KeyDestroyed` where whose it is was disposed of.
   */
  async keep(document: DocumentKey): Promise<void> {
    const { tenant, documentId, owner, class: recordClass, ciphertextSha256, size, eventId } = document;
    const whose = { tenant, owner, class: recordClass };
    const dataKey = await this.#keys.dataKeyFor(whose);
    // The key is held meanwhile: whoever destroys it waits, and then finds this row.
    const { rowCount } = await this.#pool.query(
      `with standing as (select key_id from vault.keys where key_id = $6 for share)
       insert into vault.documents as d (tenant, document_id, owner, class, seat, key_id, sealed, ciphertext_sha256, size, event_id)
       select $1, $2, $3, $4, $5, key_id, $7::bytea, $8, $9::integer, $10 from standing
       on conflict (tenant, document_id) do update set owner = excluded.owner, class = excluded.class, seat = excluded.seat,
         key_id = excluded.key_id, sealed = excluded.sealed, ciphertext_sha256 = excluded.ciphertext_sha256, size = excluded.size,
         event_id = excluded.event_id, kept_at = excluded.kept_at
       where d.filed_at is null and d.destroyed_at is null`,
      [
        tenant,
        documentId,
        owner,
        recordClass,
        seatOf(whose),
        dataKey.keyId,
        wrapped(document, dataKey),
        ciphertextSha256,
        size,
        eventId,
      ],
    );
    if (rowCount === 1) return;
    this.#keys.drop([whose]);
    throw new KeyDestroyed(whose);
  }

  /** Its event is recorded: from now on it stays. */
  async filed({ tenant, documentId }: DocumentPlace): Promise<void> {
    await this.#pool.query(
      'update vault.documents set filed_at = now() where tenant = $1 and document_id = $2 and filed_at is null',
      [tenant, documentId],
    );
  }

  /** Takes the row away of one that is not filed, and answers what its file is called. */
  async abandon({ tenant, documentId }: DocumentPlace): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ file: string }>(
      `delete from vault.documents where tenant = $1 and document_id = $2 and filed_at is null and destroyed_at is null
       returning ciphertext_sha256 as file`,
      [tenant, documentId],
    );
    return rows[0]?.file;
  }

  /** Those that are not known to be filed, so many milliseconds after they were kept. */
  async unfiled(olderThanMs: number): Promise<UnfiledDocument[]> {
    const { rows } = await this.#pool.query<UnfiledDocument>(
      `select tenant, document_id as "documentId", event_id as "eventId", array[owner, seat] as names from vault.documents
       where filed_at is null and destroyed_at is null and kept_at <= now() - $1 * interval '1 ms'
       order by kept_at`,
      [olderThanMs],
    );
    return rows;
  }

  /** Destroys the key of one document, and answers what its file is called; the erasure then takes the key out of the vault's files. */
  async destroy({ tenant, documentId }: DocumentPlace, because: string): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ file: string }>(
      `with gone as (
         update vault.documents set sealed = null, destroyed_at = now()
         where tenant = $1 and document_id = $2 and destroyed_at is null returning ciphertext_sha256),
       due as (insert into vault.unerased (disposal_event_id) select $3 from gone)
       select ciphertext_sha256 as file from gone`,
      [tenant, documentId, because],
    );
    return rows[0]?.file;
  }

  /** Of these files, by what they are called, those of documents that were destroyed, and those that the vault does not know. */
  async strayed(
    files: readonly string[],
  ): Promise<{ readonly destroyed: readonly string[]; readonly unknown: readonly string[] }> {
    const destroyed: string[] = [];
    const unknown: string[] = [];
    for (let start = 0; start < files.length; start += batch) {
      const some = files.slice(start, start + batch);
      const { rows } = await this.#pool.query<{ file: string; gone: boolean }>(
        `select ciphertext_sha256 as file, destroyed_at is not null as gone from vault.documents where ciphertext_sha256 = any ($1)`,
        [some],
      );
      const known = new Map(rows.map(({ file, gone }) => [file, gone]));
      destroyed.push(...some.filter((file) => known.get(file) === true));
      unknown.push(...some.filter((file) => !known.has(file)));
    }
    return { destroyed, unknown };
  }
}

/** Destroys the keys of all documents that are under keys of these seats, in the transaction that destroys those. */
export async function destroyDocumentsOf(client: PoolClient, seats: readonly string[]): Promise<void> {
  await client.query(
    'update vault.documents set sealed = null, destroyed_at = now() where seat = any ($1) and destroyed_at is null',
    [seats],
  );
}

/** Destroys the keys of the documents that these entries file, in the transaction that disposes of those. */
export async function destroyDocumentsFiledBy(
  client: PoolClient,
  eventIds: readonly string[],
): Promise<void> {
  await client.query(
    'update vault.documents set sealed = null, destroyed_at = now() where event_id = any ($1) and destroyed_at is null',
    [eventIds],
  );
}

/** Puts the keys of documents that are under a key which goes under the one that took its place, in the same transaction. */
export async function rewrapDocuments(
  client: PoolClient,
  going: readonly DataKey[],
  current: DataKey,
): Promise<void> {
  for (const dataKey of going) {
    const { rows } = await client.query<Row>(
      `select tenant, document_id, owner, class, key_id, sealed, ciphertext_sha256, size, event_id, filed_at is not null as filed
       from vault.documents where key_id = $1 and sealed is not null for update`,
      [dataKey.keyId],
    );
    for (const row of rows) {
      if (row.sealed === null) continue;
      const { tenant, document_id: documentId, ciphertext_sha256: ciphertextSha256 } = row;
      const place = { tenant, documentId, ciphertextSha256 };
      await client.query(
        'update vault.documents set key_id = $3, sealed = $4 where tenant = $1 and document_id = $2',
        [
          tenant,
          documentId,
          current.keyId,
          wrapped({ ...place, ...unwrapped(row.sealed, dataKey, row) }, current),
        ],
      );
    }
  }
}

type Wrapped = Pick<DocumentKey, 'tenant' | 'documentId' | 'ciphertextSha256' | 'key' | 'contentSha256'>;

/** The key and the content's hash, under the data key; for this document, file and data key alone. The layout is stored for ever. */
const wrapped = ({ key, contentSha256, ...place }: Wrapped, dataKey: DataKey): Buffer =>
  sealBytes(
    derivedKey(dataKey.key, label),
    Buffer.concat([key, Buffer.from(contentSha256, 'hex')]),
    contextOf(place, dataKey.keyId),
  );

function unwrapped(
  sealed: Buffer,
  dataKey: DataKey,
  { tenant, document_id: documentId, ciphertext_sha256: ciphertextSha256 }: Row,
): Pick<DocumentKey, 'key' | 'contentSha256'> {
  try {
    const place = { tenant, documentId, ciphertextSha256 };
    const bytes = openBytes(derivedKey(dataKey.key, label), sealed, contextOf(place, dataKey.keyId));
    return { key: bytes.subarray(0, keyLength), contentSha256: bytes.toString('hex', keyLength) };
  } catch (cause) {
    throw new DamagedKey(`of the document ${documentId}`, { cause });
  }
}

const contextOf = (
  { tenant, documentId, ciphertextSha256 }: Pick<DocumentKey, 'tenant' | 'documentId' | 'ciphertextSha256'>,
  keyId: string,
) => JSON.stringify([label, tenant, documentId, ciphertextSha256, keyId]);
