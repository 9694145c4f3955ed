import { prepared, type Queryable } from '#postgres';
import { type Aside, type Asides, asidesColumn, asidesOf } from './aside.js';
import { type Along, type Build, named, type Version } from './build.js';
import type { Tally } from './tally.js';

export { type Along, type Build, named, type Version };

/** The channel that tells of every move of a checkpoint, in the transaction of the rows. */
export const channel = 'samspor_projected';

const told = `checkpoint.name, checkpoint.version, checkpoint.build, checkpoint.state, checkpoint.resume_position, checkpoint.log_id`;
const notifyOfChanged = (parameter: number, { also = '', hasNewRows = 'true' } = {}) =>
  `select ${also} pg_notify($${parameter}, json_build_object('projection', name, 'version', version, 'build', build, 'state', state,
     'position', resume_position::text, 'logId', log_id, 'hasNewRows', ${hasNewRows})::text) from changed`;

/** The advisory lock of the process that keeps a version current. */
export const leadershipOf = (of: Version) => `samspor projector ${named(of)}`;
/** The advisory lock of the process that makes a version anew. */
export const rebuildOf = (of: Version) => `samspor rebuild ${named(of)}`;

/** The last event delivered to a build: what a log is recognised by. */
export interface LastEvent {
  readonly position: bigint;
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
}

export const lastOf = ({ position, id, stream, revision }: LastEvent): LastEvent => ({
  position,
  id,
  stream,
  revision,
});

export interface Checkpoint extends Build {
  readonly logId: string;
  /** How far the log has been read: what a query is current to. Later than the last event where a server's checkpoint said so. */
  readonly resume: bigint | undefined;
  readonly last: LastEvent | undefined;
  /** Streams of which the rows hold no more than what could be believed. */
  readonly aside: Asides;
  /** The events of the streams that it handles, up to the last, believed or not. */
  readonly taken: Tally;
}

export type State = 'BUILDING' | 'RUNNING' | 'HALTED';

/** As it stands in the table. */
export interface CheckpointRow {
  readonly build: number;
  readonly log_id: string;
  readonly resume_position: string | null;
  readonly last_position: string | null;
  readonly last_event_id: string | null;
  readonly last_stream: string | null;
  readonly last_revision: string | null;
  readonly set_aside: readonly Aside[];
  readonly taken: string;
  readonly taken_sum: string;
}

/** The columns of a checkpoint's row. */
export const checkpointColumns = `c.build, c.log_id, c.resume_position, c.last_position, c.last_event_id, c.last_stream, c.last_revision,
       c.taken, c.taken_sum, ${asidesColumn('c')}`;

/** The checkpoint of the build that is read; undefined before the first build is complete. */
export async function liveCheckpoint(
  db: Queryable,
  { name, version }: Version,
): Promise<Checkpoint | undefined> {
  const { rows } = await db.query<CheckpointRow>(
    `select ${checkpointColumns}
     from samspor.projection p
     join samspor.checkpoint c on c.name = p.name and c.version = p.version and c.build = p.live_build
     where p.name = $1 and p.version = $2`,
    [name, version],
  );
  const row = rows[0];
  return row && checkpointOf({ name, version }, row);
}

export function checkpointOf(of: Version, row: CheckpointRow): Checkpoint {
  const { last_position, last_event_id, last_stream, last_revision } = row;
  const hasLast =
    last_position !== null && last_event_id !== null && last_stream !== null && last_revision !== null;
  return {
    name: of.name,
    version: of.version,
    build: row.build,
    logId: row.log_id,
    resume: row.resume_position === null ? undefined : BigInt(row.resume_position),
    last: hasLast
      ? {
          position: BigInt(last_position),
          id: last_event_id,
          stream: last_stream,
          revision: BigInt(last_revision),
        }
      : undefined,
    aside: asidesOf(row.set_aside),
    taken: { events: Number(row.taken), sum: row.taken_sum },
  };
}

/** Takes the number of a new build. */
export async function nextBuild(db: Queryable, { name, version }: Version): Promise<number> {
  const { rows } = await db.query<{ newest_build: number }>(
    `insert into samspor.projection as p (name, version, newest_build) values ($1, $2, 1)
     on conflict (name, version) do update set newest_build = p.newest_build + 1
     returning newest_build`,
    [name, version],
  );
  return rows[0]?.newest_build ?? 1;
}

/** Makes a build the live one, which stands at the end of the log: the view is moved in the same transaction. */
export async function goLive(db: Queryable, { name, version, build }: Build): Promise<void> {
  await db.query(
    `update samspor.projection set live_build = $3, message = null where name = $1 and version = $2`,
    [name, version, build],
  );
  await db.query(
    `with changed as (
       update samspor.checkpoint
       set state = 'RUNNING', message = null, caught_up = true, current_at = clock_timestamp(), updated_at = clock_timestamp()
       where name = $1 and version = $2 and build = $3
       returning ${told})
     ${notifyOfChanged(4)}`,
    [name, version, build, channel],
  );
}

