import { caseEvents } from '#casework';
import { defineProjection, type EventIn, type Sealed } from '#event-sourcing/projection';

export const caseStatuses = [
  'NEED_NOTIFIED',
  'DECLINED_BY_SUBJECT',
  'APPLICATION_RECEIVED',
  'MAPPING_ASSIGNED',
  'MAPPED',
  'MEETING_CONVENED',
  'DECIDED_NOT_NOTIFIED',
  'NOTIFIED',
  'WITHDRAWN',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** One case as the unit's overview and the case's page show it. Texts about the person are sealed. */
export type CaseRow = {
  readonly case_id: string;
  readonly subject_id: string;
  readonly status: CaseStatus;
  /** What opened the case. */
  readonly opening: 'APPLICATION' | 'NEED';
  /** The day of the need or the application that opened it. */
  readonly opened_on: string;
  readonly notified_on: string | null;
  readonly notifier_role: string | null;
  readonly notifier_unit: string | null;
  readonly informed_on: string | null;
  readonly subject_wishes: string | null;
  readonly need: Sealed | null;
  readonly received_on: string | null;
  readonly channel: string;
  readonly written: boolean | null;
  readonly signed: boolean | null;
  readonly applicant_role: string | null;
  readonly application_completed_on: string | null;
  readonly document_digest: string | null;
  readonly wish: Sealed | null;
  readonly items: readonly string[];
  readonly assignment_id: string | null;
  readonly assignee_id: string | null;
  readonly assignee_unit: string | null;
  readonly assigned_on: string | null;
  readonly due_on: string | null;
  readonly performer_id: string | null;
  readonly competence_basis: string | null;
  readonly mapped_on: string | null;
  readonly mapping_summary: Sealed | null;
  readonly meetings: readonly Meeting[];
  /** The day of the latest meeting that it was put to. */
  readonly meets_on: string | null;
  readonly criteria: readonly Criterion[];
  readonly outcomes: readonly Outcome[];
  readonly decided_on: string | null;
  readonly decided_by: string | null;
  readonly decision_meeting_id: string | null;
  readonly legal_basis: string | null;
  readonly decision_notified_on: string | null;
  readonly decision_recipients: readonly string[];
  readonly decision_channel: string | null;
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string | null;
  readonly withdrawal_reason: Sealed | null;
};

export interface Meeting {
  readonly meetingId: string;
  readonly convenedOn: string;
  readonly meetsOn: string;
  readonly invitedUnits: readonly string[];
}
export interface Criterion {
  readonly criterion: string;
  readonly met: boolean;
  readonly reason: Sealed;
  readonly assessedOn: string;
}
export interface Outcome {
  readonly item: string;
  readonly outcome: string;
  readonly reason: Sealed | null;
  /** Its own; where it has none, the decision's holds for what the law gives a right to. */
  readonly legalBasis: string | null;
}

/** One row a case: the fold of its stream. What stands open for want of consent or identity number is joined in by the queries. */
export const caseOverview = defineProjection<CaseRow, typeof caseEvents>({
  name: 'case_overview',
  version: 3,
  sees: 'effective',
  handles: [caseEvents],
  keyColumn: 'case_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    case_id: 'text',
    subject_id: 'text',
    status: 'text',
    opening: 'text',
    opened_on: 'date',
    notified_on: 'date',
    notifier_role: 'text',
    notifier_unit: 'text',
    informed_on: 'date',
    subject_wishes: 'text',
    need: 'jsonb',
    received_on: 'date',
    channel: 'text',
    written: 'boolean',
    signed: 'boolean',
    applicant_role: 'text',
    application_completed_on: 'date',
    document_digest: 'text',
    wish: 'jsonb',
    items: 'text[]',
    assignment_id: 'text',
    assignee_id: 'text',
    assignee_unit: 'text',
    assigned_on: 'date',
    due_on: 'date',
    performer_id: 'text',
    competence_basis: 'text',
    mapped_on: 'date',
    mapping_summary: 'jsonb',
    meetings: 'jsonb',
    meets_on: 'date',
    criteria: 'jsonb',
    outcomes: 'jsonb',
    decided_on: 'date',
    decided_by: 'text',
    decision_meeting_id: 'text',
    legal_basis: 'text',
    decision_notified_on: 'date',
    decision_recipients: 'text[]',
    decision_channel: 'text',
    withdrawn_on: 'date',
    withdrawn_by: 'text',
    withdrawal_reason: 'jsonb',
  },
  key: ({ data }) => data.caseId,
  fold(before, event) {
    const row = folded(before, event);
    return row && { ...row, status: statusOf(row) };
  },
});

const unmapped = { performer_id: null, competence_basis: null, mapped_on: null, mapping_summary: null };

