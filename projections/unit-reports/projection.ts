import { coordinationEvents, type ReportState } from '#coordination';
import { defineProjection } from '#event-sourcing/projection';

/** Which unit reported whom, and how far that has come. */
export type UnitReportRow = {
  readonly report_id: string;
  readonly subject_id: string;
  readonly unit: string;
  readonly reported_on: string;
  readonly state: ReportState;
};

const types: readonly string[] = [
  'PlanReportedByUnit',
  'CoordinatorReportedByUnit',
  'UnitReportConfirmed',
  'UnitReportWithdrawn',
  'PlanClosureReportedToKe',
];

/** One row a report: what a unit's own reports are found by. What they say, and what does not fit, is in `coordination_register`. */
export const unitReports = defineProjection<UnitReportRow, typeof coordinationEvents>({
  name: 'unit_reports',
  version: 2,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'report_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { report_id: 'text', subject_id: 'text', unit: 'text', reported_on: 'date', state: 'text' },
  key: ({ type, data }) => (types.includes(type) && 'reportId' in data ? data.reportId : undefined),
  fold(row, { type, data }) {
    if (type === 'PlanReportedByUnit' || type === 'CoordinatorReportedByUnit') {
      const { reportId: report_id, subjectId: subject_id, unit, reportedOn: reported_on } = data;
      return { report_id, subject_id, unit, reported_on, state: 'REPORTED' };
    }
    if (type === 'UnitReportConfirmed') return row && { ...row, state: 'CONFIRMED' };
    if (type === 'UnitReportWithdrawn') return row && { ...row, state: 'WITHDRAWN' };
    return row?.state === 'REPORTED' && type === 'PlanClosureReportedToKe' ? { ...row, state: 'ENDED' } : row;
  },
});
