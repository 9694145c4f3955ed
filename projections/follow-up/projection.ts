import { followUpEvents, type PromiseState } from '#follow-up';
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
import { type InsightReview, insightIn, noticed, reviewed, toldBy } from './insights.js';

/** Something promised, with how it went. */
export interface Promise {
  readonly promiseId: string;
  readonly what: Sealed;
  readonly by: string;
  readonly partyId: string | null;
  readonly unit: string | null;
  readonly madeOn: string;
  readonly dueOn: string;
  readonly meetingId: string | null;
  /** How often it got another day. */
  readonly timesMoved: number;
  readonly state: PromiseState;
  readonly stateOn: string | null;
  readonly reason: Sealed | null;
  /** What was recorded last of it. */
  readonly eventId: string;
}

const copy = copyOf([followUpEvents]);
export const columns = {
  subject_id: always(),
  meetings: recordsBy('meetingId', {
    meetingId: begun(copy('CoordinationMeetingCalled.meetingId', 'ProfessionalMeetingCalled.meetingId')),
    calledOn: begun(copy('CoordinationMeetingCalled.calledOn', 'ProfessionalMeetingCalled.calledOn')),
    meetsOn: begun(
      copy(
        'CoordinationMeetingCalled.meetsOn',
        'ProfessionalMeetingCalled.meetsOn',
        'CoordinationMeetingMoved.meetsOn',
        'CoordinationMeetingHeld.heldOn',
      ),
    ),
    startsAt: copy(
      'CoordinationMeetingCalled.startsAt',
      'ProfessionalMeetingCalled.startsAt',
      'CoordinationMeetingMoved.startsAt',
    ),
    place: copy(
      'CoordinationMeetingCalled.place',
      'ProfessionalMeetingCalled.place',
      'CoordinationMeetingMoved.place',
    ),
    matters: copy('CoordinationMeetingCalled.matters', 'ProfessionalMeetingCalled.matters'),
    coordinatorIds: copy(
      'CoordinationMeetingCalled.coordinatorIds',
      'ProfessionalMeetingCalled.coordinatorIds',
    ),
    /** Of a meeting with the person. */
    invitedAs: copy('CoordinationMeetingCalled.invitedAs'),
    preparedWithPerson: copy('CoordinationMeetingCalled.preparedWithPerson'),
    /** Of one among professionals alone. */
    reasonCode: copy('ProfessionalMeetingCalled.reasonCode'),
    reason: copy('ProfessionalMeetingCalled.reason'),
    involvement: copy('ProfessionalMeetingCalled.involvement'),
    involvedBy: copy('ProfessionalMeetingCalled.involvedBy'),
    cancelledOn: copy('CoordinationMeetingCancelled.cancelledOn'),
    heldOn: copy('CoordinationMeetingHeld.heldOn'),
    participation: copy('CoordinationMeetingHeld.participation'),
    participationNote: copy('CoordinationMeetingHeld.participationNote'),
    coordinatorsPresent: copy('CoordinationMeetingHeld.coordinatorsPresent'),
    present: copy('CoordinationMeetingHeld.present'),
    minuteTakerId: copy('MinuteTakerDelegated.partyId'),
    minutesOn: copy('CoordinationMinutesWritten.writtenOn'),
    minutes: copy('CoordinationMinutesWritten.text'),
    minutesDocumentId: copy('CoordinationMinutesWritten.documentId'),
    minutesById: copy('CoordinationMinutesWritten.writtenById'),
  }),
  invitations: recordsBy('invitationId', {
    invitationId: begun(copy('CoordinationInvitationSent.invitationId')),
    meetingId: begun(copy('CoordinationInvitationSent.meetingId')),
    partyId: copy('CoordinationInvitationSent.partyId'),
    name: copy('CoordinationInvitationSent.name'),
    side: begun(copy('CoordinationInvitationSent.side')),
    unit: copy('CoordinationInvitationSent.unit'),
    matter: copy('CoordinationInvitationSent.matter'),
    invitedOn: begun(copy('CoordinationInvitationSent.invitedOn')),
  }),
  promises: listed<Promise>(),
  notes: recordsBy('noteId', {
    noteId: begun(copy('ContactNoted.noteId')),
    contactOn: begun(copy('ContactNoted.contactOn')),
    direction: begun(copy('ContactNoted.direction')),
    side: begun(copy('ContactNoted.side')),
    name: copy('ContactNoted.name'),
    channel: copy('ContactNoted.channel'),
    text: copy('ContactNoted.text'),
  }),
  /** What was decided of what parents may see of the plan; kept from them where there is a ground. */
  insights: recordsBy('insightId', {
    insightId: begun(copy('InsightWithheld.insightId', 'InsightRequired.insightId')),
    partyId: copy('InsightWithheld.partyId', 'InsightRequired.partyId'),
    sections: begun(copy('InsightWithheld.sections', 'InsightRequired.sections')),
    ground: copy('InsightWithheld.ground'),
    reason: begun(copy('InsightWithheld.reason', 'InsightRequired.reason')),
    decidedById: begun(copy('InsightWithheld.decidedById', 'InsightRequired.decidedById')),
    decidedOn: begun(copy('InsightWithheld.decidedOn', 'InsightRequired.decidedOn')),
    endedOn: copy('InsightDecisionEnded.endedOn'),
    endReason: copy('InsightDecisionEnded.reason'),
  }),
  insight_reviews: listed<InsightReview>(),
  /** The promise that is to be kept first, by when, and what was recorded last of it. */
  promise_id: perhaps(),
  promise_due: perhaps('date'),
  promise_event: perhaps(),
  /** The meeting to come, or of which nobody has said whether it was held: the first. */
  meeting_id: perhaps(),
  meeting_on: perhaps('date'),
  /** The last age that changed what parents see, while the person was not heard of it: which, since when, and what told of it. */
  insight_age: perhaps(),
  insight_since: perhaps('date'),
  insight_event: perhaps(),
  /** When the last of them was noticed, heard or not. */
  insight_noticed_on: perhaps('date'),
  /** When the person and those around last met, and when anything was last noted. */
  met_on: perhaps('date'),
  noted_on: perhaps('date'),
};
export type FollowUpRow = RowOf<typeof columns>;

