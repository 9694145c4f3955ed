import { defineProjection } from '#event-sourcing/projection';
import { nextOf, reportEvents, type ReportEvent } from '#reporting';

/** REPORT: the newest report of a municipality, and the one that follows it. ACTION: what the forum asked for. */
export type ReportMatterKind = 'REPORT' | 'ACTION';

export type ReportMatterRow = {
  readonly matter_id: string;
  readonly kind: ReportMatterKind;
  /** In which report it stands; of the newest one its own. */
  readonly report_id: string;
  readonly owner_id: string | null;
  /** From when somebody is to do something; null where nobody is. */
  readonly waits_from: string | null;
  /** By when it is to be done; of reports nobody says. */
  readonly due_on: string | null;
  /** Whether the report is begun, and waits to be submitted. */
  readonly is_begun: boolean;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly event_id: string;
};

/** The one row of a municipality that tells of its reports. */
const newest = 'newest';
/** Its id as SQL, by the municipality as SQL. */
export const newestOf = (municipality: string) => `${municipality} || '.${newest}'`;

function after(row: ReportMatterRow | undefined, { type, data, id }: ReportEvent & { readonly id: string }) {
  switch (type) {
    case 'ReportPeriodClosed':
      return {
        matter_id: `${data.municipality}.${newest}`,
        kind: 'REPORT',
        report_id: data.reportId,
        owner_id: null,
        waits_from: data.closedOn,
        due_on: null,
        is_begun: true,
        starts_on: data.from,
        ends_on: data.to,
        event_id: id,
      } as const;
    case 'ReportSubmitted': {
      if (row === undefined || row.report_id !== data.reportId) return row;
      const { starts_on: from, ends_on: to } = row;
      const next = from !== null && to !== null ? nextOf({ from, to }) : undefined;
      return { ...row, is_begun: false, waits_from: next?.to ?? null, event_id: id };
    }
    case 'ReportActionAgreed':
      return {
        matter_id: data.actionId,
        kind: 'ACTION',
        report_id: data.reportId,
        owner_id: data.ownerId,
        waits_from: data.agreedOn,
        due_on: data.dueOn,
        is_begun: false,
        starts_on: null,
        ends_on: null,
        event_id: id,
      } as const;
    case 'ReportActionDone':
      return row && { ...row, waits_from: null, event_id: id };
    case 'ReportFiguresFrozen':
    case 'ReportSectionWritten':
    case 'ReportApproved':
      return row;
  }
}

/** One row for a municipality's newest report, and one an action that its forum asked for (H11). */
export const reportMatters = defineProjection<ReportMatterRow, typeof reportEvents>({
  name: 'report_matters',
  version: 1,
  sees: 'effective',
  handles: [reportEvents],
  keyColumn: 'matter_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    matter_id: 'text',
    kind: 'text',
    report_id: 'text',
    owner_id: 'text',
    waits_from: 'date',
    due_on: 'date',
    is_begun: 'boolean',
    starts_on: 'date',
    ends_on: 'date',
    event_id: 'text',
  },
  key({ type, data }) {
    if (type === 'ReportActionAgreed' || type === 'ReportActionDone') return data.actionId;
    return type === 'ReportPeriodClosed' || type === 'ReportSubmitted'
      ? `${data.municipality}.${newest}`
      : undefined;
  },
  fold: (row, event) => after(row, event),
});
