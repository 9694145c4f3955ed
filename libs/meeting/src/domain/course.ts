import { refusals } from '#event-sourcing/refusals';
import type { Meeting, Planned } from './meeting.js';

export const courseRefusals = refusals('meeting', {
  'no-such-meeting': ['There is no such meeting.', 'Møtet finnes ikke.', 'Møtet finst ikkje.'],
  'meeting-already-planned': [
    'This meeting is planned already.',
    'Dette møtet er allerede planlagt.',
    'Dette møtet er alt planlagt.',
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
  'protocol-approved': [
    'The protocol of this meeting is approved, and nothing more is written in it.',
    'Protokollen fra dette møtet er godkjent, og det skrives ikke mer i den.',
    'Protokollen frå dette møtet er godkjend, og det blir ikkje skrive meir i han.',
  ],
});
const { refusal, refuseIf } = courseRefusals;

// Where in its course a meeting is: each gives the meeting there, or refuses.

export function absent(meeting: Meeting): Meeting {
  refuseIf(meeting.status !== 'absent', 'meeting-already-planned');
  return meeting;
}

function present(meeting: Meeting): Planned {
  const there = planned(meeting);
  refuseIf(there.status === 'cancelled', 'meeting-cancelled');
  return there;
}

/** Planned, whatever became of it. */
export function planned(meeting: Meeting): Planned {
  if (meeting.status === 'absent') throw refusal('no-such-meeting');
  return meeting;
}

/** Still to be held. */
export function ahead(meeting: Meeting): Planned {
  const open = present(meeting);
  refuseIf(open.status === 'held', 'meeting-held');
  return open;
}

/** Held. */
export function held(meeting: Meeting): Planned {
  const open = present(meeting);
  refuseIf(open.status !== 'held', 'meeting-not-held');
  return open;
}

/** Held, and its protocol still open. */
export function unapproved(meeting: Meeting): Planned {
  const open = held(meeting);
  refuseIf(open.approvedOn !== undefined, 'protocol-approved');
  return open;
}