const fold = foldOf([followUpEvents], columns, {
  begin: ({ subjectId }) => ({ subject_id: subjectId }),
  folds: {
    CoordinationMeetingCalled: copied,
    ProfessionalMeetingCalled: copied,
    CoordinationInvitationSent: copied,
    CoordinationMeetingMoved: copied,
    CoordinationMeetingCancelled: copied,
    CoordinationMeetingHeld: copied,
    MinuteTakerDelegated: copied,
    CoordinationMinutesWritten: copied,
    ContactNoted: copied,
    InsightWithheld: copied,
    InsightRequired: copied,
    InsightDecisionEnded: copied,
    PromiseMade: ({ promiseId, what, by, partyId, unit, madeOn, dueOn, meetingId }, { promises }) => ({
      promises: [
        ...promises,
        {
          promiseId,
          what,
          by,
          partyId: partyId ?? null,
          unit: unit ?? null,
          madeOn,
          dueOn,
          meetingId: meetingId ?? null,
          timesMoved: 0,
          state: 'OPEN' as const,
          stateOn: null,
          reason: null,
          eventId: '',
        },
      ],
    }),
    PromiseMoved: ({ promiseId, dueOn }, row) =>
      promised(row, promiseId, ({ timesMoved }) => ({ dueOn, timesMoved: timesMoved + 1 })),
    PromiseKept: ({ promiseId, keptOn }, row) =>
      promised(row, promiseId, () => ({ state: 'KEPT', stateOn: keptOn })),
    PromiseEnded: ({ promiseId, end, endedOn, reason }, row) =>
      promised(row, promiseId, () => ({ state: end, stateOn: endedOn, reason })),
    InsightReviewDue: (due, { insight_reviews }) => ({ insight_reviews: noticed(insight_reviews, due) }),
    InsightReviewed: (done, { insight_reviews }) => ({ insight_reviews: reviewed(insight_reviews, done) }),
  },
  follows: (row) => ({ ...waitingIn(row), ...lastIn(row), ...insightIn(row) }),
});

const promised = (
  { promises }: FollowUpRow,
  promiseId: string,
  change: (one: Promise) => Partial<Promise>,
) => ({
  promises: promises.map((one) => (one.promiseId === promiseId ? { ...one, ...change(one) } : one)),
});

/** The earliest of them, by day and then by id. */
const first = <T>(all: readonly T[], day: (one: T) => string): T | undefined =>
  all.toSorted((one, other) => (day(one) < day(other) ? -1 : 1))[0];

function waitingIn({ promises, meetings }: FollowUpRow): Partial<FollowUpRow> {
  const next = first(
    promises.filter(({ state }) => state === 'OPEN'),
    ({ dueOn }) => dueOn,
  );
  const meeting = first(
    meetings.filter(({ heldOn, cancelledOn }) => heldOn === null && cancelledOn === null),
    ({ meetsOn }) => meetsOn,
  );
  return {
    promise_id: next?.promiseId ?? null,
    promise_due: next?.dueOn ?? null,
    promise_event: next?.eventId ?? null,
    meeting_id: meeting?.meetingId ?? null,
    meeting_on: meeting?.meetsOn ?? null,
  };
}

function lastIn({ meetings, promises, notes }: FollowUpRow): Partial<FollowUpRow> {
  const last = (days: readonly (string | null)[]) =>
    days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1) ?? null;
  return {
    met_on: last(meetings.filter(({ reasonCode }) => reasonCode === null).map(({ heldOn }) => heldOn)),
    noted_on: last([
      ...meetings.flatMap(({ calledOn, heldOn, minutesOn }) => [calledOn, heldOn, minutesOn]),
      ...promises.flatMap(({ madeOn, stateOn }) => [madeOn, stateOn]),
      ...notes.map(({ contactOn }) => contactOn),
    ]),
  };
}

/** One row a registration: who met around the person, who was in touch, who promised what. */
export const followUp = defineProjection<FollowUpRow, typeof followUpEvents>({
  name: 'follow_up',
  version: 3,
  sees: 'effective',
  handles: [followUpEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.subjectId,
  fold(row, event) {
    const after = fold(row, event);
    if (after !== undefined && event.type === 'InsightReviewDue') {
      const insight_reviews = toldBy(after.insight_reviews, event.data.reviewId, event.id);
      return { ...after, insight_reviews, ...insightIn({ ...after, insight_reviews }) };
    }
    const { promiseId } = event.data as { readonly promiseId?: string };
    if (after === undefined || promiseId === undefined) return after;
    const promises = after.promises.map((one) =>
      one.promiseId === promiseId ? { ...one, eventId: event.id } : one,
    );
    return { ...after, promises, ...waitingIn({ ...after, promises }) };
  },
});
