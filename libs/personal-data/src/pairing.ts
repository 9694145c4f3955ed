import type { EventStore } from '#event-sourcing';
import { isEnvelope } from '#event-sourcing/sealing';
import type { Queryable } from '#postgres';
import { seatOfKeyId } from './seat.js';

/** What the vault asks of the log that it belongs to. */
export type SealedLog = Pick<EventStore, 'read' | 'readAll'>;

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
 * Refuses with `WrongVault` where the key of the first thing that was ever sealed in the log is unknown here. Keys are committed before the
 * events that use them, so the log is read first. A key that was here and is lost is told where it is needed (`LostKey`).
 */
export async function assertVaultOf(log: Pick<SealedLog, 'readAll'>, vault: Queryable): Promise<void> {
  const keyId = await firstKeyIn(log);
  if (keyId === undefined) return;
  const { rows } = await vault.query<{ known: boolean }>(
    `select exists (select from vault.keys where key_id = $1)
         or exists (select from vault.kept_fields where key_id = $1)
         or exists (select from vault.disposals where seat = $2)
         or exists (select from vault.seats s where seat = $2
                     and not exists (select from vault.keys k where k.seat = s.seat)) as known`,
    [keyId, seatOfKeyId(keyId)],
  );
  if (rows[0]?.known !== true) throw new WrongVault();
}

async function firstKeyIn(log: Pick<SealedLog, 'readAll'>): Promise<string | undefined> {
  for await (const { data } of log.readAll({})) {
    const keyId = keyIn(data);
    if (keyId !== undefined) return keyId;
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
