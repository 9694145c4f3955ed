import { asksForMore, complaintEvents, type ComplaintOutcome } from '#complaint';
import {
  always,
  begun,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  recordsBy,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';

export const complaintStatusCodes = [
  'GROUNDS_ASKED',
  'RECEIVED',
  'ASSESSED',
  'DISMISSED',
  'CHANGED',
  'RECONSIDERED',
  'FORWARDED',
  'DECIDED',
  'WITHDRAWN',
] as const;
export type ComplaintStatus = (typeof complaintStatusCodes)[number];
/** What somebody has to do next, by the name that the inbox has for it. */
export type ComplaintTask =
  | 'GROUNDS_TO_GIVE'
  | 'COMPLAINT_TO_ASSESS'
  | 'COMPLAINT_TO_RECONSIDER'
  | 'COMPLAINT_TO_FORWARD'
  | 'GOVERNOR_TO_ANSWER'
  | 'COMPLAINT_TO_COMPLY_WITH';

/** Documents that were shown. */
export interface Shown {
  readonly givenOn: string;
  readonly givenTo: string;
  readonly channel: string;
  readonly note: Sealed | null;
}

/** Stands where nothing is due: lists are in the order of days. */
export const never = '9999-12-31';

const copy = copyOf([complaintEvents]);
export const columns = {
  complaint_id: always(),
  subject_id: always(),
  case_id: copy('GroundsRequested.caseId', 'ComplaintReceived.caseId'),
  decision_id: copy('GroundsRequested.decisionId', 'ComplaintReceived.decisionId'),
  dismissed_complaint_id: copy('ComplaintReceived.dismissedComplaintId'),
  status: always<ComplaintStatus>(),
  /** When it came, or when grounds were asked for first. */
  begun_on: always('date'),
  received_on: copy('ComplaintReceived.receivedOn'),
  sent_on: copy('ComplaintReceived.sentOn'),
  way: copy('ComplaintReceived.way'),
  written_by_id: copy('ComplaintReceived.writtenById'),
  complainant: copy('ComplaintReceived.complainant'),
  complainant_id: copy('ComplaintReceived.complainantId'),
  has_authority: copy('ComplaintReceived.hasAuthority'),
  first_office: copy('ComplaintReceived.firstOffice'),
  first_office_on: copy('ComplaintReceived.firstOfficeOn'),
  matters: copy('ComplaintReceived.matters'),
  items: copy('ComplaintReceived.items'),
  text: copy('ComplaintReceived.text'),
  grounds_requests: recordsBy('requestId', {
    requestId: begun(copy('GroundsRequested.requestId')),
    requestedOn: begun(copy('GroundsRequested.requestedOn')),
    requestedBy: begun(copy('GroundsRequested.requestedBy')),
    note: copy('GroundsRequested.note'),
    givenOn: copy('GroundsGiven.givenOn'),
    channel: copy('GroundsGiven.channel'),
    arrivedOn: copy('GroundsGiven.arrivedOn'),
    isComplete: copy('GroundsGiven.isComplete'),
    grounds: copy('GroundsGiven.grounds'),
  }),
  documents_shown: listed<Shown>(),
  assessed_on: copy('ComplaintTimelinessAssessed.assessedOn'),
  timeliness: copy('ComplaintTimelinessAssessed.outcome'),
  lateness_ground: copy('ComplaintTimelinessAssessed.ground'),
  timeliness_reason: copy('ComplaintTimelinessAssessed.reason'),
  stated_on: copy('ComplaintTimelinessAssessed.statedOn'),
  decision_made_on: copy('ComplaintTimelinessAssessed.decisionMadeOn'),
  lodged_on: copy('ComplaintTimelinessAssessed.lodgedOn'),
  /** What the assessment was made of, and what the rules made of that. */
  deliveries: copy('ComplaintTimelinessAssessed.deliveries'),
  grounds_known: copy('ComplaintTimelinessAssessed.grounds'),
  deadlines: copy('ComplaintTimelinessAssessed.deadlines'),
  reconsidered_on: copy('ComplaintReconsidered.reconsideredOn'),
  reconsideration: copy('ComplaintReconsidered.outcome'),
  reconsidered_by: copy('ComplaintReconsidered.decidedBy'),
  reconsideration_meeting_id: copy('ComplaintReconsidered.meetingId'),
  changed_by_decision_id: copy('ComplaintReconsidered.decisionId'),
  reconsideration_reason: copy('ComplaintReconsidered.reason'),
  forwarded_on: copy('ComplaintForwarded.forwardedOn'),
  forwarded_by_channel: copy('ComplaintForwarded.channel'),
  copy_sent_on: copy('ComplaintForwarded.copySentOn'),
  statement: copy('ComplaintForwarded.statement'),
  /** For the county governor, as they were closed. */
  packages: recordsBy('packageId', {
    packageId: begun(copy('ComplaintPackageClosed.packageId')),
    closedOn: begun(copy('ComplaintPackageClosed.closedOn')),
    language: begun(copy('ComplaintPackageClosed.language')),
    documentId: begun(copy('ComplaintPackageClosed.documentId')),
  }),
  further_requests: recordsBy('requestId', {
    requestId: begun(copy('StatsforvalterRequestedMore.requestId')),
    requestedOn: begun(copy('StatsforvalterRequestedMore.requestedOn')),
    answerBy: copy('StatsforvalterRequestedMore.answerBy'),
    request: begun(copy('StatsforvalterRequestedMore.request')),
    answeredOn: copy('StatsforvalterAnswered.answeredOn'),
    answer: copy('StatsforvalterAnswered.answer'),
  }),
  decided_on: copy('ComplaintDecided.decidedOn'),
  arrived_on: copy('ComplaintDecided.arrivedOn'),
  outcome: copy('ComplaintDecided.outcome'),
  comply_by: copy('ComplaintDecided.complyBy'),
  outcome_reason: copy('ComplaintDecided.reason'),
  complied_on: copy('ComplaintCompliedWith.compliedOn'),
  complied_by_decision_id: copy('ComplaintCompliedWith.decisionId'),
  complied_with: copy('ComplaintCompliedWith.what'),
  withdrawn_on: copy('ComplaintWithdrawn.withdrawnOn'),
  withdrawn_by: copy('ComplaintWithdrawn.withdrawnBy'),
  withdrawn_by_id: copy('ComplaintWithdrawn.withdrawnById'),
  withdrawal_reason: copy('ComplaintWithdrawn.reason'),
  /** By when the municipality is to have handled it, as was noted last, and what is noted of that. */
  handle_by: copy('ComplaintDeadlineSet.dueOn'),
  handled_on: copy('ComplaintDeadlineMet.metOn'),
  handling_missed_on: copy('ComplaintDeadlineMissed.missedOn'),
  /** What is to be done next, since when, and by which day; null while nothing is. */
  waits_for: perhaps<ComplaintTask>(),
  waits_since: perhaps('date'),
  waits_until: perhaps('date'),
  /** The request that is to be met next, of grounds or of the county governor. */
  waits_request_id: perhaps(),
  /** What was recorded last of it. */
  event_id: always(),
};
export type ComplaintRow = RowOf<typeof columns>;

interface Begun {
  readonly complaintId: string;
  readonly subjectId: string;
}
const begins = ({ complaintId, subjectId }: Begun, begun_on: string) => ({
  complaint_id: complaintId,
  subject_id: subjectId,
  status: 'RECEIVED' as const,
  begun_on,
  event_id: '',
});

const fold = foldOf([complaintEvents], columns, {
  begin: {
    GroundsRequested: (data) => begins(data, data.requestedOn),
    ComplaintReceived: (data) => begins(data, data.receivedOn),
  },
  folds: {
    GroundsRequested: copied,
    GroundsGiven: copied,
    DocumentsAccessGiven: ({ givenOn, givenTo, channel, note = null }, { documents_shown }) => ({
      documents_shown: [...documents_shown, { givenOn, givenTo, channel, note }],
    }),
    ComplaintReceived: copied,
    ComplaintTimelinessAssessed: copied,
    ComplaintReconsidered: copied,
    ComplaintForwarded: copied,
    ComplaintPackageClosed: copied,
    StatsforvalterRequestedMore: copied,
    StatsforvalterAnswered: copied,
    ComplaintDecided: copied,
    ComplaintCompliedWith: copied,
    ComplaintWithdrawn: copied,
    ComplaintDeadlineSet: ({ dueOn: handle_by }, row) =>
      row.handle_by === handle_by ? {} : { handle_by, handled_on: null, handling_missed_on: null },
    ComplaintDeadlineMet: copied,
    ComplaintDeadlineMissed: copied,
  },
  follows: (row) => ({ status: statusOf(row), ...waitingIn(row) }),
});

/** Whether a period to complain runs of what it is about. */
const hasPeriod = ({ decision_id, dismissed_complaint_id }: ComplaintRow) =>
  decision_id !== null || dismissed_complaint_id !== null;

function statusOf(row: ComplaintRow): ComplaintStatus {
  if (row.received_on === null) return 'GROUNDS_ASKED';
  if (row.withdrawn_on !== null) return 'WITHDRAWN';
  if (row.decided_on !== null) return 'DECIDED';
  if (row.forwarded_on !== null) return 'FORWARDED';
  if (row.reconsidered_on !== null) return row.reconsideration === 'CHANGED' ? 'CHANGED' : 'RECONSIDERED';
  if (row.timeliness === 'LATE_REJECTED') return 'DISMISSED';
  return row.assessed_on !== null || !hasPeriod(row) ? 'ASSESSED' : 'RECEIVED';
}

type Waiting = Pick<ComplaintRow, 'waits_for' | 'waits_since' | 'waits_until' | 'waits_request_id'>;
const atRest: Waiting = { waits_for: null, waits_since: null, waits_until: null, waits_request_id: null };
const waits = (
  waits_for: ComplaintTask,
  waits_since: string | null,
  until: string | null = null,
  waits_request_id: string | null = null,
): Waiting => ({ waits_for, waits_since, waits_until: until ?? never, waits_request_id });

/** What is to be done next. Grounds that were asked for come before anything that the complaint itself needs. */
function waitingIn(row: ComplaintRow): Waiting {
  const status = statusOf(row);
  const asked = row.grounds_requests.find(({ isComplete }) => isComplete !== true);
  const isHere = ['GROUNDS_ASKED', 'RECEIVED', 'ASSESSED', 'RECONSIDERED'].includes(status);
  if (isHere && asked) return waits('GROUNDS_TO_GIVE', asked.requestedOn, null, asked.requestId);
  switch (status) {
    case 'RECEIVED':
      return waits('COMPLAINT_TO_ASSESS', row.received_on);
    case 'ASSESSED':
      return waits('COMPLAINT_TO_RECONSIDER', row.assessed_on ?? row.received_on);
    case 'RECONSIDERED':
      return waits('COMPLAINT_TO_FORWARD', row.reconsidered_on);
    case 'FORWARDED': {
      const more = row.further_requests.find(({ answeredOn }) => answeredOn === null);
      return more ? waits('GOVERNOR_TO_ANSWER', more.requestedOn, more.answerBy, more.requestId) : atRest;
    }
    case 'DECIDED': {
      const isToDo = asksForMore(row.outcome as ComplaintOutcome) && row.complied_on === null;
      return isToDo ? waits('COMPLAINT_TO_COMPLY_WITH', row.arrived_on, row.comply_by) : atRest;
    }
    case 'GROUNDS_ASKED':
    case 'DISMISSED':
    case 'CHANGED':
    case 'WITHDRAWN':
      return atRest;
  }
}

/** One row a complaint, from when grounds were asked for or it came: the fold of its stream, with what is to be done next. */
export const complaints = defineProjection<ComplaintRow, typeof complaintEvents>({
  name: 'complaints',
  version: 3,
  sees: 'effective',
  handles: [complaintEvents],
  keyColumn: 'complaint_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.complaintId,
  fold: (row, event) => {
    const after = fold(row, event);
    const isNotice = complaintEvents.all[event.type]?.isNotice === true;
    return after && { ...after, event_id: isNotice ? (row?.event_id ?? '') : event.id };
  },
});