function folded(row: CaseRow | undefined, event: EventIn<typeof caseEvents>): CaseRow | undefined {
  switch (event.type) {
    case 'NeedNotified': {
      const { data } = event;
      return {
        ...(row ?? opened(event, 'NEED', data.notifiedOn)),
        notified_on: data.notifiedOn,
        notifier_role: data.notifierRole,
        notifier_unit: data.notifierUnit ?? null,
        informed_on: data.informedOn ?? null,
        subject_wishes: data.subjectWishes,
        need: data.need ?? null,
      };
    }
    case 'ApplicationReceived': {
      const { data } = event;
      return {
        ...(row ?? opened(event, 'APPLICATION', data.receivedOn)),
        received_on: data.receivedOn,
        channel: data.channel,
        written: data.written,
        signed: data.signed,
        applicant_role: data.applicantRole,
        document_digest: data.documentDigest ?? null,
        wish: data.wish ?? null,
        items: data.items,
      };
    }
    case 'ApplicationCompleted': {
      const { what, completedOn } = event.data;
      return (
        row && {
          ...row,
          signed: what.includes('SIGNATURE') ? true : row.signed,
          application_completed_on: completedOn,
        }
      );
    }
    case 'MappingAssigned': {
      const { assignmentId, assigneeId, unit, assignedOn, dueOn } = event.data;
      if (!row) return undefined;
      // A mapping of a later day is what came of an assignment that was typed in after it.
      const isDone = row.mapped_on !== null && assignedOn < row.mapped_on;
      return {
        ...row,
        ...(!isDone && unmapped),
        assignment_id: assignmentId,
        assignee_id: assigneeId,
        assignee_unit: unit ?? null,
        assigned_on: assignedOn,
        due_on: dueOn ?? null,
      };
    }
    case 'MappingCompleted': {
      const { performerId, competenceBasis, completedOn, summary } = event.data;
      return (
        row && {
          ...row,
          performer_id: performerId,
          competence_basis: competenceBasis,
          mapped_on: completedOn,
          mapping_summary: summary ?? null,
        }
      );
    }
    case 'KeMeetingConvenedForCase': {
      const { meetingId, convenedOn, meetsOn, invitedUnits } = event.data;
      if (!row) return undefined;
      const others = row.meetings.filter((meeting) => meeting.meetingId !== meetingId);
      const meetings = [...others, { meetingId, convenedOn, meetsOn, invitedUnits }];
      return {
        ...row,
        meetings,
        meets_on:
          meetings
            .map((meeting) => meeting.meetsOn)
            .toSorted()
            .at(-1) ?? null,
      };
    }
    case 'CriterionAssessed': {
      const { criterion, met, reason, assessedOn } = event.data;
      if (!row) return undefined;
      const others = row.criteria.filter((assessed) => assessed.criterion !== criterion);
      return { ...row, criteria: [...others, { criterion, met, reason, assessedOn }] };
    }
    case 'DecisionMade': {
      const { items, decidedBy, meetingId, decidedOn, legalBasis } = event.data;
      return (
        row && {
          ...row,
          outcomes: items.map(({ item, outcome, reason, legalBasis: own }) => ({
            item,
            outcome,
            reason: reason ?? null,
            legalBasis: own ?? null,
          })),
          decided_on: decidedOn,
          decided_by: decidedBy,
          decision_meeting_id: meetingId ?? null,
          legal_basis: legalBasis ?? null,
        }
      );
    }
    case 'DecisionNotified': {
      const { notifiedOn, recipients, channel } = event.data;
      return (
        row && {
          ...row,
          decision_notified_on: notifiedOn,
          decision_recipients: recipients,
          decision_channel: channel,
        }
      );
    }
    case 'ApplicationWithdrawn': {
      const { withdrawnOn, withdrawnBy, reason } = event.data;
      return (
        row && {
          ...row,
          withdrawn_on: withdrawnOn,
          withdrawn_by: withdrawnBy,
          withdrawal_reason: reason ?? null,
        }
      );
    }
  }
}

/** How far the case has come, whatever the order of its steps: mapping may be there before the application. */
function statusOf(row: CaseRow): CaseStatus {
  if (row.withdrawn_on !== null) return 'WITHDRAWN';
  if (row.decision_notified_on !== null) return 'NOTIFIED';
  if (row.decided_on !== null) return 'DECIDED_NOT_NOTIFIED';
  if (row.meetings.length > 0) return 'MEETING_CONVENED';
  if (row.mapped_on !== null) return 'MAPPED';
  if (row.assignment_id !== null) return 'MAPPING_ASSIGNED';
  if (row.received_on !== null) return 'APPLICATION_RECEIVED';
  return row.subject_wishes === 'NO' ? 'DECLINED_BY_SUBJECT' : 'NEED_NOTIFIED';
}

function opened(
  { data }: { data: { caseId: string; subjectId: string; channel: string } },
  opening: CaseRow['opening'],
  openedOn: string,
): CaseRow {
  return {
    case_id: data.caseId,
    subject_id: data.subjectId,
    status: 'NEED_NOTIFIED',
    opening,
    opened_on: openedOn,
    notified_on: null,
    notifier_role: null,
    notifier_unit: null,
    informed_on: null,
    subject_wishes: null,
    need: null,
    received_on: null,
    channel: data.channel,
    written: null,
    signed: null,
    applicant_role: null,
    application_completed_on: null,
    document_digest: null,
    wish: null,
    items: [],
    assignment_id: null,
    assignee_id: null,
    assignee_unit: null,
    assigned_on: null,
    due_on: null,
    ...unmapped,
    meetings: [],
    meets_on: null,
    criteria: [],
    outcomes: [],
    decided_on: null,
    decided_by: null,
    decision_meeting_id: null,
    legal_basis: null,
    decision_notified_on: null,
    decision_recipients: [],
    decision_channel: null,
    withdrawn_on: null,
    withdrawn_by: null,
    withdrawal_reason: null,
  };
}
