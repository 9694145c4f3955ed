import { revises } from '#event-sourcing/effective';
import type { EventStore, StoredEvent } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import { advisoryLock, inTransaction, type PoolClient } from '#postgres';
import { pauseFor } from './backoff.js';
import { catchUp } from './catch-up.js';
import { copyRows } from './copy-rows.js';
import { historyReader, type Decoder, type ReadHistory } from './delivered.js';
import { foldInto, handles, refold, type StreamRows } from './folding.js';
import { logIdOf } from './log-identity.js';
import { Member, Stopped } from './member.js';
import type { ReadModels } from './read-models.js';
import {
  goLive,
  insertCheckpoint,
  liveCheckpoint,
  named,
  nextBuild,
  rebuildOf,
  type Build,
  type Checkpoint,
  type LastEvent,
} from './registry.js';
import { deleteStreams, type StoredRow } from './rows.js';
import {
  assertWellNamed,
  createTable,
  existingBuilds,
  finishTable,
  isLockTimeout,
  pointView,
  tableOf,
} from './tables.js';

export interface Progress {
  /** Events read so far. */
  readonly done: number;
  /** Events a second. */
  readonly rate: number;
  /** Unknown until the length of the log is known from the build before. */
  readonly secondsLeft: number | undefined;
}

export interface RebuildOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  readonly signal?: AbortSignal;
  /** Told about once a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Told now and then while a query that does not end keeps the rows as they were from being replaced. */
  readonly onWaiting?: () => void;
}

/** Goes on until the signal fires. */
type Patient = RebuildOptions & { readonly signal: AbortSignal };

const rowsHeld = 20_000;

/**
 * Makes a projection's rows anew from the log's origin, in a table beside the one that is read, and switches to it. Works while a
 * projector follows the log, also in another process: it goes on from the new build's checkpoint. Reactors see nothing of it.
 * Waits for queries under way until the signal fires; then what is read stays as it was.
 */
export async function rebuild(projection: Projection, options: RebuildOptions): Promise<Build> {
  assertWellNamed(projection);
  const { readModels } = options;
  const lock = await advisoryLock(readModels.owner, rebuildOf(projection));
  if (lock === undefined) throw new Error(`${named(projection)} is being rebuilt by another process`);
  const signal = AbortSignal.any([lock.lost, ...(options.signal ? [options.signal] : [])]);
  const patient: Patient = { ...options, signal };
  try {
    await untilLocked(() => dropAbandoned(projection, readModels), patient);
    const build: Build = {
      name: projection.name,
      version: projection.version,
      build: await nextBuild(readModels.owner, projection),
    };
    const before = await liveCheckpoint(readModels.owner, projection);
    const filled = await fill(projection, build, patient, before?.last?.position);
    try {
      await switchTo(projection, filled, patient);
    } catch (error) {
      // Where even that fails, the next rebuild does it.
      await dropAbandoned(projection, readModels).catch(() => {});
      throw error;
    }
    // Queries that began before the switch still read the old table: it goes when they are done, at the latest with the next rebuild.
    await untilLocked(() => dropAbandoned(projection, readModels), patient).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    return build;
  } catch (error) {
    throw error instanceof Stopped ? error.cause : error;
  } finally {
    await lock.release();
  }
}

/** Reads the log to its present end into a new table; one transaction makes the table, its rows and its checkpoint. */
async function fill(
  projection: Projection,
  build: Build,
  { store, decoder, readModels, signal, onProgress }: RebuildOptions,
  expectedEnd: bigint | undefined,
): Promise<Checkpoint> {
  const logId = await logIdOf(store);
  const filling = new Filling(projection, build, historyReader(store, decoder));
  const isHandled = handles(projection);
  const started = Date.now();
  let told = started;
  let done = 0;
  let last: LastEvent | undefined;
  return inTransaction(readModels.owner, async (client) => {
    await createTable(client, projection, build);
    for await (const event of store.readAll({ streamPrefixes: readModels.streamPrefixes })) {
      if (signal?.aborted) throw signal.reason;
      if (isHandled(event.stream)) await filling.take(client, event, decoder);
      last = event;
      done += 1;
      if (onProgress !== undefined && Date.now() - told >= 1_000) {
        told = Date.now();
        onProgress(progress(done, told - started, event.position, expectedEnd));
      }
    }
    await filling.finish(client);
    await finishTable(client, projection, build);
    const checkpoint: Checkpoint = { ...build, logId, resume: last?.position, last: last && lastOf(last) };
    await insertCheckpoint(client, checkpoint);
    onProgress?.(progress(done, Date.now() - started, last?.position ?? 0n, last?.position));
    return checkpoint;
  });
}

