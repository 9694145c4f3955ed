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
  /** For how long the rows have not been known to be current; undefined when that was never. */
  readonly lagSeconds: number | undefined;
  /** Bytes of log between the checkpoint and the end; undefined where the end is not known. */
  readonly lagBytes: bigint | undefined;
}

/** A caught-up projection says so at least every ten seconds; one that has been silent for longer is not running. */
const silenceSeconds = 30;

interface StatusRow {
  readonly name: string;
  readonly version: number;
  readonly live_build: number | null;
  readonly unbuilt: string | null;
  readonly state: 'BUILDING' | 'RUNNING' | 'HALTED' | null;
  readonly message: string | null;
  readonly log_id: string | null;
  readonly resume_position: string | null;
  readonly caught_up: boolean | null;
  readonly current_at: string | null;
  readonly silent_for: number | null;
}

/** How each projection stands, for health, metrics and operators. `end` is the position of the log's last event, where known. */
export async function projectionStatus(
  db: Queryable,
  projections: readonly Pick<Projection, 'name' | 'version'>[],
  end?: bigint,
): Promise<ProjectionStatus[]> {
  const { rows } = await db.query<StatusRow>(
    `select p.name, p.version, p.live_build, p.message as unbuilt, c.state, c.message, c.log_id, c.resume_position,
       c.caught_up, c.current_at, extract(epoch from clock_timestamp() - c.current_at)::float8 as silent_for
     from samspor.projection p
     left join samspor.checkpoint c on c.name = p.name and c.version = p.version and c.build = p.live_build`,
  );
  return projections.map(({ name, version }) =>
    statusOf(
      { name, version },
      rows.find((row) => row.name === name && row.version === version),
      end,
    ),
  );
}

function statusOf(
  { name, version }: Version,
  row: StatusRow | undefined,
  end: bigint | undefined,
): ProjectionStatus {
  const position = row?.resume_position ? BigInt(row.resume_position) : undefined;
  const silentFor = row?.silent_for ?? undefined;
  const isCurrent = row?.caught_up === true && silentFor !== undefined && silentFor < silenceSeconds;
  const behind = end === undefined ? undefined : end - (position ?? 0n);
  const lagBytes = isCurrent ? 0n : behind === undefined || behind > 0n ? behind : 0n;
  return {
    name,
    version,
    state: row?.state ?? (row?.unbuilt ? 'HALTED' : 'BUILDING'),
    message: row?.message ?? row?.unbuilt ?? undefined,
    build: row?.live_build ?? undefined,
    logId: row?.log_id ?? undefined,
    position,
    currentAt: row?.current_at ? new Date(row.current_at).toISOString() : undefined,
    lagSeconds: isCurrent ? 0 : silentFor === undefined ? undefined : Math.max(0, Math.round(silentFor)),
    lagBytes,
  };
}
