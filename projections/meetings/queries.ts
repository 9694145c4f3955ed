import type { MeetingKind } from '#meeting';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { relationsOf } from '../access.js';
import { agendaItems } from '../agenda-items/projection.js';
import { type HandedRows, overRows } from '../handed-rows.js';
import { tenantsOf } from '../reach.js';
import {
  isDay,
  isId,
  only,
  type Page,
  pageOf,
  type PageRequest,
  Parameters,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { columns, type MeetingRow, meetings } from './projection.js';

const { event_id: _, ...meetingColumns } = columns;
export { meetingColumns };

/** What the list shows: no text but the place. */
export const meetingLineColumns = only(
  columns,
  'meeting_id',
  'kind',
  'status',
  'meets_on',
  'starts_at',
  'place',
  'standing_items',
  'agenda_fixed_on',
  'held_on',
  'protocol_approved_on',
  'cancelled_on',
);

export interface MeetingFilter {
  readonly kind?: MeetingKind | undefined;
  /** Those to come, the nearest first, or those that have been, the latest first. */
  readonly when?: 'COMING' | 'PAST' | undefined;
}
export type MeetingAfter = readonly [day: string, meetingId: string];
export const isMeetingAfter = (value: unknown): value is MeetingAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

export type MeetingView = Read<Omit<MeetingRow, 'event_id'>> & Provenance;
export type MeetingLine = Read<Pick<MeetingRow, keyof typeof meetingLineColumns>> &
  Pick<Provenance, 'municipality'> & { readonly caseCount: number };

/** Who works for the unit sees its meetings, and whoever sits on the board the board's, once the case list is fixed (S6). */
function seen(viewer: Viewer, alias: string, what: 'meetings' | 'meetingTrail' = 'meetings'): string {
  const sees = relationsOf(viewer, what);
  if (sees.has('MUNICIPALITY')) return 'true';
  return sees.has('BOARD_LIST')
    ? `(${alias}.kind = 'BOARD' and ${alias}.agenda_fixed_on is not null)`
    : 'false';
}

/** Meetings by their day: to come the nearest first, else the latest first. */
export async function meetingsPage(
  pool: Pool,
  viewer: Viewer,
  { kind, when }: MeetingFilter,
  { today, after, limit }: PageRequest<MeetingAfter> & { readonly today: string },
): Promise<Page<MeetingLine, MeetingAfter>> {
  const parameters = new Parameters();
  const tenants = tenantsOf(viewer, parameters);
  const [order, past] = when === 'COMING' ? ['asc', '>'] : ['desc', '<'];
  const conditions = ['m.municipality = tenant.of', seen(viewer, 'm')];
  if (kind !== undefined) conditions.push(`m.kind = ${parameters.of(kind)}`);
  if (when !== undefined) {
    conditions.push(`m.meets_on ${when === 'COMING' ? '>=' : '<'} ${parameters.of(today)}::date`);
  }
  if (after !== undefined) {
    const place = `(${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
    conditions.push(`(m.meets_on, m.meeting_id) ${past} ${place}`);
  }
  const most = parameters.of(limit + 1);
  const rows = await readFor<MeetingLine>(
    pool,
    viewer.tenants,
    `select found."meetingId", found.kind, found.status, found."meetsOn", found."startsAt", found.place, found."standingItems", found."agendaFixedOn", found."heldOn", found."protocolApprovedOn", found."cancelledOn", found.municipality, found."caseCount" from ${tenants}, lateral (
       select ${selection(meetingLineColumns, 'm')}, m.municipality, jsonb_array_length(m.cases) as "caseCount"
       from ${viewOf(meetings)} m where ${conditions.join(' and ')}
       order by m.meets_on ${order}, m.meeting_id ${order} limit ${most}) found
     order by found."meetsOn" ${order}, found."meetingId" ${order} limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ meetsOn, meetingId }): MeetingAfter => [meetsOn, meetingId]);
}

/** One meeting; undefined where there is none that this viewer may see. */
export async function meetingById(
  pool: Pool,
  viewer: Viewer,
  meetingId: string,
): Promise<MeetingView | undefined> {
  const [found] = await readFor<MeetingView>(
    pool,
    viewer.tenants,
    `select ${selection(meetingColumns, 'm')}, m.municipality, m.revision from ${viewOf(meetings)} m
     where m.meeting_id = $1 and ${seen(viewer, 'm')}`,
    [meetingId],
  );
  return found && { ...found, revision: BigInt(found.revision) };
}

