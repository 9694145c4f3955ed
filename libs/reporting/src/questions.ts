import { type CommandRunner, type Recorded, streamName } from '#event-sourcing';
import { reportDecider, reportEvents, type ReportEvent } from './domain/report/decide.js';

/** The one stream of a municipality's reports to its forum. */
export const reportStream = (tenant: string) => streamName(reportEvents.category, tenant, 'forum');

type DataOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { readonly type: Type }>['data'];

/** A report as it stands, texts sealed. */
export interface LeadershipReport extends Omit<DataOf<'ReportPeriodClosed'>, 'municipality'> {
  readonly frozen?: Omit<DataOf<'ReportFiguresFrozen'>, 'municipality' | 'reportId'>;
  readonly sections: Readonly<Partial<Record<string, DataOf<'ReportSectionWritten'>['text']>>>;
  readonly approvedOn?: string;
  readonly submittedOn?: string;
  readonly replacedBy?: string;
  readonly actions: readonly ReportAction[];
}
export interface ReportAction extends Omit<DataOf<'ReportActionAgreed'>, 'municipality' | 'reportId'> {
  readonly doneOn?: string;
  readonly outcome?: DataOf<'ReportActionDone'>['outcome'];
}

/** Every report of a municipality, the oldest first. */
export async function reportsOf(
  log: Pick<CommandRunner, 'look'>,
  tenant: string,
): Promise<readonly LeadershipReport[]> {
  const { effective } = await log.look(reportDecider, reportStream(tenant));
  return reportsIn(effective as unknown as readonly (ReportEvent & Recorded)[]);
}

export function reportsIn(effective: readonly ReportEvent[]): readonly LeadershipReport[] {
  let all: readonly LeadershipReport[] = [];
  const change = (reportId: string, to: (one: LeadershipReport) => LeadershipReport) => {
    all = all.map((one) => (one.reportId === reportId ? to(one) : one));
  };
  for (const { type, data } of effective) {
    switch (type) {
      case 'ReportPeriodClosed': {
        const { municipality: _, ...report } = data;
        if (report.replaces !== undefined) {
          change(report.replaces, (one) => ({ ...one, replacedBy: report.reportId }));
        }
        all = [...all, { ...report, sections: {}, actions: [] }];
        break;
      }
      case 'ReportFiguresFrozen': {
        const { municipality: _, reportId, ...frozen } = data;
        change(reportId, (one) => ({ ...one, frozen }));
        break;
      }
      case 'ReportSectionWritten':
        change(data.reportId, (one) => ({
          ...one,
          sections: { ...one.sections, [data.section]: data.text },
        }));
        break;
      case 'ReportApproved':
        change(data.reportId, (one) => ({ ...one, approvedOn: data.approvedOn }));
        break;
      case 'ReportSubmitted':
        change(data.reportId, (one) => ({ ...one, submittedOn: data.submittedOn }));
        break;
      case 'ReportActionAgreed': {
        const { municipality: _, reportId, ...action } = data;
        change(reportId, (one) => ({ ...one, actions: [...one.actions, action] }));
        break;
      }
      case 'ReportActionDone': {
        const { actionId, doneOn, outcome } = data;
        const done = (one: ReportAction): ReportAction =>
          one.actionId === actionId ? { ...one, doneOn, ...(outcome && { outcome }) } : one;
        all = all.map((one) => ({ ...one, actions: one.actions.map(done) }));
        break;
      }
    }
  }
  return all;
}
