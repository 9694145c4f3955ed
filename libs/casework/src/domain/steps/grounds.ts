import { isKnown } from '#event-sourcing/codes';
import { hasDoubles } from '#event-sourcing/doubles';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import { deciderBodies, type ItemCode, items, legalBases } from '#vocabulary';
import { type Applied, type InDecision, isGrant } from '../case.js';
import { basesFor } from '../legal-bases.js';
import { byLaw, type Outcome, type Profile } from '../codes.js';
import { givesReasonForUnmet } from './criteria.js';

export const groundsRefusals = refusals('casework', {
  'item-answered-twice': [
    'A decision answers each item once.',
    'En avgjørelse svarer én gang på hvert punkt som det er søkt om.',
    'Ei avgjerd svarer éin gong på kvart punkt som det er søkt om.',
  ],
  'item-not-requested': [
    'A decision answers only what was applied for. Where something was granted, an amendment may also refuse the coordinator that came with it.',
    'En avgjørelse svarer bare på det som det er søkt om. Der noe er innvilget, kan en omgjøring også avslå koordinatoren som fulgte med.',
    'Ei avgjerd svarer berre på det som det er søkt om. Der noko er innvilga, kan ei omgjering òg avslå koordinatoren som følgde med.',
  ],
  'item-not-answered': [
    'A decision answers every item that was applied for. Missing: {missing}.',
    'En avgjørelse svarer på alt som det er søkt om. Mangler: {missing}.',
    'Ei avgjerd svarer på alt som det er søkt om. Manglar: {missing}.',
  ],
  'reason-missing.outcome': [
    'An item that is refused or granted in part needs a reason.',
    'Det som avslås eller innvilges delvis, trenger en begrunnelse.',
    'Det som blir avslått eller delvis innvilga, treng ei grunngiving.',
  ],
  'legal-basis-missing': [
    'An item that the law gives a right to needs its legal basis, of its own or of the decision. Missing: {missing}.',
    'Det som loven gir rett til, trenger en hjemmel, sin egen eller avgjørelsens. Mangler: {missing}.',
    'Det som lova gir rett til, treng ein heimel, sin eigen eller den avgjerda har. Manglar: {missing}.',
  ],
  'legal-basis-unknown': [
    'No legal basis of that code is known here. Known are {known}.',
    'Hjemmelen er ikke kjent her. De kjente er {known}.',
    'Heimelen er ikkje kjend her. Dei kjende er {known}.',
  ],
  'legal-basis-unfit': [
    'That legal basis is none of this item on the day of the decision. There are: {known}.',
    'Hjemmelen gjelder ikke det som det svares på, den dagen avgjørelsen ble truffet. Der gjelder: {known}.',
    'Heimelen gjeld ikkje det som det blir svart på, den dagen avgjerda vart teken. Der gjeld: {known}.',
  ],
  'legal-basis-unfit.group': [
    'A group is no statutory right: leave its legal basis out.',
    'En gruppe er ingen lovfestet rett: la hjemmelen stå tom.',
    'Ei gruppe er ingen lovfesta rett: lat heimelen stå tom.',
  ],
  'not-the-decider': [
    'By the municipality’s profile applications are decided by {body}.',
    'Etter kommunens profil avgjøres søknader av {body}.',
    'Etter profilen til kommunen blir søknader avgjorde av {body}.',
  ],
  'meeting-not-named': [
    'A decision by the KE meeting names the meeting.',
    'En avgjørelse i møtet i koordinerende enhet nevner møtet.',
    'Ei avgjerd i møtet i koordinerande eining nemner møtet.',
  ],
  'meeting-not-convened': [
    'That meeting was not convened for this case. Convene it first.',
    'Det er ikke kalt inn til dette møtet i saken. Kall inn først.',
    'Det er ikkje kalla inn til dette møtet i saka. Kall inn først.',
  ],
  'date-order.assessed': [
    'A criterion is assessed on or after the day the application was received.',
    'Et vilkår vurderes samme dag som søknaden ble mottatt, eller senere.',
    'Eit vilkår blir vurdert same dagen som søknaden kom inn, eller seinare.',
  ],
  'date-order.assessed-first': [
    'A criterion is assessed on or before the day of the decision.',
    'Et vilkår vurderes samme dag som avgjørelsen, eller tidligere.',
    'Eit vilkår blir vurdert same dagen som avgjerda, eller tidlegare.',
  ],
  'date-order.decided': [
    'A decision is made on or after the day the application was received.',
    'En avgjørelse treffes samme dag som søknaden ble mottatt, eller senere.',
    'Ei avgjerd blir teken same dagen som søknaden kom inn, eller seinare.',
  ],
  'date-order.meeting': [
    'A meeting decides on or after the day it takes place.',
    'Et møte avgjør samme dag som det holdes, eller senere.',
    'Eit møte avgjer same dagen som det blir halde, eller seinare.',
  ],
});
const { refusal, refuseIf } = groundsRefusals;
export const { inOrder } = groundsRefusals;

