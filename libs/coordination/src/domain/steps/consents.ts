import {
  codeOf,
  dayToCome,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  v1,
  version,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import { representatives } from '#vocabulary';
import { isUnder16 } from '../age.js';
import { consentScopes } from '../codes.js';
import { isLive } from '../consent.js';
import { amended } from '../coordination.js';
import { about, of, sealedDigest, step } from '../step.js';

export const givingRefusals = refusals('coordination', {
  'consent-scopes': [
    'A consent covers at least one matter, and names each once.',
    'Et samtykke gjelder minst én ting, og nevner hver ting én gang.',
    'Eit samtykke gjeld minst éin ting, og nemner kvar ting éin gong.',
  ],
  'under-16': [
    'The person was under 16 on that day and cannot consent alone. A guardian consents: record who did.',
    'Personen var under 16 år den dagen og kan ikke samtykke alene. En verge eller foresatt samtykker: registrer hvem som gjorde det.',
    'Personen var under 16 år den dagen og kan ikkje samtykkje åleine. Ei verje eller ein føresett samtykkjer: registrer kven som gjorde det.',
  ],
  'no-such-consent': [
    'This person has given no such consent.',
    'Denne personen har ikke gitt noe slikt samtykke.',
    'Denne personen har ikkje gitt noko slikt samtykke.',
  ],
  'consent-not-live': [
    'The consent was withdrawn already, or had run out by that day.',
    'Samtykket er allerede trukket tilbake, eller gjaldt ikke lenger den dagen.',
    'Samtykket er alt trekt tilbake, eller gjaldt ikkje lenger den dagen.',
  ],
  'date-order.valid-until': [
    'A consent cannot end before it was given.',
    'Et samtykke kan ikke slutte å gjelde før det ble gitt.',
    'Eit samtykke kan ikkje slutte å gjelde før det vart gitt.',
  ],
  'date-order.consent-withdrawn': [
    'A consent cannot be withdrawn before it was given.',
    'Et samtykke kan ikke trekkes tilbake før det ble gitt.',
    'Eit samtykke kan ikkje trekkjast tilbake før det vart gitt.',
  ],
});
const { refusal, refuseIf, inOrder } = givingRefusals;

/** What the person, or who speaks for them, agreed to. */
const consentGiven = step(
  'ConsentGiven',
  version(
    2,
    {
      ...about,
      consentId: newId('consent'),
      scopes: list(codeOf(consentScopes)),
      givenBy: codeOf(representatives),
      givenOn: localDate(),
      /** Last day on which it holds; until withdrawn where there is none. */
      validUntil: optional(dayToCome()),
      documentDigest: optional(personal.digest(of)),
    },
    { occurs: 'givenOn', ...sealedDigest },
  ),
  {
    check(_, { scopes, givenOn, validUntil = givenOn }) {
      refuseIf(scopes.length === 0 || hasDoubles(scopes), 'consent-scopes');
      inOrder(givenOn, validUntil, 'date-order.valid-until');
    },
    /** Under 16 a guardian consents (pbrl §§ 4-3, 4-4, invariant 3). */
    ofAge: ({ givenBy, givenOn }, birthYear) =>
      refuseIf(givenBy === 'SUBJECT' && isUnder16(birthYear, givenOn), 'under-16'),
    evolve: (state, { consentId, scopes, givenOn, validUntil }) => ({
      ...state,
      consents: [...state.consents, { consentId, scopes, givenOn, validUntil }],
    }),
  },
);

/** A consent was taken back; nothing new is appointed, planned or shared on it from that day. */
const consentWithdrawn = step(
  'ConsentWithdrawn',
  v1(
    {
      ...about,
      consentId: idOf('consent'),
      withdrawnOn: localDate(),
      reason: optional(personal.text(of)),
    },
    { occurs: 'withdrawnOn' },
  ),
  {
    check({ consents }, { consentId, withdrawnOn }) {
      const consent = consents.find((one) => one.consentId === consentId);
      if (!consent) throw refusal('no-such-consent');
      inOrder(consent.givenOn, withdrawnOn, 'date-order.consent-withdrawn');
      refuseIf(consent.withdrawnOn !== undefined || !isLive(consent, withdrawnOn), 'consent-not-live');
    },
    evolve: (state, { consentId, withdrawnOn }) => ({
      ...state,
      consents: amended(state.consents, (consent) => consent.consentId === consentId, { withdrawnOn }),
    }),
  },
);

export const consentSteps = [consentGiven, consentWithdrawn] as const;
