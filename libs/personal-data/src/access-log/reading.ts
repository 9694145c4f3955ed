import type { Pool } from '#postgres';
import type { KeptEntry } from './entry.js';
import { columnsOf, entriesOf } from './rows.js';

/** Which entries of a municipality: all that is told holds. */
export interface AccessFilter {
  readonly municipality: string;
  /** Of any of these persons: one registration, and those that went into it. */
  readonly subjectIds?: readonly string[] | undefined;
  /** The record that the address named: a case. */
  readonly recordId?: string | undefined;
  readonly readerIds?: readonly string[] | undefined;
  readonly outcome?: string | undefined;
  /** From this instant on. */
  readonly from?: string | undefined;
  /** Up to, not including, this instant. */
  readonly until?: string | undefined;
}

/** The newest before `before` first. In the order of the index of what is told first of: person, record, reader, outcome. */
export async function entriesPage(
  pool: Pool,
  filter: AccessFilter,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<KeptEntry[]> {
  const { municipality, subjectIds, recordId, readerIds, outcome, from, until } = filter;
  const parameters: unknown[] = [municipality];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const bounds = (alias: string) => [
    ...(before === undefined ? [] : [`${alias}.seq < ${given(before)}::bigint`]),
    // No entry is earlier than the one before it: days are stretches of the chain.
    ...(from === undefined ? [] : [`${alias}.seq >= ${firstFrom(given(from))}`]),
    ...(until === undefined ? [] : [`${alias}.seq < ${firstFrom(given(until))}`]),
  ];
  const rest = [
    ...(recordId === undefined ? [] : [`entry.record_id = ${given(recordId)}`]),
    ...(outcome === undefined ? [] : [`entry.outcome = ${given(outcome)}`]),
    ...(readerIds === undefined
      ? []
      : [
          readerIds.length === 1
            ? `entry.party_id = ${given(readerIds[0])}`
            : `entry.party_id = any (${given(readerIds)})`,
        ]),
  ];
  const size = given(limit);
  if (subjectIds === undefined) {
    const where = ['entry.municipality = $1', ...rest, ...bounds('entry')].join(' and ');
    return entriesOf(
      pool,
      `select ${columnsOf('entry')} from access_log.entries entry where ${where} order by entry.seq desc limit ${size}`,
      parameters,
    );
  }
  // Each registration by itself, since only then the index has the order.
  const where = [
    'about.municipality = $1',
    'about.subject_id = one.id',
    'one.id = any (entry.subject_ids)',
    ...rest,
    ...bounds('about'),
  ];
  return entriesOf(
    pool,
    `select distinct on (entry.seq) ${columnsOf('entry')}
     from unnest(${given(subjectIds)}::text[]) one (id)
     cross join lateral (
       select about.seq from access_log.persons about
       join access_log.entries entry on entry.municipality = $1 and entry.seq = about.seq
       where ${where.join(' and ')} order by about.seq desc limit ${size}) found
     join access_log.entries entry on entry.municipality = $1 and entry.seq = found.seq
     order by entry.seq desc limit ${size}`,
    parameters,
  );
}

/** The place of the first entry from an instant on; beyond the end where there is none. */
const firstFrom = (instant: string) =>
  `coalesce((select edge.seq from access_log.entries edge
     where edge.municipality = $1 and edge.at >= ${instant}::timestamptz order by edge.at, edge.seq limit 1), 9223372036854775807)`;
