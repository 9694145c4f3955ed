import { v1 } from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { askedFor, confirmed, disposalRules, disposalSentences } from '#vocabulary';
import { received } from '../course.js';
import type { Enquiry, Received } from '../enquiry.js';
import { about, type Asked, step } from '../step.js';

export const disposalRefusals = refusals('enquiry', {
  ...disposalSentences,
  disposed: [
    'The texts of this enquiry are disposed of; nothing more can be recorded about it.',
    'Tekstene i denne henvendelsen er slettet; ingenting mer kan registreres om den.',
    'Tekstane i denne førespurnaden er sletta; ingenting meir kan registrerast om han.',
  ],
  'still-waits': [
    'Somebody still has to answer this enquiry. Answer or close it first.',
    'Noen må fortsatt svare på denne henvendelsen. Besvar eller avslutt den først.',
    'Nokon må framleis svare på denne førespurnaden. Svar på han eller avslutt han først.',
  ],
  'became-case': [
    'This enquiry went on in a case at the same moment. Look at it anew, and ask again when that case has ended.',
    'Henvendelsen gikk videre i en sak i samme øyeblikk. Se på den på nytt, og be om sletting igjen når saken er avsluttet.',
    'Førespurnaden gjekk vidare i ei sak i same augneblinken. Sjå på han på nytt, og be om sletting igjen når saka er avslutta.',
  ],
  'rests-on.disposal': [
    'A case in which this enquiry goes on is open still. It is disposed of when that has ended.',
    'En sak som henvendelsen går videre i, er fortsatt åpen. Henvendelsen slettes når saken er avsluttet.',
    'Ei sak som førespurnaden går vidare i, er framleis open. Førespurnaden blir sletta når saka er avslutta.',
  ],
});
const { refuseIf } = disposalRefusals;
const { confirmationOf, ofKnownBasis, requestIn, unlessEntitled, unlessRequested } =
  disposalRules(disposalRefusals);

const unlessWaiting = ({ settledOn }: Received): void => refuseIf(settledOn === undefined, 'still-waits');

function askedOf({ disposal }: Asked, state: Enquiry) {
  const { by, open, caseIds } = disposal ?? { by: { known: false } as const, open: [], caseIds: [] };
  refuseIf(open.length > 0, 'rests-on.disposal', {}, open);
  const known = state.status === 'absent' ? [] : state.caseIds;
  refuseIf(!known.every((caseId) => caseIds.includes(caseId)), 'became-case');
  return by;
}

/** Somebody asks that its texts be disposed of; another one confirms it. Of two requests the last counts. */
const disposalRequested = step(
  'EnquiryDisposalRequested',
  v1({ ...about, ...askedFor }, { occurs: 'requestedOn' }),
  {
    in: received,
    check: unlessWaiting,
    decide(said, { asked, state }, fact) {
      unlessEntitled(askedOf(asked, state));
      ofKnownBasis(said.legalBasis);
      return [fact(said)];
    },
    evolve: (state, { requestedBy }) =>
      state.status === 'absent' ? state : { ...state, disposal: { ...state.disposal, requestedBy } },
  },
);

/** The key of its texts is destroyed: they read as disposed from now on, and nothing more is recorded about it. */
const textsDisposed = step('EnquiryTextsDisposed', v1({ ...about, ...confirmed }, { occurs: 'disposedOn' }), {
  in: received,
  check(state, { confirmedBy }) {
    unlessRequested(state.disposal, confirmedBy);
    unlessWaiting(state);
  },
  decide(
    said: { readonly confirmedBy: string; readonly disposedOn: string },
    { state, history, asked },
    fact,
  ) {
    if (state.status === 'received' && state.disposal.disposedOn !== undefined) return [];
    const request = requestIn(history, 'EnquiryDisposalRequested');
    return [fact(confirmationOf(request, said, askedOf(asked, state)))];
  },
  evolve: (state, { disposedOn }) =>
    state.status === 'absent' ? state : { ...state, disposal: { ...state.disposal, disposedOn } },
});

export const disposalSteps = [disposalRequested, textsDisposed] as const;
