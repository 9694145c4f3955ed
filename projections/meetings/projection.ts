import { meetingEvents, type MeetingKind } from '#meeting';
import {
  always,
  begun,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';

export type MeetingStatus = 'PLANNED' | 'HELD' | 'PROTOCOL_APPROVED' | 'CANCELLED';

/** A case on the agenda, in the order in which they are taken up. */
export interface AgendaCase {
  readonly caseId: string;
  readonly subjectId: string;
  readonly putOn: string;
  readonly treatment: string | null;
  readonly disqualified: readonly string[];
  readonly reason: Sealed | null;
}
export interface Attendant {
  readonly partyId: string;
  readonly unit: string | null;
  readonly substituteFor: string | null;
}

const copy = copyOf([meetingEvents]);
/** One meeting as its page and the list show it. Texts are sealed: what concerns one person under that person's key. */
export const columns = {
  meeting_id: always(),
  kind: always<MeetingKind>(),
  status: always<MeetingStatus>(),
  meets_on: begun(copy('MeetingPlanned.meetsOn', 'MeetingMoved.meetsOn')),
  starts_at: copy('MeetingPlanned.startsAt', 'MeetingMoved.startsAt'),
  place: copy('MeetingPlanned.place', 'MeetingMoved.place'),
  invited_units: copy('MeetingPlanned.invitedUnits'),
  invited_parties: copy('MeetingPlanned.invitedParties'),
  standing_items: copy('MeetingPlanned.standingItems'),
  planned_on: copy('MeetingPlanned.plannedOn'),
  moved_on: copy('MeetingMoved.movedOn'),
  move_reason: copy('MeetingMoved.reason'),
  cases: listed<AgendaCase>(),
  agenda_fixed_on: copy('AgendaFixed.fixedOn'),
  held_on: copy('MeetingHeld.heldOn'),
  attendance: listed<Attendant>(),
  led_by: copy('MeetingHeld.ledBy'),
  quorum: copy('MeetingHeld.quorum'),
  /** As it was shown when the meeting was written down as held. */
  overview: copy('MeetingHeld.overview'),
  minutes_on: copy('MinutesRecorded.minutesOn'),
  minutes: copy('MinutesRecorded.text'),
  minutes_digest: copy('MinutesRecorded.documentDigest'),
  protocol_approved_on: copy('ProtocolApproved.approvedOn'),
  protocol_approved_by: copy('ProtocolApproved.approvedBy'),
  cancelled_on: copy('MeetingCancelled.cancelledOn'),
  cancellation_reason: copy('MeetingCancelled.reason'),
  disposal_requested_on: copy('MeetingDisposalRequested.requestedOn'),
  /** When its own texts went. */
  disposed_on: copy('MeetingTextsDisposed.disposedOn'),
  /** What was recorded last of its course. */
  event_id: perhaps(),
};
export type MeetingRow = RowOf<typeof columns>;

const fold = foldOf([meetingEvents], columns, {
  begin: {
    MeetingPlanned: ({ meetingId, kind, meetsOn }) => ({
      meeting_id: meetingId,
      kind,
      meets_on: meetsOn,
      status: 'PLANNED',
    }),
  },
  folds: {
    MeetingPlanned: copied,
    // What a move does not tell stays.
    MeetingMoved: ({ startsAt, place }, row) => ({
      starts_at: startsAt ?? row.starts_at,
      place: place ?? row.place,
    }),
    MeetingCancelled: copied,
    CasePutOnAgenda: ({ caseId, subjectId, putOn }, { cases }) => ({
      cases: [...cases, { caseId, subjectId, putOn, treatment: null, disqualified: [], reason: null }],
    }),
    CaseTakenOffAgenda: ({ caseId }, { cases }) => ({
      cases: cases.filter((one) => one.caseId !== caseId),
    }),
    AgendaOrdered: ({ caseIds }, { cases }) => {
      const placeOf = ({ caseId }: AgendaCase) => {
        const place = caseIds.indexOf(caseId);
        return place < 0 ? caseIds.length : place;
      };
      return { cases: cases.toSorted((one, other) => placeOf(one) - placeOf(other)) };
    },
    AgendaFixed: copied,
    MeetingHeld: ({ attendance }) => ({
      attendance: attendance.map(({ partyId, unit, substituteFor }) => ({
        partyId,
        unit: unit ?? null,
        substituteFor: substituteFor ?? null,
      })),
    }),
    CaseTreated: ({ caseId, treatment, disqualified, reason }, { cases }) => ({
      cases: cases.map((one) =>
        one.caseId === caseId ? { ...one, treatment, disqualified, reason: reason ?? null } : one,
      ),
    }),
    MinutesRecorded: copied,
    ProtocolApproved: copied,
    MeetingDisposalRequested: copied,
    MeetingTextsDisposed: copied,
  },
  follows: (row) => ({ status: statusOf(row) }),
});

/** One row a meeting: the fold of its stream. */
export const meetings = defineProjection<MeetingRow, typeof meetingEvents>({
  name: 'meetings',
  version: 3,
  sees: 'effective',
  handles: [meetingEvents],
  keyColumn: 'meeting_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.meetingId,
  fold: (row, event) => {
    const after = fold(row, event);
    return after && { ...after, event_id: event.id };
  },
});

function statusOf({ cancelled_on, protocol_approved_on, held_on }: MeetingRow): MeetingStatus {
  if (cancelled_on !== null) return 'CANCELLED';
  if (protocol_approved_on !== null) return 'PROTOCOL_APPROVED';
  return held_on === null ? 'PLANNED' : 'HELD';
}
