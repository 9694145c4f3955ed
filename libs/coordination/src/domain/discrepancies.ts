import { type Choice, noTo } from './choice.js';
import type { Discrepancy, ReportState } from './codes.js';

/** A report, as the stream's state or a row of a read model has it. */
interface Reported {
  readonly reportId: string;
  readonly hasPlan: boolean;
  readonly leaderId?: string | null;
  readonly coordinatorId?: string | null;
  readonly answeredOn?: string | null;
  readonly found: readonly Discrepancy[];
  readonly state: ReportState;
}

/** What else is known of the person. */
interface Beside {
  readonly reports: readonly Pick<Reported, 'reportId' | 'state'>[];
  readonly consents: readonly {
    readonly scopes: readonly string[];
    readonly withdrawn: readonly { readonly scope: string }[];
  }[];
  readonly choices: readonly Choice[];
  /** `reportId`: of what began when that report was confirmed. */
  readonly plans: readonly { readonly closedOn?: string | null; readonly reportId?: string | null }[];
  readonly appointments: readonly {
    readonly coordinatorId: string;
    readonly temporary: boolean;
    readonly kind: string;
    readonly releasedOn?: string | null;
  }[];
  /** Whether everything has ended for the person. */
  readonly isEnded: boolean;
}

/**
 * What does not fit in a unit's report beside what else is known of the person: it stays until that has changed. Of what is confirmed, the
 * person's answer alone; of what was taken back, nothing.
 */
export function discrepanciesIn(report: Reported, beside: Beside): readonly Discrepancy[] {
  const { reportId, hasPlan, leaderId, coordinatorId, answeredOn, found, state } = report;
  const unanswered = { ANSWER_MISSING: isAbsent(answeredOn) };
  if (state === 'CONFIRMED') return those(unanswered);
  if (state !== 'REPORTED') return [];
  return those({
    NO_LEADER: isAbsent(leaderId),
    NO_COORDINATOR: isAbsent(coordinatorId),
    CONSENT_UNSEEN:
      (hasPlan && !isConsented(beside, 'PLAN')) ||
      (!isAbsent(coordinatorId) && !isConsented(beside, 'COORDINATOR')),
    ...unanswered,
    PLAN_ALREADY_ACTIVE:
      hasPlan && beside.plans.some((one) => isAbsent(one.closedOn) && one.reportId !== reportId),
    OTHER_COORDINATOR: !isAbsent(coordinatorId) && beside.appointments.some(isAnother),
    REPORTED_TWICE: beside.reports.some((one) => one.reportId !== reportId && one.state === 'REPORTED'),
    PERSON_DECLINED:
      (hasPlan && isDeclined(beside, 'PLAN')) ||
      (!isAbsent(coordinatorId) && isDeclined(beside, 'COORDINATOR')),
    KIN: found.includes('KIN'),
    DECEASED: beside.isEnded || found.includes('DECEASED'),
  });

  function isAnother({ kind, temporary, releasedOn, ...one }: Beside['appointments'][number]): boolean {
    return kind === 'ORDINARY' && !temporary && isAbsent(releasedOn) && one.coordinatorId !== coordinatorId;
  }
}

const isAbsent = (value: unknown) => value === undefined || value === null;

const those = (holds: Readonly<Partial<Record<Discrepancy, boolean>>>) =>
  (Object.keys(holds) as Discrepancy[]).filter((code) => holds[code] === true);

const isConsented = ({ consents }: Beside, wanted: string) =>
  consents.some(
    ({ scopes, withdrawn }) => scopes.includes(wanted) && !withdrawn.some(({ scope }) => scope === wanted),
  );

const isDeclined = ({ choices }: Beside, of: Choice['of']) => noTo(of, choices) !== undefined;