/** What a decision rests on is judged here; its step says in which order. */
export interface Decision {
  readonly items: readonly {
    readonly item: ItemCode;
    readonly outcome: Outcome;
    readonly reason?: unknown;
    readonly legalBasis?: string | undefined;
  }[];
  readonly decidedBy: string;
  readonly meetingId?: string | undefined;
  readonly decidedOn: string;
  readonly legalBasis?: string | undefined;
}

/** What came with a grant of something else (U16): a coordinator whom nobody applied for, and who ends against the person's will by an answer alone. */
const givenAlong: readonly ItemCode[] = ['COORDINATOR', 'CHILD_COORDINATOR'];

/** Nothing but what was applied for, and each once; an amendment also refuses what came with what was granted, and answers that anew. */
export function answersWhatWasRequested(
  application: Applied & { readonly decisions?: InDecision['decisions'] },
  { items: answers }: Pick<Decision, 'items'>,
): void {
  const before = application.decisions?.at(-1)?.answers ?? [];
  const answerable = [...application.items, ...before.map(({ item }) => item)];
  const came = before.some(isGrant) ? givenAlong : [];
  const answered = answers.map(({ item }) => item);
  refuseIf(hasDoubles(answered), 'item-answered-twice');
  refuseIf(
    answers.some(
      ({ item, outcome }) => !answerable.includes(item) && !(outcome === 'REFUSED' && came.includes(item)),
    ),
    'item-not-requested',
  );
}

export function answersEachItem(application: Applied, decision: Pick<Decision, 'items'>): void {
  answersWhatWasRequested(application, decision);
  const answered = decision.items.map(({ item }) => item);
  const missing = application.items.filter((item) => !answered.includes(item));
  refuseIf(missing.length > 0, 'item-not-answered', { missing: wordsOf(items, ...missing) });
}

export function givesReasons(application: Applied, { items: answers, decidedOn }: Decision): void {
  refuseIf(
    answers.some(({ outcome, reason }) => outcome !== 'GRANTED' && reason === undefined),
    'reason-missing.outcome',
  );
  givesReasonForUnmet(answers, decidedOn, application.criteria);
}

/** A group is no statutory right and rests on no section of the law (U1). */
export function givesLegalBases({ items: answers, legalBasis }: Decision): void {
  const without = answers.filter((answer) => byLaw.includes(answer.item) && answer.legalBasis === undefined);
  const missing = wordsOf(items, ...without.map(({ item }) => item));
  refuseIf(legalBasis === undefined && without.length > 0, 'legal-basis-missing', { missing });
}

/** A trail tells each by its name. */
export const ofKnownBases = (...given: readonly (string | null | undefined)[]): void =>
  refuseIf(
    given.some((basis) => typeof basis === 'string' && !isKnown(legalBases, basis)),
    'legal-basis-unknown',
    { known: wordsOf(legalBases, ...legalBases.codes) },
  );

/** Each item rests on a section that gives a right to it on that day; what the decision names for several, on one of at least one of them (D6). */
export function restsOnLaw({ items: answers, legalBasis, decidedOn }: Omit<Decision, 'decidedBy'>): void {
  const fits = (basis: string, asked: readonly ItemCode[]) => {
    const known = basesFor(asked, decidedOn);
    refuseIf(!known.includes(basis), 'legal-basis-unfit', { known: wordsOf(legalBases, ...known) });
  };
  for (const { item, legalBasis: own } of answers) {
    if (own === undefined) continue;
    refuseIf(!byLaw.includes(item), 'legal-basis-unfit.group');
    fits(own, [item]);
  }
  const sharing = answers.filter(({ item, legalBasis: own }) => own === undefined && byLaw.includes(item));
  const shared = sharing.map(({ item }) => item);
  if (typeof legalBasis === 'string' && shared.length > 0) fits(legalBasis, shared);
}

export function decidedInTime(application: Applied, { decidedOn }: Decision): void {
  inOrder(application.receivedOn, decidedOn, 'date-order.decided');
  for (const { assessedOn } of Object.values(application.criteria)) {
    inOrder(assessedOn, decidedOn, 'date-order.assessed-first');
  }
}

/** By the profile one body decides (A8). */
export const byTheDecider = (decidedBy: string, { deciderBody }: Profile): void =>
  refuseIf(decidedBy !== deciderBody, 'not-the-decider', { body: wordsOf(deciderBodies, deciderBody) });

export function byItsMeeting({ meetings }: Applied, { decidedBy, meetingId, decidedOn }: Decision): void {
  refuseIf(decidedBy === 'KE_MEETING' && meetingId === undefined, 'meeting-not-named');
  if (meetingId === undefined) return;
  const meeting = meetings[meetingId];
  if (!meeting) throw refusal('meeting-not-convened');
  inOrder(meeting.meetsOn, decidedOn, 'date-order.meeting');
}
