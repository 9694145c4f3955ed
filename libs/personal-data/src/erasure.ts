import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, createPool, roles, type PoolClient } from '#postgres';

/** Whether what was destroyed in the vault is gone from its server's files; otherwise why not yet, for people. */
export type Erased = { readonly isGone: true } | { readonly isGone: false; readonly because: string };

/** Whose rows may hold, or lead back to, what a disposal destroys. */
const tables = [
  'vault.keys',
  'vault.kept_fields',
  'vault.identity_claims',
  'vault.logins',
  'vault.drafts',
  'vault.documents',
] as const;

const lockNotAvailable = '55P03';
const insufficientPrivilege = '42501';

/**
 * Takes out of the server's files what disposals have deleted from the vault's tables: PostgreSQL leaves a deleted row in its page, and its
 * write-ahead log has it several times. Works on a server of one's own as on the embedded one (docs/adr/0022).
 */
export class Erasure {
  readonly #connectionString: string;

  constructor(connectionString: string) {
    this.#connectionString = connectionString;
  }

  /** Does what is due and proves it; waits at most so long for backups and queries that began before. A second time there is nothing to do. */
  async finish({ patienceMs = 0 }: { readonly patienceMs?: number } = {}): Promise<Erased> {
    const pool = createPool({
      connectionString: this.#connectionString,
      role: roles.vault,
      applicationName: 'samspor vault erasure',
      durable: true,
      max: 1,
    });
    try {
      const client = await pool.connect();
      try {
        return await finishOn(client, Date.now() + patienceMs);
      } finally {
        client.release();
      }
    } finally {
      await pool.end();
    }
  }
}

async function finishOn(client: PoolClient, deadline: number): Promise<Erased> {
  const { rows: due } = await client.query<{ id: string }>('select id from vault.unerased');
  if (due.length === 0) return { isGone: true };
  // Whoever uses the vault waits behind us while we wait: not for long.
  await client.query(`set lock_timeout to '1s'`);
  while (!(await haveBeenRewritten(client))) {
    if (Date.now() >= deadline) return { isGone: false, because: stillRead };
    await delay(200);
  }
  const log = await clearWriteAheadLog(client);
  if (log.isGone) {
    await client.query('delete from vault.unerased where id = any ($1)', [due.map(({ id }) => id)]);
  }
  return log;
}

const stillRead =
  'A transaction or a backup that began before still reads the vault. When it has ended, ask again, or restart Samspor.';

/**
 * Writes each table anew without what was deleted, and tells whether nothing deleted was carried along, as is done for a transaction that
 * began before the deletion.
 */
async function haveBeenRewritten(client: PoolClient): Promise<boolean> {
  // Every deletion that is due was committed before this transaction's id was given.
  const { rows } = await client.query<{ after: string }>('select pg_current_xact_id()::text as after');
  try {
    for (const table of tables) await client.query(`vacuum (full) ${table}`);
  } catch (error) {
    if (codeOf(error) === lockNotAvailable) return false;
    throw error;
  }
  // A table written anew has no row left that a transaction before its relfrozenxid deleted.
  const { rows: left } = await client.query(
    `select from pg_class where oid = any ($1::regclass[]) and age(relfrozenxid) > age($2::xid8::xid)`,
    [tables, rows[0]?.after],
  );
  return left.length === 0;
}

/**
 * Has every segment that was written until now removed or overwritten. A server may keep old segments under names to come, to write into them
 * later: each is come to in its turn, since a switch fills the rest of a segment with zeros.
 */
async function clearWriteAheadLog(client: PoolClient): Promise<Erased> {
  try {
    const first = await nextSegment(client);
    let { current } = first;
    while (current <= first.last) ({ current } = await nextSegment(client));
    const kept = (await segments(client)).filter((segment) => segment < first.current);
    return kept.length === 0 ? { isGone: true } : { isGone: false, because: stillKept };
  } catch (error) {
    if (codeOf(error) === insufficientPrivilege) return { isGone: false, because: notPermitted };
    throw error;
  }
}

const stillKept =
  'The server keeps older segments of its write-ahead log, for an archive, a standby or a slot that has not taken them yet. When it has, ask again, or restart Samspor.';
const notPermitted =
  "The vault's role may not switch and clear the server's write-ahead log, where the destroyed keys stand until it is written over. " +
  'Let an administrator run again what "samspor db init" prints.';

/** Goes on in a segment of its own, and lets go of those before it; answers where it is and the last that is there, perhaps under a name to come. */
async function nextSegment(client: PoolClient): Promise<{ current: string; last: string }> {
  await client.query('select pg_switch_wal()');
  await client.query('checkpoint');
  const { rows } = await client.query<{ name: string }>(
    'select pg_walfile_name(pg_current_wal_insert_lsn()) as name',
  );
  const current = placeOf(rows[0]?.name ?? '');
  const last = (await segments(client)).reduce((a, b) => (a > b ? a : b), current);
  return { current, last };
}

async function segments(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'`,
  );
  return rows.map(({ name }) => placeOf(name));
}

/** A segment's place in the log: its name without the timeline. */
const placeOf = (name: string) => name.slice(8);
