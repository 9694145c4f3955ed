import { eventKeyIdIn, type EventStore, logStream } from '#event-sourcing';
import { isEnvelope } from '#event-sourcing/sealing';
import type { Queryable } from '#postgres';
import { seatOfKeyId } from './seat.js';

/** What the vault asks of the log that it belongs to. */
export type SealedLog = Pick<EventStore, 'history' | 'read' | 'scan'>;

/** The vault is empty, or another log's. The message says what to do. */
export class WrongVault extends Error {
  constructor() {
    super(
      'The log holds what was sealed under a key that this vault never had: the vault is empty, or belongs to another log. ' +
        'Restore the vault from its backup, or set VAULT_DATABASE_URL to the one that belongs to this log. ' +
        'Nothing is started on it and no key is made: whoever is known already would become another person.',
    );
    this.name = 'WrongVault';
  }
}

/**
 * Refuses with `WrongVault` where the log was begun, or taken over, under a key for events that is unknown here: one stream is read, whatever
 * else the event store holds. A log from before there were such keys is known by the first thing that was ever sealed in it, which is looked for
 * in these streams. A key that was here and is lost is told where it is needed (`LostKey`).
 */
export async function assertVaultOf(
  log: SealedLog,
  vault: Queryable,
  streamPrefixes?: readonly string[],
): Promise<void> {
  const notes = await log.read(logStream);
  if (notes.length === 0) return;
  const keyIds = notes.flatMap(({ metadata }) => eventKeyIdIn(metadata) ?? []);
  const isKnown =
    keyIds.length > 0
      ? await holdsEventKey(vault, keyIds)
      : await holdsKeyOfFirstSealed(log, vault, streamPrefixes);
  if (!isKnown) throw new WrongVault();
}

async function holdsEventKey(vault: Queryable, keyIds: readonly string[]): Promise<boolean> {
  const { rows } = await vault.query('select from vault.event_keys where key_id = any($1) limit 1', [keyIds]);
  return rows.length > 0;
}

/** Keys are committed before the events that use them, so the log is read first. */
async function holdsKeyOfFirstSealed(
  log: SealedLog,
  vault: Queryable,
  streamPrefixes: readonly string[] | undefined,
): Promise<boolean> {
  const keyId = await firstKeyIn(log.scan(streamPrefixes === undefined ? {} : { streamPrefixes }));
  if (keyId === undefined) return true;
  const { rows } = await vault.query<{ known: boolean }>(
    `select exists (select from vault.keys where key_id = $1)
         or exists (select from vault.kept_fields where key_id = $1)
         or exists (select from vault.disposals where seat = $2)
         or exists (select from vault.seats s where seat = $2
                     and not exists (select from vault.keys k where k.seat = s.seat)) as known`,
    [keyId, seatOfKeyId(keyId)],
  );
  return rows[0]?.known === true;
}

async function firstKeyIn(events: ReturnType<SealedLog['scan']>): Promise<string | undefined> {
  for await (const some of events) {
    for (const event of some) {
      // Only what can hold something sealed is parsed.
      const keyId = event.data.includes('"ciphertext"') ? keyIn(event.read().data) : undefined;
      if (keyId !== undefined) return keyId;
    }
  }
  return undefined;
}

function keyIn(value: unknown): string | undefined {
  if (isEnvelope(value)) return value.keyId;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inner of Object.values(value)) {
    const keyId = keyIn(inner);
    if (keyId !== undefined) return keyId;
  }
  return undefined;
}