/** What became of a case at an earlier meeting. */
export interface EarlierTreatment {
  readonly caseId: string;
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly meetsOn: string;
  readonly treatment: string | null;
}

/** Where the cases of a meeting were on the agenda before, of meetings that were held and that this viewer may see; the earliest first. */
export async function earlierTreatments(
  pool: Pool,
  viewer: Viewer,
  { meetingId, meetsOn, cases }: Pick<MeetingView, 'meetingId' | 'meetsOn' | 'cases'>,
): Promise<EarlierTreatment[]> {
  if (cases.length === 0) return [];
  return readFor<EarlierTreatment>(
    pool,
    viewer.tenants,
    `select a.case_id as "caseId", m.meeting_id as "meetingId", m.kind, m.meets_on as "meetsOn", a.treatment
     from unnest($1::text[]) tenant (of) cross join unnest($2::text[]) asked (id)
     cross join lateral (select i.case_id, i.meeting_id, i.treatment from ${viewOf(agendaItems)} i
       where i.municipality = tenant.of and i.case_id = asked.id and i.meeting_id <> $3 offset 0) a
     cross join lateral (select one.meeting_id, one.kind, one.meets_on from ${viewOf(meetings)} one
       where one.municipality = tenant.of and one.meeting_id = a.meeting_id and one.held_on is not null
         and one.meets_on <= $4::date and ${seen(viewer, 'one')} offset 0) m
     order by m.meets_on, m.meeting_id limit 1000`,
    [viewer.tenants, cases.map(({ caseId }) => caseId), meetingId, meetsOn],
  );
}

/** The day of the unit's last meeting before a day; null where there was none. */
export async function lastUnitMeeting(
  pool: Pool,
  viewer: Viewer,
  tenant: string,
  before: string,
): Promise<string | null> {
  const [last] = await readFor<{ readonly heldOn: string }>(
    pool,
    [tenant],
    `select m.held_on as "heldOn" from ${viewOf(meetings)} m
     where m.municipality = $1 and m.kind = 'UNIT' and m.held_on is not null and m.held_on < $2::date and ${seen(viewer, 'm')}
     order by m.held_on desc limit 1`,
    [tenant, before],
  );
  return last?.heldOn ?? null;
}

/** Whether there is such a meeting whose trail this viewer may see. */
export async function meetingTold(pool: Pool, viewer: Viewer, meetingId: string): Promise<boolean> {
  const rows = await readFor(
    pool,
    viewer.tenants,
    `select from ${viewOf(meetings)} m where m.meeting_id = $1 and ${seen(viewer, 'm', 'meetingTrail')}`,
    [meetingId],
  );
  return rows.length > 0;
}

/** A meeting that takes up a case. */
export interface CaseMeeting {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly status: MeetingRow['status'];
  readonly meetsOn: string;
  readonly putOn: string;
  readonly treatment: string | null;
}

/** The planned meetings of a case, the latest first, for whoever may see the case. */
export const meetingsOfCase = (pool: Pool, { tenants }: Viewer, caseId: string): Promise<CaseMeeting[]> => {
  const parameters = new Parameters();
  return readFor<CaseMeeting>(pool, tenants, ofCase(tenants, caseId, parameters), parameters.values);
};

/** The same of rows of meetings and agendas that are handed in. */
export const meetingsOfRows = (
  pool: Pool,
  { tenants }: Viewer,
  caseId: string,
  rows: readonly HandedRows[],
): Promise<CaseMeeting[]> => {
  const parameters = new Parameters();
  const statement = overRows(ofCase(tenants, caseId, parameters), rows, parameters);
  return readFor<CaseMeeting>(pool, tenants, statement, parameters.values);
};

const ofCase = (tenants: readonly string[], caseId: string, parameters: Parameters) => `
  select m.meeting_id as "meetingId", m.kind, m.status, m.meets_on as "meetsOn", a.put_on as "putOn", a.treatment
  from unnest(${parameters.of(tenants)}::text[]) tenant (of)
  cross join lateral (select i.meeting_id, i.put_on, i.treatment from ${viewOf(agendaItems)} i
    where i.municipality = tenant.of and i.case_id = ${parameters.of(caseId)}::text offset 0) a
  cross join lateral (select one.meeting_id, one.kind, one.status, one.meets_on from ${viewOf(meetings)} one
    where one.municipality = tenant.of and one.meeting_id = a.meeting_id offset 0) m
  order by m.meets_on desc, m.meeting_id limit 200`;
