import { refusals } from '#event-sourcing/refusals';
import type { Enquiry, Received } from './enquiry.js';

export const courseRefusals = refusals('enquiry', {
  'already-received': [
    'This enquiry is received already.',
    'Denne henvendelsen er allerede registrert.',
    'Denne førespurnaden er alt registrert.',
  ],
  'no-such-enquiry': ['There is no such enquiry.', 'Henvendelsen finnes ikke.', 'Førespurnaden finst ikkje.'],
  'enquiry-closed': [
    'This enquiry is closed. What happened until that day can still be recorded; mark the closing as recorded in error to go on with it.',
    'Denne henvendelsen er avsluttet. Det som skjedde til og med den dagen, kan fortsatt registreres; merk avslutningen som feilregistrert for å gå videre.',
    'Denne førespurnaden er avslutta. Det som hende til og med den dagen, kan framleis registrerast; merk avslutninga som feilregistrert for å gå vidare.',
  ],
  'date-order': [
    'Nothing comes of an enquiry before the day it was received.',
    'Ingenting følger av en henvendelse før den dagen den kom.',
    'Ingenting følgjer av ein førespurnad før den dagen han kom.',
  ],
});
const { refusal, refuseIf, inOrder } = courseRefusals;

export function absent(state: Enquiry): Enquiry {
  refuseIf(state.status !== 'absent', 'already-received');
  return state;
}

/** There, on a day since it was received. */
export function received(state: Enquiry, day: string): Received {
  if (state.status === 'absent') throw refusal('no-such-enquiry');
  inOrder(state.receivedOn, day, 'date-order');
  return state;
}

/** The same, and not closed before that day. */
export function openOn(state: Enquiry, day: string): Received {
  const open = received(state, day);
  refuseIf(open.closedOn !== undefined && open.closedOn < day, 'enquiry-closed');
  return open;
}
