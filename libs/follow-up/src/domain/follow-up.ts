import type { AroundMeetingKind, ChildAge, PromiseState } from './codes.js';

/** A meeting around a person, as decisions look at it. */
export interface Meeting {
  readonly kind: AroundMeetingKind;
  readonly status: 'called' | 'held' | 'cancelled';
  readonly calledOn: string;
  readonly meetsOn: string;
  /** The fixed participants beside the person (A11). */
  readonly coordinatorIds: readonly string[];
  readonly invited: readonly { readonly invitationId: string; readonly partyId: string | undefined }[];
  readonly minuteTakerId: string | undefined;
  readonly minutesOn: string | undefined;
}

/** Something promised, to be done by a day. */
export interface Promised {
  readonly state: PromiseState;
  readonly madeOn: string;
  readonly dueOn: string;
  readonly meetingId: string | undefined;
}

/** What decisions look at of the follow-up of one person, by id. */
export interface FollowUp {
  readonly meetings: Readonly<Record<string, Meeting>>;
  readonly promises: Readonly<Record<string, Promised>>;
  /** What was decided of what parents may see. */
  readonly insights: Readonly<Record<string, { readonly decidedOn: string; readonly endedOn?: string }>>;
  /** When it was noticed that an age changes what parents see, and when that was gone through. */
  readonly insightReviews: Readonly<
    Record<string, { readonly age: ChildAge; readonly dueOn: string; readonly reviewedOn?: string }>
  >;
}
export const initialState: FollowUp = { meetings: {}, promises: {}, insights: {}, insightReviews: {} };

/** The same with a change to one meeting; one that is not there stays away. */
export function withMeeting(state: FollowUp, meetingId: string, change: Partial<Meeting>): FollowUp {
  const meeting = state.meetings[meetingId];
  if (meeting === undefined) return state;
  return { ...state, meetings: { ...state.meetings, [meetingId]: { ...meeting, ...change } } };
}

/** The same with a change to one promise. */
export function withPromise(state: FollowUp, promiseId: string, change: Partial<Promised>): FollowUp {
  const promised = state.promises[promiseId];
  if (promised === undefined) return state;
  return { ...state, promises: { ...state.promises, [promiseId]: { ...promised, ...change } } };
}
