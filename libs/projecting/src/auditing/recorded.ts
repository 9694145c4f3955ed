import type { Queryable } from '#postgres';
import { isMissing } from '../failure.js';
import type { Audit } from './audit.js';
import { type Finding, keyOfFinding } from './finding.js';

/** A finding, and when it was first made. */
export interface Found extends Finding {
  readonly since: string;
}

/** What the auditor found last. */
export interface LastAudit extends Omit<Audit, 'findings'> {
  readonly findings: readonly Found[];
}

/** Keeps what was found in the place of what was found before, and since when. */
export async function recordAudit(db: Queryable, audit: Audit): Promise<LastAudit> {
  const before = await lastAudit(db);
  const since = new Map(before?.findings.map((found) => [keyOfFinding(found), found.since]));
  const findings = audit.findings.map((finding) => ({
    ...finding,
    since: since.get(keyOfFinding(finding)) ?? audit.endedAt,
  }));
  const { beganAt, endedAt, events, rows, streams } = audit;
  await db.query(
    `insert into samspor.audit (began_at, ended_at, events, rows, streams, findings) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set began_at = excluded.began_at, ended_at = excluded.ended_at, events = excluded.events,
       rows = excluded.rows, streams = excluded.streams, findings = excluded.findings`,
    [beganAt, endedAt, events, rows, streams, JSON.stringify(findings)],
  );
  return { ...audit, findings };
}

/** Undefined before the first, and while there are no read models. */
export async function lastAudit(db: Queryable): Promise<LastAudit | undefined> {
  const { rows } = await db
    .query<{
      readonly began_at: string;
      readonly ended_at: string;
      readonly events: string;
      readonly rows: string;
      readonly streams: number;
      readonly findings: readonly Found[];
    }>('select began_at, ended_at, events, rows, streams, findings from samspor.audit')
    .catch((error: unknown) => {
      if (isMissing(error)) return { rows: [] };
      throw error;
    });
  const row = rows[0];
  return (
    row && {
      beganAt: new Date(row.began_at).toISOString(),
      endedAt: new Date(row.ended_at).toISOString(),
      events: Number(row.events),
      rows: Number(row.rows),
      streams: row.streams,
      findings: row.findings,
    }
  );
}
