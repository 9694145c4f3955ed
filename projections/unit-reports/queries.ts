import type { ReportState, UnitReport } from '#coordination';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { tenantsOf } from '../reach.js';
import { isDay, isId, type Page, pageOf, Parameters, type PageRequest } from '../selection.js';
import { unitReports } from './projection.js';

export interface UnitReportFilter {
  readonly unit?: string | undefined;
  readonly state?: ReportState | undefined;
  readonly subjectId?: string | undefined;
  /** Taken back, or reported as ended. */
  readonly ended?: boolean | undefined;
}

/** What a unit reported of a person, with what does not fit. */
export interface ReportLine extends Omit<UnitReport, 'found' | 'eventId'> {
  readonly municipality: string;
  readonly subjectId: string;
}

/** Place in the list: the day of the report, and the report. */
export type ReportAfter = readonly [reportedOn: string, reportId: string];
export const isReportAfter = (value: unknown): value is ReportAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Reports of units, the oldest first: all of them for the coordinating unit, for a unit leader those of the own units. */
export async function unitReportsPage(
  pool: Pool,
  viewer: Viewer,
  { unit, state, subjectId, ended }: UnitReportFilter,
  { after, limit }: PageRequest<ReportAfter>,
): Promise<Page<ReportLine, ReportAfter>> {
  const parameters = new Parameters();
  const most = parameters.of(limit + 1);
  const [day, last] = after ?? ['0001-01-01', ''];
  const place = `(r.reported_on, r.report_id) > (${parameters.of(day)}::date, ${parameters.of(last)}::text)`;
  const asked = [
    ...(unit === undefined ? [] : [`r.unit = ${parameters.of(unit)}::text`]),
    ...(state === undefined ? [] : [`r.state = ${parameters.of(state)}::text`]),
    ...(subjectId === undefined ? [] : [`r.subject_id = ${parameters.of(subjectId)}::text`]),
    ...(ended === undefined ? [] : [`r.state ${ended ? '' : 'not '}in ('WITHDRAWN', 'ENDED')`]),
  ];
  // Unit by unit, each in the order of its index.
  const reaches = seesAll(viewer, 'unitReports')
    ? ['true']
    : viewer.units.map((own) => `r.unit = ${parameters.of(own)}::text`);
  const lists = (reaches.length === 0 ? ['false'] : reaches).map(
    (own) => `
      (select r.report_id, r.subject_id, r.reported_on from ${viewOf(unitReports)} r
       where r.municipality = tenant.of and ${[own, place, ...asked].join(' and ')}
       order by r.reported_on, r.report_id limit ${most})`,
  );
  const rows = await readFor<{
    readonly municipality: string;
    readonly subjectId: string;
    readonly reportId: string;
    readonly reports: readonly UnitReport[];
  }>(
    pool,
    viewer.tenants,
    `with page as (
       select tenant.of as municipality, found.report_id, found.subject_id, found.reported_on
       from ${tenantsOf(viewer, parameters)}, lateral (${lists.join(' union ')}) found
       order by found.reported_on, found.report_id limit ${most})
     select page.municipality, page.subject_id as "subjectId", page.report_id as "reportId", g.reports
     from page cross join lateral (
       select one.reports from ${viewOf(coordinationRegister)} one
       where one.municipality = page.municipality and one.subject_id = page.subject_id offset 0) g
     order by page.reported_on, page.report_id`,
    parameters.values,
  );
  const lines = rows.flatMap(({ municipality, subjectId: of, reportId, reports }): ReportLine[] => {
    const report = reports.find((one) => one.reportId === reportId);
    if (report === undefined) return [];
    const { found: _found, eventId: _eventId, ...line } = report;
    return [{ municipality, subjectId: of, ...line }];
  });
  return pageOf(lines, limit, ({ reportedOn, reportId }): ReportAfter => [reportedOn, reportId]);
}