/** Another projector, or a switch to another build, moved this build's checkpoint: what stood in memory is void. */
export class Fenced extends Error {
  constructor(build: Build) {
    super(`The checkpoint of ${named(build)} build ${build.build} was moved by another process.`);
    this.name = 'Fenced';
  }
}

/** Where a checkpoint is to be moved, and from where. */
export interface Move {
  readonly from: Checkpoint;
  readonly to: Pick<Checkpoint, 'resume' | 'last' | 'aside' | 'taken'>;
  readonly live: { readonly caughtUp: boolean; readonly recordedAt?: string | undefined };
  readonly along?: Along | undefined;
}

/**
 * Moves checkpoints of different projections by compare-and-set, with the rows that go along, and notifies: one statement, so one
 * transaction and one round trip for all. Its commit does not wait for the disk: what a crash of the server loses is taken from the log
 * again, rows and checkpoint alike. Their row locks are the fence between two projectors: undefined, and nothing written, for those that
 * do not stand where `from` says.
 */
export async function moveCheckpoints(
  db: Queryable,
  moves: readonly Move[],
): Promise<(Checkpoint | undefined)[]> {
  const values: unknown[] = [
    channel,
    moves.map(({ from }) => from.name),
    moves.map(({ from }) => from.version),
    moves.map(({ from }) => from.build),
    moves.map(({ from }) => from.resume),
    moves.map(({ from }) => from.last?.position),
    moves.map(({ to }) => to.resume),
    moves.map(({ to }) => to.last?.position),
    moves.map(({ to }) => to.last?.id),
    moves.map(({ to }) => to.last?.stream),
    moves.map(({ to }) => to.last?.revision),
    moves.map(({ live }) => live.caughtUp),
    moves.map(({ live }) => live.recordedAt),
    moves.map(({ along }) => along !== undefined),
    moves.map(({ to }) => to.taken.events),
    moves.map(({ to }) => to.taken.sum),
  ];
  const parts: string[] = [];
  for (const { along } of moves) {
    if (along === undefined) continue;
    parts.push(along.parts(values.length + 1));
    values.push(...along.values);
  }
  const { rows } = await db.query<{ readonly name: string }>(
    prepared(
      `with changed as (
         update samspor.checkpoint
         set resume_position = to_resume, last_position = to_last, last_event_id = to_last_id, last_stream = to_last_stream,
             last_revision = to_last_revision, taken = to_taken, taken_sum = to_taken_sum, caught_up = is_caught_up,
             last_recorded_at = coalesce(recorded_at, last_recorded_at),
             current_at = case when is_caught_up then clock_timestamp() else coalesce(recorded_at, current_at) end,
             state = case when state = 'HALTED' then 'RUNNING' else state end, message = null, updated_at = clock_timestamp()
         from unnest($2::text[], $3::integer[], $4::integer[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::uuid[],
             $10::text[], $11::bigint[], $12::boolean[], $13::timestamptz[], $14::boolean[], $15::bigint[], $16::text[])
           as move (of_name, of_version, of_build, from_resume, from_last, to_resume, to_last, to_last_id, to_last_stream,
             to_last_revision, is_caught_up, recorded_at, has_new_rows, to_taken,
             to_taken_sum)
         where name = of_name and version = of_version and build = of_build
           and resume_position is not distinct from from_resume and last_position is not distinct from from_last
         returning ${told}, has_new_rows)${parts.map((part) => `, ${part}`).join('')}
       ${notifyOfChanged(1, { also: `name, set_config('synchronous_commit', 'off', true),`, hasNewRows: 'has_new_rows' })}`,
      values,
    ),
  );
  const moved = new Set(rows.map(({ name }) => name));
  return moves.map(({ from, to }) => (moved.has(from.name) ? { ...from, ...to } : undefined));
}

/** The same for one; rejects with `Fenced`. */
export async function moveCheckpoint(db: Queryable, move: Move): Promise<Checkpoint> {
  const [moved] = await moveCheckpoints(db, [move]);
  if (moved === undefined) throw new Fenced(move.from);
  return moved;
}

/** Says why the first build of a projection could not be made. */
export async function recordUnbuilt(
  db: Queryable,
  { name, version }: Version,
  message: string,
): Promise<void> {
  await db.query(
    `with changed as (
       insert into samspor.projection (name, version, message) values ($1, $2, $3)
       on conflict (name, version) do update set message = excluded.message
       returning name, version, null::integer as build, 'HALTED' as state, null::bigint as resume_position, null::uuid as log_id)
     ${notifyOfChanged(4)}`,
    [name, version, message, channel],
  );
}

/** Marks a build as halted, with the reason for people. */
export async function recordHalt(
  db: Queryable,
  { name, version, build }: Build,
  message: string,
): Promise<void> {
  await db.query(
    `with changed as (
       update samspor.checkpoint
       set state = 'HALTED', message = $4, caught_up = false, updated_at = clock_timestamp()
       where name = $1 and version = $2 and build = $3
       returning ${told})
     ${notifyOfChanged(5)}`,
    [name, version, build, message, channel],
  );
}
