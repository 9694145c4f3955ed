import type { EventStore } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import { inTransaction } from '#postgres';
import { pauseFor } from './backoff.js';
import { catchUp } from './catch-up.js';
import { historyFor, type Decoder } from './delivered.js';
import { Member } from './member.js';
import type { ReadModels } from './read-models.js';
import { goLive, liveCheckpoint, type Checkpoint } from './registry.js';
import { existingBuilds, isLockTimeout, pointView, tableOf } from './tables.js';

/** Goes on until the signal fires. */
export interface Patient {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  readonly signal: AbortSignal;
  readonly onWaiting?: () => void;
}

/**
 * Makes the build the one that is read. First most of the way without disturbing anybody; then the last of it while the live
 * checkpoint is locked, so that readers never go back in time and the live projector loses nothing.
 */
export async function switchTo(projection: Projection, filled: Checkpoint, options: Patient): Promise<void> {
  const { store, decoder, readModels, signal } = options;
  const member = new Member(projection, filled, readModels.projector, historyFor(projection, store, decoder));
  const toTheEnd = () =>
    catchUp(member, { store, decoder, streamPrefixes: readModels.streamPrefixes, signal });
  await toTheEnd();
  const switchOver = () =>
    inTransaction(readModels.owner, async (client) => {
      await client.query(`set local lock_timeout = '2s'`);
      await client.query('select from samspor.projection where name = $1 and version = $2 for update', [
        projection.name,
        projection.version,
      ]);
      await client.query('delete from samspor.checkpoint where name = $1 and version = $2 and build <> $3', [
        projection.name,
        projection.version,
        filled.build,
      ]);
      await toTheEnd();
      await goLive(client, filled);
      // Whoever waits for the view makes the queries behind it wait too.
      await client.query(`set local lock_timeout = '300ms'`);
      await pointView(client, projection, filled);
    });
  await untilLocked(switchOver, options);
}

const longestPauseMs = 2_000;
const tellMs = 10_000;

/** A long query holds the view or the table for a while: give way and try again, for as long as it takes. */
export async function untilLocked<T>(work: () => Promise<T>, { signal, onWaiting }: Patient): Promise<T> {
  let told = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (attempt === 3 || Date.now() - told >= tellMs) {
        told = Date.now();
        onWaiting?.();
      }
      await pauseFor(Math.min(50 * attempt, longestPauseMs), signal);
    }
  }
}

/** Drops the tables of builds that are read no more, or never were, but for one. Fails with a lock timeout while a query holds one. */
export async function dropAbandoned(
  projection: Projection,
  readModels: ReadModels,
  kept?: number,
): Promise<void> {
  const live = await liveCheckpoint(readModels.owner, projection);
  const { name, version } = projection;
  for (const build of await existingBuilds(readModels.owner, projection)) {
    if (build === live?.build || build === kept) continue;
    await inTransaction(readModels.owner, async (client) => {
      await client.query(`set local lock_timeout = '500ms'`);
      await client.query(`drop table if exists ${tableOf({ name, version, build })}`);
    });
  }
  await readModels.owner.query(
    `delete from samspor.checkpoint
     where name = $1 and version = $2 and build is distinct from $3 and build is distinct from $4`,
    [name, version, live?.build, kept],
  );
}
