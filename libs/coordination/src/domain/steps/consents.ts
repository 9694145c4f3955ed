import {
  codeOf,
  dayToCome,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  version,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals } from '#event-sourcing/refusals';
import type { Fact } from '#event-sourcing/step';
import { consentSections, isGuardianship, representatives } from '#vocabulary';
import { consentsAlone, isUnder16 } from '../age.js';
import { type ConsentScope, consentScopes } from '../codes.js';
import {
  type Consent,
  type GivenBy,
  holdingTo,
  isLive,
  isSameGiver,
  withConsent,
  withWithdrawal,
} from '../consent.js';
import type { Coordination } from '../coordination.js';
import { about, of, sealedDigest, step } from '../step.js';

export const givingRefusals = refusals('coordination', {
  'consent-scopes': [
    'A consent covers at least one matter, and names each once.',
    'Et samtykke gjelder minst én ting, og nevner hver ting én gang.',
    'Eit samtykke gjeld minst éin ting, og nemner kvar ting éin gong.',
  ],
  'consent-scopes.not-covered': [
    'This consent does not cover that. Withdraw what it covers.',
    'Samtykket gjelder ikke dette. Trekk tilbake det som det gjelder.',
    'Samtykket gjeld ikkje dette. Trekk tilbake det som det gjeld.',
  ],
  'consent-scopes.narrowed': [
    'Recipients and sections of the plan are named of a consent to share. Add SHARE to what it covers.',
    'Mottakere og deler av planen nevnes i et samtykke til deling. Ta med deling i det samtykket gjelder.',
    'Mottakarar og delar av planen blir nemnde i eit samtykke til deling. Ta med deling i det samtykket gjeld.',
  ],
  'consent-scopes.named': [
    'Name at least one recipient or section, each once, or none for all of them.',
    'Nevn minst én mottaker eller del, hver én gang, eller ingen hvis alle gjelder.',
    'Nemn minst éin mottakar eller del, kvar éin gong, eller ingen om alle gjeld.',
  ],
  'under-16': [
    'The person was under 16 on that day and cannot consent alone. A guardian consents: record who did.',
    'Personen var under 16 år den dagen og kan ikke samtykke alene. En verge eller foresatt samtykker: registrer hvem som gjorde det.',
    'Personen var under 16 år den dagen og kan ikkje samtykkje åleine. Ei verje eller ein føresett samtykkjer: registrer kven som gjorde det.',
  ],
  'consents-alone': [
    'The person was old enough on that day to consent alone (pbrl § 4-3). Record the person’s own consent, or tell in `onBehalfReason` why another consents.',
    'Personen var gammel nok den dagen til å samtykke selv (pasient- og brukerrettighetsloven § 4-3). Registrer personens eget samtykke, eller oppgi grunnen til at en annen samtykker.',
    'Personen var gammal nok den dagen til å samtykkje sjølv (pasient- og brukarrettslova § 4-3). Registrer samtykket frå personen, eller oppgi grunnen til at ein annan samtykkjer.',
  ],
  'not-guardian': [
    'This one was not recorded as a guardian, or as a parent with parental responsibility, of the person on that day. Record the relation first, or name another.',
    'Vedkommende var ikke registrert som verge, eller som forelder med foreldreansvar, for personen den dagen. Registrer relasjonen først, eller oppgi en annen.',
    'Vedkomande var ikkje registrert som verje, eller som forelder med foreldreansvar, for personen den dagen. Registrer relasjonen først, eller oppgi ein annan.',
  ],
  'not-another': [
    'The person consents in person: leave `givenById` out, or tell who speaks for the person.',
    'Personen samtykker selv: utelat hvem som samtykker, eller oppgi hvem som representerer personen.',
    'Personen samtykkjer sjølv: utelat kven som samtykkjer, eller oppgi kven som representerer personen.',
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

interface Given extends GivenBy, Pick<Consent, 'recipientIds' | 'sections'> {
  readonly scopes: readonly ConsentScope[];
  readonly givenOn: string;
  readonly validUntil?: string | undefined;
  readonly documentDigest?: unknown;
}

type Named = readonly string[] | null | undefined;
const isSame = (one: Named, other: Named) => one?.toSorted().join() === other?.toSorted().join();

/** Whether this consent says what is said again: to the same, by the same giver, for no shorter time, with a document where one is told. */
const saysAlready = (consent: Consent, given: Given) =>
  isSameGiver(consent, given) && coversAlready(consent, given);
const coversAlready = (
  consent: Consent,
  { scopes, givenOn, validUntil, documentDigest, recipientIds, sections }: Given,
) =>
  consent.withdrawn.length === 0 &&
  scopes.length === consent.scopes.length &&
  scopes.every((scope) => consent.scopes.includes(scope)) &&
  isSame(consent.recipientIds, recipientIds) &&
  isSame(consent.sections, sections) &&
  consent.givenOn <= givenOn &&
  (validUntil ?? '9999') <= (consent.validUntil ?? '9999') &&
  (documentDigest === undefined || consent.hasDocument === true);

const given = version(
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
    /** Who it was, beside the person; a role alone in those of before (D9). */
    givenById: optional(ref('party')),
    /** Why another consents for one who is of age to (pbrl § 4-3). */
    onBehalfReason: optional(personal.text(of)),
    /** The case whose application's form bore it (U2). */
    caseId: optional(ref('case')),
    /** Of a consent to share: with whom; with whomever the plan names where none are told (F18). */
    recipientIds: optional(list(ref('party'))),
    /** And which sections of the plan; all of it where none are told. */
    sections: optional(list(codeOf(consentSections))),
  },
  { occurs: 'givenOn', ...sealedDigest },
);

/** What the person, or who speaks for them, agreed to. Given again by the same giver it is the same consent. */
const consentGiven = step('ConsentGiven', given, {
  isOfLiving: true,
  check(_, { scopes, givenBy, givenById, givenOn, validUntil = givenOn, recipientIds, sections }) {
    checkScopes(scopes);
    refuseIf(givenBy === 'SUBJECT' && givenById !== undefined, 'not-another');
    const isLimited = recipientIds !== undefined || sections !== undefined;
    refuseIf(isLimited && !scopes.includes('SHARE'), 'consent-scopes.narrowed');
    checkNamed(recipientIds, sections);
    inOrder(givenOn, validUntil, 'date-order.valid-until');
  },
  already({ consents }, said) {
    checkScopes(said.scopes);
    const same = consents.find((consent) => saysAlready(consent, said));
    return same && { consentId: same.consentId };
  },
  asksGuardians: true,
  /** Where guardians are recorded, it is one of them who consents as one; where none are, it stands open. */
  admit(said, { guardians = [] }, standing) {
    const { givenBy, givenById } = { ...standing, ...said };
    const isTold = said.givenBy ?? said.givenById ?? said.givenOn;
    if (isTold === undefined || !isGuardianship(givenBy) || typeof givenById !== 'string') return;
    refuseIf(guardians.length > 0 && !guardians.includes(givenById), 'not-guardian');
  },
  /** Too young to consent alone, a guardian does; of age, nobody does in one's place without a reason (pbrl §§ 4-3, 4-4, invariant 3). */
  ofAge({ givenBy, givenOn, onBehalfReason }, birth) {
    refuseIf(givenBy === 'SUBJECT' && isUnder16(birth, givenOn), 'under-16');
    const isInPlace = isGuardianship(givenBy) && onBehalfReason === undefined;
    refuseIf(isInPlace && consentsAlone(birth, givenOn), 'consents-alone');
  },
  evolve: (state, { documentDigest, ...said }) => ({
    ...state,
    ...withConsent(state, consentIn(said, documentDigest !== undefined), state.endedOn),
  }),
});

type Said = Omit<Consent, 'hasDocument' | 'withdrawn'>;
const consentIn = (said: Said, hasDocument: boolean): Consent => {
  const { consentId, scopes, givenBy, givenById, givenOn, validUntil, recipientIds, sections } = said;
  return {
    consentId,
    scopes,
    givenBy,
    ...(givenById !== undefined && { givenById }),
    givenOn,
    validUntil,
    hasDocument,
    ...(recipientIds !== undefined && { recipientIds }),
    ...(sections !== undefined && { sections }),
    withdrawn: [],
  };
};

function checkScopes(scopes: readonly ConsentScope[]): void {
  refuseIf(scopes.length === 0 || hasDoubles(scopes), 'consent-scopes');
}

export function checkNamed(...lists: readonly (readonly string[] | undefined)[]): void {
  for (const named of lists) {
    refuseIf(named !== undefined && (named.length === 0 || hasDoubles(named)), 'consent-scopes.named');
  }
}

export function consentNamed({ consents }: Coordination, consentId: string): Consent {
  const consent = consents.find((one) => one.consentId === consentId);
  if (!consent) throw refusal('no-such-consent');
  return consent;
}

const asItWas = { 1: (data: Fact['data']) => ({ ...data }) };

const withdrawn = version(
  2,
  {
    ...about,
    consentId: idOf('consent'),
    withdrawnOn: localDate(),
    reason: optional(personal.text(of)),
    /** Of what: every consent of the same giver to it ends. Absent in version 1: all that this one consent covers, and of no other. */
    scopes: optional(list(codeOf(consentScopes))),
    /** Who took it back; absent in version 1. */
    withdrawnBy: optional(codeOf(representatives)),
    /** Who that was, beside the person; absent where it is not told (D9). */
    withdrawnById: optional(ref('party')),
  },
  { occurs: 'withdrawnOn', upcasts: asItWas, correctionUpcasts: asItWas },
);

/** What of a consent a withdrawal on that day can end: what was not taken back before, and had not run out. */
const withdrawable = (consent: Consent, day: string) =>
  consent.scopes.filter(
    (scope) => isLive(consent, scope, day) && !consent.withdrawn.some((one) => one.scope === scope),
  );

/** A consent was taken back; nothing more is appointed, planned, shared or read on it from that day. */
const consentWithdrawn = step('ConsentWithdrawn', withdrawn, {
  check(state, { consentId, withdrawnOn, scopes }) {
    const consent = consentNamed(state, consentId);
    inOrder(consent.givenOn, withdrawnOn, 'date-order.consent-withdrawn');
    const taken = scopes ?? consent.scopes;
    checkScopes(taken);
    refuseIf(
      taken.some((scope) => !consent.scopes.includes(scope)),
      'consent-scopes.not-covered',
    );
    const can = withdrawable(consent, withdrawnOn);
    refuseIf(
      taken.some((scope) => !can.includes(scope)),
      'consent-not-live',
    );
  },
  /** All that still holds of it, in the name of who gave it, unless told. */
  decide(said, { state }, fact) {
    const consent = consentNamed(state, said.consentId);
    const holds = withdrawable(consent, said.withdrawnOn);
    const { scopes = holds.length > 0 ? holds : consent.scopes, withdrawnBy = consent.givenBy } = said;
    const { withdrawnById = withdrawnBy === consent.givenBy ? (consent.givenById ?? undefined) : undefined } =
      said;
    return [fact({ ...said, scopes, withdrawnBy, withdrawnById })];
  },
  /** Whose consent to the same still holds: another's than the giver's, and one given later. */
  tells: (state, { consentId, withdrawnOn, scopes = consentNamed(state, consentId).scopes }) => ({
    stillHolds: holdingTo(state.consents, scopes, withdrawnOn),
  }),
  evolve: (state, taken) => ({ ...state, ...withWithdrawal(state, taken) }),
});

export const consentSteps = [consentGiven, consentWithdrawn] as const;
