import { refusals } from '#event-sourcing/refusals';
import { type Case, declinedSince, type InApplication, type InDecision, type Present } from './case.js';

export const courseRefusals = refusals('casework', {
  'case-already-open': [
    'This case is open already. A need opens a case of its own.',
    'Denne saken er allerede åpnet. Et behov åpner sin egen sak.',
    'Denne saka er alt opna. Eit behov opnar ei eiga sak.',
  ],
  'no-such-case': ['There is no such case.', 'Saken finnes ikke.', 'Saka finst ikkje.'],
  'case-closed': [
    'This case is closed already.',
    'Denne saken er allerede avsluttet.',
    'Denne saka er alt avslutta.',
  ],
  'case-closed.before-that-day': [
    'This case is closed. What happened until that day can still be recorded; reopen the case for what comes after.',
    'Denne saken er avsluttet. Det som skjedde til og med den dagen, kan fortsatt registreres; gjenåpne saken for det som kommer etter.',
    'Denne saka er avslutta. Det som hende til og med den dagen, kan framleis registrerast; opne saka att for det som kjem etter.',
  ],
  'need-declined': [
    'The person does not want this need followed up. Only an application can be received in the case.',
    'Personen ønsker ikke at dette behovet følges opp. Bare en søknad kan tas imot i saken.',
    'Personen ønskjer ikkje at dette behovet blir følgt opp. Berre ein søknad kan takast imot i saka.',
  ],
  'person-not-asked': [
    'The person has not been asked about this need. Record the answer first; until then nothing more is kept.',
    'Personen er ikke spurt om dette behovet. Registrer svaret først; til da lagres ikke mer.',
    'Personen er ikkje spurd om dette behovet. Registrer svaret først; til då blir ikkje meir lagra.',
  ],
  'no-application': [
    'No application has been received in this case.',
    'Det er ikke mottatt noen søknad i denne saken.',
    'Det er ikkje motteke nokon søknad i denne saka.',
  ],
  withdrawn: [
    'The application in this case has been withdrawn.',
    'Søknaden i denne saken er trukket.',
    'Søknaden i denne saka er trekt.',
  ],
  'withdrawn.before-that-day': [
    'The application in this case has been withdrawn. What was mapped until that day can still be recorded.',
    'Søknaden i denne saken er trukket. Det som ble kartlagt til og med den dagen, kan fortsatt registreres.',
    'Søknaden i denne saka er trekt. Det som vart kartlagt til og med den dagen, kan framleis registrerast.',
  ],
  'not-decided': [
    'There is no decision in this case.',
    'Det er ingen avgjørelse i denne saken.',
    'Det er inga avgjerd i denne saka.',
  ],
  'already-decided': ['This case has been decided.', 'Denne saken er avgjort.', 'Denne saka er avgjord.'],
  'already-decided.before-that-day': [
    'This case has been decided. What was mapped until that day can still be recorded.',
    'Denne saken er avgjort. Det som ble kartlagt til og med den dagen, kan fortsatt registreres.',
    'Denne saka er avgjord. Det som vart kartlagt til og med den dagen, kan framleis registrerast.',
  ],
});
const { refusal, refuseIf } = courseRefusals;

// Where in its course a case is: each gives the case there, or refuses. A step names one of them.

/** Not opened yet. */
export function absent(state: Case): Case {
  refuseIf(state.status !== 'absent', 'case-already-open');
  return state;
}

export function present(state: Case): Present {
  if (state.status === 'absent') throw refusal('no-such-case');
  return state;
}

/** There, and not closed. */
export function unclosed(state: Case): Present {
  const open = present(state);
  refuseIf(open.closed !== undefined, 'case-closed');
  return open;
}

/** Not closed before that day: what happened until the closing may be typed in after it. */
export function unclosedOn(state: Case, day: string): void {
  const closed = state.status === 'absent' ? undefined : state.closed;
  refuseIf(closed !== undefined && closed.closedOn < day, 'case-closed.before-that-day');
}

/** Wanted by the person on that day, decided or not: what happened until the withdrawal or the answer may be typed in after it. */
export function wantedOn(state: Case, day: string): Present {
  const open = present(state);
  const declinedOn = declinedSince(open);
  refuseIf(declinedOn !== undefined && declinedOn <= day, 'need-declined');
  refuseIf(open.status === 'withdrawn' && open.withdrawnOn < day, 'withdrawn.before-that-day');
  return open;
}

/** Wanted by the person, and undecided until that day: what happened until the decision may be typed in after it. */
export function openOn(state: Case, day: string): Present {
  const open = wantedOn(state, day);
  refuseIf('decidedOn' in open && open.decidedOn < day, 'already-decided.before-that-day');
  return open;
}

/** Refuses a new step where a need was told of and the person has neither answered nor applied (U10, U11). What was recorded before stands. */
export const refuseUnasked = (state: Case): void => refuseIf(isUnasked(state), 'person-not-asked');

export const isUnasked = (state: Case): boolean =>
  state.status === 'needNotified' && state.need?.answer === 'NOT_ASKED';

/** With an application, neither decided nor withdrawn. */
export function inApplication(state: Case): InApplication {
  const open = applied(state);
  if (open.status !== 'applied') throw refusal('already-decided');
  return open;
}

/** With a decision, told or not. */
export function decided(state: Case): InDecision {
  const open = present(state);
  if (open.status !== 'decided' && open.status !== 'notified') throw refusal('not-decided');
  return open;
}

/** With an application, decided or not. */
export function applied(state: Case) {
  const open = present(state);
  if (open.status === 'needNotified') throw refusal('no-application');
  if (open.status === 'withdrawn') throw refusal('withdrawn');
  return open;
}
