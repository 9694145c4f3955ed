import type { EventStore, UnreadEvent } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import type { Queryable } from '#postgres';
import type { Version } from './registry.js';

export interface ProjectionStatus extends Version {
  readonly state: 'BUILDING' | 'RUNNING' | 'HALTED';
  /** Why it is halted. */
  readonly message: string | undefined;
  /** The build that is read; undefined before the first is complete. */
  readonly build: number | undefined;
  readonly logId: string | undefined;
  readonly position: bigint | undefined;
  /** The time the rows are current to, ISO 8601. */
  readonly currentAt: string | undefined;
  /**
   * Age of the oldest event that is not in the rows, 0 where they hold all. Where the log is not known: how long ago they were current,
   * which a quiet projection says every ten seconds. Undefined when that was never.
   */
  readonly lagSeconds: number | undefined;
  /** Bytes of log between the checkpoint and the end, 0 where nothing in them concerns a projection; undefined where the log is not known. */
  readonly lagBytes: bigint | undefined;
}

/** How old the oldest event may be that is not in the rows, in seconds, while they are said to follow the log. */
const patienceSeconds = 30;

/** Whether the rows are current, or will be in a moment. */
export const isFollowing = ({ state, lagSeconds }: Pick<ProjectionStatus, 'state' | 'lagSeconds'>) =>
  state === 'RUNNING' && lagSeconds !== undefined && lagSeconds <= patienceSeconds;

/** The log that the projections follow. */
export interface FollowedLog {
  readonly store: Pick<EventStore, 'end' | 'scanNew'>;
  readonly streamPrefixes: readonly string[];
}

interface StatusRow {
  readonly name: string;
  readonly version: number;
  readonly live_build: number | null;
  readonly unbuilt: string | null;
  readonly state: 'BUILDING' | 'RUNNING' | 'HALTED' | null;
  readonly message: string | null;
  readonly log_id: string | null;
  readonly resume_position: string | null;
  readonly current_at: string | null;
  readonly silent_for: number | null;
}

/**
 * How each projection stands, for health, metrics and operators. Compared with the log where it is given: that a projection says to be
 * current tells nothing of what came after it fell silent.
 */
export async function projectionStatus(
  db: Queryable,
  projections: readonly Pick<Projection, 'name' | 'version'>[],
  log?: FollowedLog,
): Promise<ProjectionStatus[]> {
  // Before the checkpoints: what is appended meanwhile is no lag.
  const end = await log?.store.end();
  const { rows } = await db.query<StatusRow>(
    `select p.name, p.version, p.live_build, p.message as unbuilt, c.state, c.message, c.log_id, c.resume_position,
       c.current_at, extract(epoch from clock_timestamp() - c.current_at)::float8 as silent_for
     from samspor.projection p
     left join samspor.checkpoint c on c.name = p.name and c.version = p.version and c.build = p.live_build`,
  );
  const statuses = projections.map(({ name, version }) =>
    statusOf(
      { name, version },
      rows.find((row) => row.name === name && row.version === version),
    ),
  );
  return log === undefined ? statuses : compared(statuses, log, end ?? -1n);
}

function statusOf({ name, version }: Version, row: StatusRow | undefined): ProjectionStatus {
  const silentFor = row?.silent_for ?? undefined;
  return {
    name,
    version,
    state: row?.state ?? (row?.unbuilt ? 'HALTED' : 'BUILDING'),
    message: row?.message ?? row?.unbuilt ?? undefined,
    build: row?.live_build ?? undefined,
    logId: row?.log_id ?? undefined,
    position: row?.resume_position ? BigInt(row.resume_position) : undefined,
    currentAt: row?.current_at ? new Date(row.current_at).toISOString() : undefined,
    lagSeconds: silentFor === undefined ? undefined : inSeconds(silentFor * 1_000),
    lagBytes: undefined,
  };
}

/** The log's end lies beyond the checkpoint also where all that follows concerns no projection: only the next event tells. */
async function compared(
  statuses: readonly ProjectionStatus[],
  log: FollowedLog,
  end: bigint,
): Promise<ProjectionStatus[]> {
  const next = new Map<bigint, UnreadEvent | undefined>();
  for (const { position = -1n } of statuses) {
    if (!next.has(position)) next.set(position, await firstBetween(log, position, end));
  }
  return statuses.map((status) => {
    const unseen = next.get(status.position ?? -1n);
    return {
      ...status,
      lagSeconds: status.build === undefined ? undefined : unseen ? ageOf(unseen) : 0,
      lagBytes: unseen ? end - (status.position ?? 0n) : 0n,
    };
  });
}

async function firstBetween(
  { store, streamPrefixes }: FollowedLog,
  after: bigint,
  end: bigint,
): Promise<UnreadEvent | undefined> {
  if (after >= end) return undefined;
  for await (const [event] of store.scanNew({ streamPrefixes, ...(after >= 0n && { after }) })) {
    return event === undefined || event.position > end ? undefined : event;
  }
  return undefined;
}

function ageOf(event: UnreadEvent): number | undefined {
  const recordedAt = event.tryRead()?.metadata['recordedAt'];
  const at = typeof recordedAt === 'string' ? Date.parse(recordedAt) : Number.NaN;
  return Number.isNaN(at) ? undefined : inSeconds(Date.now() - at);
}

const inSeconds = (ms: number) => Math.max(0, Math.round(ms / 1_000));
