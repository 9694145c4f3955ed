import { inTransaction, lockSession, type Queryable } from '#postgres';
import type { ReadModels } from './read-models.js';
import { leadershipOf, rebuildOf, type Version } from './registry.js';
import { existingBuilds, isLockTimeout, tableOf, viewOf } from './tables.js';

/** What became of a version that this release does not read: `kept` while a projector keeps it current, or a query reads it. */
export interface OldVersion extends Version {
  readonly outcome: 'dropped' | 'kept';
}

/** Drops the versions of read models that this release does not read and no other keeps current (docs/adr/0006). */
export async function dropOldVersions(readModels: ReadModels): Promise<OldVersion[]> {
  const { rows } = await readModels.owner.query<Version>(
    'select name, version from samspor.projection order by name, version',
  );
  const isOurs = (of: Version) =>
    readModels.projections.some(({ name, version }) => name === of.name && version === of.version);
  const outcomes: OldVersion[] = [];
  for (const { name, version } of rows.filter((row) => !isOurs(row))) {
    outcomes.push({ name, version, outcome: await dropUnled(readModels, { name, version }) });
  }
  return outcomes;
}

async function dropUnled({ owner }: ReadModels, of: Version): Promise<OldVersion['outcome']> {
  const locks = await lockSession(owner);
  try {
    if (!(await locks.take(leadershipOf(of))) || !(await locks.take(rebuildOf(of)))) return 'kept';
    await inTransaction(owner, (client) => drop(client, of));
    return 'dropped';
  } catch (error) {
    if (isLockTimeout(error)) return 'kept';
    throw error;
  } finally {
    await locks.end();
  }
}

async function drop(db: Queryable, of: Version): Promise<void> {
  await db.query(`set local lock_timeout = '2s'`);
  await db.query(`drop view if exists ${viewOf(of)}`);
  for (const build of await existingBuilds(db, of)) await db.query(`drop table ${tableOf({ ...of, build })}`);
  for (const table of ['checkpoint', 'projection']) {
    await db.query(`delete from samspor.${table} where name = $1 and version = $2`, [of.name, of.version]);
  }
}
