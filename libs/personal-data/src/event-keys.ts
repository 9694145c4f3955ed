import { randomBytes } from 'node:crypto';
import type { EventKey } from '#event-sourcing';
import { createPool, type Pool, roles } from '#postgres';
import { DamagedKey } from './errors.js';
import { type KeyWrapping, WrongKey } from './key-wrapping.js';
import { migrateVault } from './migrate-vault.js';
import { openMunicipalityKey } from './municipality-key.js';

interface EventKeyRow {
  readonly key_id: string;
  readonly wrapped: Buffer;
}

/** The keys of the log's events, the one to sign with last. The first is made with the vault, once, whoever starts first. */
export async function eventKeys(pool: Pool, wrapping: KeyWrapping): Promise<readonly EventKey[]> {
  const present = await readEventKeys(pool, wrapping);
  if (present.length > 0) return present;
  await addEventKey(pool, wrapping, 1);
  return readEventKeys(pool, wrapping);
}

/** One more key, which signs from the next start on; those before go on being believed. */
export async function renewEventKey(pool: Pool, wrapping: KeyWrapping): Promise<void> {
  await addEventKey(pool, wrapping, (await readEventKeys(pool, wrapping)).length + 1);
}

/** For those who only tell what is authentic: opens these keys and no other, on a vault that is there already. */
export async function openEventKeys({
  connectionString,
  keyFile,
}: {
  readonly connectionString: string;
  readonly keyFile: string;
}): Promise<readonly EventKey[]> {
  const pool = createPool({
    connectionString,
    role: roles.vault,
    applicationName: 'samspor event keys',
    durable: true,
    max: 1,
  });
  try {
    await migrateVault(connectionString);
    const { rows } = await pool.query('select from vault.event_keys limit 1');
    if (rows.length === 0) {
      throw new Error('The vault has no key to tell what is authentic: start Samspor on it first.');
    }
    const { wrapping } = await openMunicipalityKey({ keyFile, vaultPool: pool });
    return await readEventKeys(pool, wrapping);
  } finally {
    await pool.end();
  }
}

async function addEventKey(pool: Pool, wrapping: KeyWrapping, number: number): Promise<void> {
  const id = randomBytes(4).toString('hex');
  const [wrapped] = await wrapping.wrap([{ key: randomBytes(32), context: contextOf(id) }]);
  await pool.query(
    'insert into vault.event_keys (number, key_id, wrapped) values ($1, $2, $3) on conflict do nothing',
    [number, id, wrapped],
  );
}

async function readEventKeys(pool: Pool, wrapping: KeyWrapping): Promise<readonly EventKey[]> {
  const { rows } = await pool.query<EventKeyRow>(
    'select key_id, wrapped from vault.event_keys order by number',
  );
  return Promise.all(rows.map((row) => unwrapped(row, wrapping)));
}

async function unwrapped({ key_id: id, wrapped }: EventKeyRow, wrapping: KeyWrapping): Promise<EventKey> {
  try {
    const [key] = await wrapping.unwrap([{ wrapped, context: contextOf(id) }]);
    if (key === undefined) throw new WrongKey();
    return { id, key };
  } catch (cause) {
    throw cause instanceof WrongKey ? new DamagedKey(id, { cause }) : cause;
  }
}

const contextOf = (id: string) => JSON.stringify(['samspor/event-key/v1', id]);
