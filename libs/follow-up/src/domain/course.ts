import { refusals } from '#event-sourcing/refusals';
import type { FollowUp, Meeting, Promised } from './follow-up.js';
import type { Asked } from './step.js';

export const courseRefusals = refusals('follow-up', {
  'no-such-meeting': [
    'There is no such meeting around this person.',
    'Det finnes ikke noe slikt møte rundt denne personen.',
    'Det finst ikkje noko slikt møte rundt denne personen.',
  ],
  'meeting-cancelled': ['This meeting was cancelled.', 'Dette møtet er avlyst.', 'Dette møtet er avlyst.'],
  'meeting-held': [
    'This meeting was held already.',
    'Dette møtet er allerede holdt.',
    'Dette møtet er alt halde.',
  ],
  'meeting-not-held': [
    'This meeting has not been held. Record that it was held first.',
    'Dette møtet er ikke holdt. Registrer først at det er holdt.',
    'Dette møtet er ikkje halde. Registrer først at det er halde.',
  ],
  'no-such-promise': [
    'There is no such promise to this person.',
    'Det finnes ikke noen slik avtale for denne personen.',
    'Det finst ikkje nokon slik avtale for denne personen.',
  ],
  'promise-ended': [
    'What was promised is done, or will not be done. Correct that entry if it is wrong.',
    'Avtalen er allerede avsluttet. Rett den oppføringen hvis den er feil.',
    'Avtalen er alt avslutta. Rett den oppføringa om ho er feil.',
  ],
  'no-coordinator': [
    'Nobody coordinates for the person on that day. Appoint a coordinator first.',
    'Ingen er koordinator for personen den dagen. Oppnevn en koordinator først.',
    'Ingen er koordinator for personen den dagen. Oppnemn ein koordinator først.',
  ],
  'no-consent': [
    'No consent to a coordinator holds on that day. Record the consent first.',
    'Det finnes ikke noe samtykke til koordinator som gjelder den dagen. Registrer samtykket først.',
    'Det finst ikkje noko samtykke til koordinator som gjeld den dagen. Registrer samtykket først.',
  ],
  deceased: [
    'The person is dead, and nothing new is agreed after that.',
    'Personen er død, og det avtales ikke noe nytt etter det.',
    'Personen er død, og det blir ikkje avtalt noko nytt etter det.',
  ],
  'date-order': [
    'This cannot have happened before what it is about.',
    'Dette kan ikke ha skjedd før det som det gjelder.',
    'Dette kan ikkje ha skjedd før det som det gjeld.',
  ],
});
const { refusal, refuseIf, inOrder } = courseRefusals;

/** The meeting, whatever became of it. */
export function meetingOf({ meetings }: FollowUp, meetingId: string): Meeting {
  const meeting = meetings[meetingId];
  if (meeting === undefined) throw refusal('no-such-meeting');
  return meeting;
}

/** Still to be held, on a day since it was called. */
export function ahead(state: FollowUp, meetingId: string, day: string): Meeting {
  const meeting = meetingOf(state, meetingId);
  refuseIf(meeting.status === 'cancelled', 'meeting-cancelled');
  refuseIf(meeting.status === 'held', 'meeting-held');
  inOrder(meeting.calledOn, day, 'date-order');
  return meeting;
}

/** Held, and on a day since then. */
export function held(state: FollowUp, meetingId: string, day: string): Meeting {
  const meeting = meetingOf(state, meetingId);
  refuseIf(meeting.status === 'cancelled', 'meeting-cancelled');
  refuseIf(meeting.status !== 'held', 'meeting-not-held');
  inOrder(meeting.meetsOn, day, 'date-order');
  return meeting;
}

/** Neither kept nor ended, on a day since it was made. */
export function open({ promises }: FollowUp, promiseId: string, day: string): Promised {
  const promised = promises[promiseId];
  if (promised === undefined) throw refusal('no-such-promise');
  refuseIf(promised.state !== 'OPEN', 'promise-ended');
  inOrder(promised.madeOn, day, 'date-order');
  return promised;
}

/** A new one is called for whoever lives, is coordinated and consents to that (invariant 3). */
export function refuseUncoordinated({ coordinatorIds, mayCoordinate, deathToldOn }: Asked): void {
  refuseIf(deathToldOn !== undefined, 'deceased');
  refuseIf(!mayCoordinate, 'no-consent');
  refuseIf(coordinatorIds.length === 0, 'no-coordinator');
}
