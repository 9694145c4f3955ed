import type { Queryable } from '#postgres';
import type { AccessOutcome, Head, KeptEntry } from './entry.js';

interface Row {
  readonly municipality: string;
  readonly seq: string;
  readonly at: string;
  readonly party_id: string;
  readonly role: string;
  readonly units: string[];
  readonly purpose: string;
  readonly what: string;
  readonly route: string;
  readonly record_id: string | null;
  readonly subject_ids: string[];
  readonly outcome: AccessOutcome;
  readonly request_id: string;
  readonly mac: Buffer;
}

const instantOf = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of an entry, of the table under this name. */
export const columnsOf = (alias: string) =>
  `${alias}.municipality, ${alias}.seq, ${instantOf(`${alias}.at`)} as at, ${alias}.party_id, ${alias}.role, ${alias}.units, ${alias}.purpose,
   ${alias}.what, ${alias}.route, ${alias}.record_id, ${alias}.subject_ids, ${alias}.outcome, ${alias}.request_id, ${alias}.mac`;

/** Asks for `columnsOf`. */
export async function entriesOf(db: Queryable, sql: string, parameters: unknown[]): Promise<KeptEntry[]> {
  const { rows } = await db.query<Row>(sql, parameters);
  return rows.map(({ party_id, record_id, subject_ids, request_id, seq, ...row }) => ({
    ...row,
    seq: Number(seq),
    partyId: party_id,
    recordId: record_id,
    subjectIds: subject_ids,
    requestId: request_id,
  }));
}

/** Where each municipality's chain ends. */
export async function headsIn(db: Queryable, municipalities: readonly string[]): Promise<Map<string, Head>> {
  const { rows } = await db.query<{ municipality: string; seq: string; at: string; mac: Buffer }>(
    `select wanted.of as municipality, last.seq, ${instantOf('last.at')} as at, last.mac
     from unnest($1::text[]) wanted (of)
     cross join lateral (
       select seq, at, mac from access_log.entries
       where municipality = wanted.of order by seq desc limit 1) last`,
    [municipalities],
  );
  return new Map(rows.map(({ municipality, seq, at, mac }) => [municipality, { seq: Number(seq), at, mac }]));
}

/** All of them or none, in one statement. */
export async function insertEntries(db: Queryable, entries: readonly KeptEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    municipality: entry.municipality,
    seq: entry.seq,
    at: entry.at,
    party_id: entry.partyId,
    role: entry.role,
    units: entry.units,
    purpose: entry.purpose,
    what: entry.what,
    route: entry.route,
    record_id: entry.recordId,
    subject_ids: entry.subjectIds,
    outcome: entry.outcome,
    request_id: entry.requestId,
    mac: entry.mac.toString('hex'),
  }));
  await db.query(
    `with told as (
       select * from jsonb_to_recordset($1::jsonb) as one (
         municipality text, seq bigint, at timestamptz, party_id text, role text, units text[], purpose text, what text, route text,
         record_id text, subject_ids text[], outcome text, request_id text, mac text)),
     kept as (
       insert into access_log.entries (municipality, seq, at, party_id, role, units, purpose, what, route, record_id, subject_ids, outcome,
         request_id, mac)
       select municipality, seq, at, party_id, role, units, purpose, what, route, record_id, subject_ids, outcome, request_id,
         decode(mac, 'hex')
       from told)
     insert into access_log.persons (municipality, subject_id, seq)
     select told.municipality, about.subject_id, told.seq from told cross join lateral unnest(told.subject_ids) about (subject_id)`,
    [JSON.stringify(rows)],
  );
}
