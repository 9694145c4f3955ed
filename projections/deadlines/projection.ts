import { caseEvents, type CaseRule, type DeadlineInput, type DeadlineState, isOwed } from '#casework';
import type { EventOf } from '#event-sourcing/event';
import { defineProjection } from '#event-sourcing/projection';

/** A deadline as it was set last, with what it is computed from, and what became of it. */
export type DeadlineRow = {
  /** The case and the rule: one that is set anew takes the place of the one before it. */
  readonly deadline: string;
  readonly case_id: string;
  readonly subject_id: string;
  readonly rule: CaseRule;
  readonly rule_version: string;
  /** Whether the municipality is to do something by it; else somebody else may until then. */
  readonly owed: boolean;
  readonly items: readonly string[];
  readonly inputs: readonly DeadlineInput[];
  readonly reason_code: string;
  readonly set_on: string;
  readonly due_on: string;
  /** The last working day until then. */
  readonly act_by: string;
  readonly assumed: boolean;
  readonly met_on: string | null;
  readonly late: boolean;
  readonly missed_on: string | null;
  readonly expired_on: string | null;
  readonly lifted_on: string | null;
  readonly lift_reason: string | null;
  readonly state: DeadlineState;
  /** Nothing became of it yet: its passing is still to be noted. */
  readonly runs: boolean;
};

/** One row a deadline of a case: what the board of deadlines shows, and what those are found by that pass when a day begins. */
export const deadlines = defineProjection<DeadlineRow, typeof caseEvents>({
  name: 'deadlines',
  version: 1,
  sees: 'effective',
  handles: [caseEvents],
  keyColumn: 'deadline',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    deadline: 'text',
    case_id: 'text',
    subject_id: 'text',
    rule: 'text',
    rule_version: 'text',
    owed: 'boolean',
    items: 'text[]',
    inputs: 'jsonb',
    reason_code: 'text',
    set_on: 'date',
    due_on: 'date',
    act_by: 'date',
    assumed: 'boolean',
    met_on: 'date',
    late: 'boolean',
    missed_on: 'date',
    expired_on: 'date',
    lifted_on: 'date',
    lift_reason: 'text',
    state: 'text',
    runs: 'boolean',
  },
  key: ({ data }) => ('deadlineId' in data ? keyOf(data) : undefined),
  fold(row, event) {
    const told = toldBy(row, event);
    return told && { ...told, ...stateOf(told) };
  },
});

const keyOf = ({ caseId, rule }: { readonly caseId: string; readonly rule: string }) => `${caseId}.${rule}`;

type Told = Omit<DeadlineRow, 'state' | 'runs'>;
type Noted = Pick<Told, 'met_on' | 'late' | 'missed_on' | 'expired_on' | 'lifted_on' | 'lift_reason'>;
const unnoted: Noted = {
  met_on: null,
  late: false,
  missed_on: null,
  expired_on: null,
  lifted_on: null,
  lift_reason: null,
};

function toldBy(row: DeadlineRow | undefined, event: EventOf<typeof caseEvents>): Told | undefined {
  const { type, data } = event;
  if (type === 'DeadlineSet') {
    const { caseId, subjectId, rule, ruleVersion, inputs, reasonCode, setOn, dueOn, assumed } = data;
    return {
      deadline: keyOf(data),
      case_id: caseId,
      subject_id: subjectId,
      rule,
      rule_version: ruleVersion,
      owed: isOwed(rule),
      items: data.items ?? [],
      inputs,
      reason_code: reasonCode,
      set_on: setOn,
      due_on: dueOn,
      act_by: data.workBy ?? dueOn,
      assumed,
      ...carriedTo(dueOn, row),
    };
  }
  if (row === undefined) return undefined;
  if (type === 'DeadlineMet') return { ...row, met_on: data.metOn, late: data.late };
  if (type === 'DeadlineMissed') return { ...row, missed_on: data.missedOn };
  if (type === 'DeadlineExpired') return { ...row, expired_on: data.expiredOn };
  if (type === 'DeadlineLifted') return { ...row, lifted_on: data.liftedOn, lift_reason: data.reasonCode };
  return row;
}

/** What was noted of the one before holds of one with the same last day. */
function carriedTo(dueOn: string, before: DeadlineRow | undefined): Noted {
  if (before?.due_on !== dueOn) return unnoted;
  const { met_on, late, missed_on, expired_on } = before;
  return { ...unnoted, met_on, late, missed_on, expired_on };
}

function stateOf({
  met_on,
  late,
  missed_on,
  expired_on,
  lifted_on,
}: Told): Pick<DeadlineRow, 'state' | 'runs'> {
  const over =
    expired_on !== null ? 'EXPIRED' : lifted_on === null ? 'OPEN' : missed_on === null ? 'LIFTED' : 'MISSED';
  const state = met_on === null ? over : late ? 'MISSED' : 'MET';
  return { state, runs: state === 'OPEN' && missed_on === null };
}
