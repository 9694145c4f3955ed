import { refusals } from '#event-sourcing/refusals';
import type { Complaint, Present, Received } from './complaint.js';

export const courseRefusals = refusals('complaint', {
  'no-such-complaint': ['There is no such complaint.', 'Klagen finnes ikke.', 'Klaga finst ikkje.'],
  'not-received': [
    'No complaint has come yet: only grounds were asked for. Record the complaint first.',
    'Det er ikke kommet noen klage ennå, bare bedt om begrunnelse. Registrer klagen først.',
    'Det er ikkje komme noka klage enno, berre bede om grunngiving. Registrer klaga først.',
  ],
  withdrawn: ['This complaint is withdrawn.', 'Denne klagen er trukket.', 'Denne klaga er trekt.'],
  'dismissed-as-late': [
    'This complaint is dismissed as too late. Assess when it came anew to take it up, or record a complaint about the dismissal.',
    'Denne klagen er avvist som for sen. Vurder på nytt når den kom, for å behandle den, eller registrer en klage på avvisningen.',
    'Denne klaga er avvist som for sein. Vurder på nytt når ho kom, for å behandle ho, eller registrer ei klage på avvisinga.',
  ],
  'changed-as-wished': [
    'The matter was changed as the complainant wished: nothing is left of this complaint.',
    'Saken er endret slik klageren ønsket: det er ikke noe igjen av denne klagen.',
    'Saka er endra slik klagaren ønskte: det er ikkje noko att av denne klaga.',
  ],
  'already-forwarded': [
    'This complaint is with the county governor already.',
    'Denne klagen er allerede sendt til statsforvalteren.',
    'Denne klaga er alt send til statsforvaltaren.',
  ],
  'not-forwarded': [
    'This complaint is not with the county governor. What the municipality does not change is forwarded or withdrawn; the municipality decides no complaint itself.',
    'Denne klagen er ikke sendt til statsforvalteren. Det kommunen ikke endrer, sendes videre eller trekkes; kommunen avgjør ingen klage selv.',
    'Denne klaga er ikkje send til statsforvaltaren. Det kommunen ikkje endrar, blir sendt vidare eller trekt; kommunen avgjer inga klage sjølv.',
  ],
  'already-decided': [
    'The county governor has decided this complaint.',
    'Statsforvalteren har avgjort denne klagen.',
    'Statsforvaltaren har avgjort denne klaga.',
  ],
  'date-order': [
    'Nothing comes of a complaint before the day on which it came.',
    'Ingenting følger av en klage før den dagen den kom.',
    'Ingenting følgjer av ei klage før den dagen ho kom.',
  ],
});
const { refusal, refuseIf, inOrder } = courseRefusals;

// Where in its course a complaint is: each gives it there, or refuses. A step names one of them.

/** Begun, be it with grounds that were asked for, and on a day since then. */
export function present(state: Complaint, day: string): Present {
  if (state.status === 'absent') throw refusal('no-such-complaint');
  inOrder(state.begunOn, day, 'date-order');
  return state;
}

type InCourse = Present & { readonly received: Received };

/** Received, on a day since then, and neither withdrawn nor decided. */
export function received(state: Complaint, day: string): InCourse {
  const there = present(state, day);
  const { received: came } = there;
  if (came === undefined) throw refusal('not-received');
  inOrder(came.receivedOn, day, 'date-order');
  refuseIf(there.withdrawnOn !== undefined, 'withdrawn');
  refuseIf(there.decided !== undefined, 'already-decided');
  return { ...there, received: came };
}

/** The same, with something left of it: neither dismissed as late nor changed as wished. */
export function open(state: Complaint, day: string): InCourse {
  const came = received(state, day);
  refuseIf(came.assessed?.outcome === 'LATE_REJECTED', 'dismissed-as-late');
  refuseIf(came.reconsidered?.outcome === 'CHANGED', 'changed-as-wished');
  return came;
}

/** The same, still with the municipality. */
export function withMunicipality(state: Complaint, day: string): InCourse {
  const came = open(state, day);
  refuseIf(came.forwardedOn !== undefined, 'already-forwarded');
  return came;
}

/** The same, with the county governor. */
export function withGovernor(state: Complaint, day: string): InCourse & { readonly forwardedOn: string } {
  const came = open(state, day);
  const { forwardedOn } = came;
  if (forwardedOn === undefined) throw refusal('not-forwarded');
  return { ...came, forwardedOn };
}