const lastOf = ({ position, id, stream, revision }: LastEvent): LastEvent => ({
  position,
  id,
  stream,
  revision,
});

function progress(done: number, elapsedMs: number, at: bigint, end: bigint | undefined): Progress {
  const seconds = Math.max(elapsedMs, 1) / 1_000;
  const share = end === undefined || end === 0n ? undefined : Math.min(1, Number(at) / Number(end));
  return {
    done,
    rate: Math.round(done / seconds),
    secondsLeft: share === undefined || share === 0 ? undefined : Math.round((seconds * (1 - share)) / share),
  };
}

/** The rows of a build while it is filled, kept in memory by stream. */
class Filling {
  private readonly rows = new Map<string, StreamRows>();
  private held = 0;
  /** Streams with corrections, folded from their whole history at the end, and how far they were read. */
  private readonly revised = new Map<string, bigint>();

  constructor(
    private readonly projection: Projection,
    private readonly build: Build,
    private readonly readHistory: ReadHistory,
  ) {}

  async take(client: PoolClient, stored: StoredEvent, decoder: Decoder): Promise<void> {
    const { stream, revision } = stored;
    if (this.revised.has(stream) || revises(stored)) {
      this.revised.set(stream, revision);
      return;
    }
    const rows = this.rows.get(stream) ?? new Map<string, StoredRow | null>();
    this.rows.set(stream, rows);
    foldInto(this.projection, rows, [decoder.decode(stored)]);
    this.held += 1;
    // A recorded event's row is final unless it is corrected, so it need not wait for the end of the log.
    if (this.projection.sees === 'recorded' && this.held >= rowsHeld) await this.write(client);
  }

  async finish(client: PoolClient): Promise<void> {
    await deleteStreams(client, this.build, [...this.revised.keys()]);
    for (const [stream, upTo] of this.revised) {
      this.rows.set(stream, refold(this.projection, await this.readHistory(stream, upTo)));
    }
    await this.write(client);
  }

  private async write(client: PoolClient): Promise<void> {
    await copyRows(client, this.projection, this.build, present(this.rows));
    this.rows.clear();
    this.held = 0;
  }
}

function* present(rows: ReadonlyMap<string, StreamRows>): Iterable<StoredRow> {
  for (const ofStream of rows.values()) {
    for (const row of ofStream.values()) if (row !== null) yield row;
  }
}

/**
 * Makes the build the one that is read. First most of the way without disturbing anybody; then the last of it while the live
 * checkpoint is locked, so that readers never go back in time and the live projector loses nothing.
 */
async function switchTo(projection: Projection, filled: Checkpoint, options: Patient): Promise<void> {
  const { store, decoder, readModels, signal } = options;
  const member = new Member(projection, filled, readModels.projector, historyReader(store, decoder));
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
async function untilLocked<T>(work: () => Promise<T>, { signal, onWaiting }: Patient): Promise<T> {
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

/** Drops the tables of builds that are read no more, or never were. Fails with a lock timeout while a query holds one. */
async function dropAbandoned(projection: Projection, readModels: ReadModels): Promise<void> {
  const live = await liveCheckpoint(readModels.owner, projection);
  const { name, version } = projection;
  for (const build of await existingBuilds(readModels.owner, projection)) {
    if (build === live?.build) continue;
    await inTransaction(readModels.owner, async (client) => {
      await client.query(`set local lock_timeout = '500ms'`);
      await client.query(`drop table if exists ${tableOf({ name, version, build })}`);
    });
  }
  await readModels.owner.query(
    'delete from samspor.checkpoint where name = $1 and version = $2 and build is distinct from $3',
    [name, version, live?.build],
  );
}
