import type { Recorded } from '#event-sourcing';
import type { FollowUpEvent } from '#follow-up';
import { present, type Telling } from './mapping.js';

/** How each meeting was called: what it is, and how the person was prepared or involved. */
interface Called {
  readonly type: 'COORDINATION' | 'PROFESSIONAL';
  readonly prepared?: string;
  readonly involvement?: string;
}
type Calls = ReadonlyMap<string, Called>;
type Of<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { readonly type: T }>;

export function callsIn(events: readonly Recorded[]): Calls {
  const all = <T extends FollowUpEvent['type']>(type: T) =>
    events.filter((event) => event.type === type) as unknown as readonly Of<T>[];
  return new Map<string, Called>([
    ...all('CoordinationMeetingCalled').map(
      ({ data: { meetingId, preparedWithPerson: prepared } }) =>
        [meetingId, { type: 'COORDINATION', prepared }] as const,
    ),
    ...all('ProfessionalMeetingCalled').map(
      ({ data: { meetingId, involvement } }) => [meetingId, { type: 'PROFESSIONAL', involvement }] as const,
    ),
  ]);
}

/** Facts of the meetings around a person and of what was promised there. A meeting whose call was struck out was none. */
export const ofFollowUp: Telling<FollowUpEvent, Calls> = {
  // Both calls count by being held.
  CoordinationMeetingCalled: () => [],
  ProfessionalMeetingCalled: () => [],
  CoordinationMeetingHeld: ({ subjectId: person, meetingId: meeting, participation, heldOn: on }, calls) => {
    const called = calls.get(meeting);
    return called ? [{ kind: 'MeetingHeld', on, meeting, person, participation, ...called }] : [];
  },
  PromiseMade: ({ subjectId: person, promiseId: promise, by, unit, dueOn, madeOn: on }) => [
    { kind: 'PromiseMade', on, promise, person, by, dueOn, ...present({ unit }) },
  ],
  PromiseMoved: ({ promiseId: promise, dueOn, movedOn: on }) => [
    { kind: 'PromiseMoved', on, promise, dueOn },
  ],
  PromiseKept: ({ promiseId: promise, keptOn: on }) => [{ kind: 'PromiseKept', on, promise }],
  PromiseEnded: ({ promiseId: promise, end, endedOn: on }) => [{ kind: 'PromiseEnded', on, promise, end }],
};
