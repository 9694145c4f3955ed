import {
  codeOf,
  dayToCome,
  idOf,
  list,
  localDate,
  optional,
  personal,
  ref,
  version,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { consentSections, representatives } from '#vocabulary';
import type { ConsentScope } from '../codes.js';
import { holdingTo, isLive, narrows, withNarrowing } from '../consent.js';
import { about, of, step } from '../step.js';
import { checkNamed, consentNamed, givingRefusals } from './consents.js';

export const narrowingRefusals = refusals('coordination', {
  'consent-not-narrower': [
    'This makes the consent no narrower. Tell an earlier last day, or some of those recipients or sections that it names; what is more needs a new consent.',
    'Dette gjør ikke samtykket snevrere. Oppgi en tidligere siste dag, eller noen av mottakerne eller delene det gjelder. Det som er mer, krever et nytt samtykke.',
    'Dette gjer ikkje samtykket snevrare. Oppgi ein tidlegare siste dag, eller nokre av mottakarane eller delane det gjeld. Det som er meir, krev eit nytt samtykke.',
  ],
  'date-order.consent-narrowed': [
    'A consent cannot be narrowed before it was given.',
    'Et samtykke kan ikke innsnevres før det ble gitt.',
    'Eit samtykke kan ikkje snevrast inn før det vart gitt.',
  ],
  'date-order.narrowed-until': [
    'The last day of a narrowed consent cannot lie before the day on which it is narrowed.',
    'Den siste dagen et innsnevret samtykke gjelder, kan ikke være før dagen det blir innsnevret.',
    'Den siste dagen eit innsnevra samtykke gjeld, kan ikkje vere før dagen det blir snevra inn.',
  ],
});
const { refuseIf, inOrder } = narrowingRefusals;

const narrowed = version(
  1,
  {
    ...about,
    consentId: idOf('consent'),
    narrowedOn: localDate(),
    /** The last day on which it holds from then on; as it was where none is told. */
    validUntil: optional(dayToCome()),
    /** With whom, and which sections: those that are left of what it named, or of everything where it named none. */
    recipientIds: optional(list(ref('party'))),
    sections: optional(list(codeOf(consentSections))),
    narrowedBy: optional(codeOf(representatives)),
    narrowedById: optional(ref('party')),
    reason: optional(personal.text(of)),
  },
  { occurs: 'narrowedOn' },
);

/**
 * A consent goes on for less: a shorter time, fewer recipients, fewer sections (F18). What was shared beyond that is read no more from that day;
 * what it covers at all is taken back by a withdrawal.
 */
const consentNarrowed = step('ConsentNarrowed', narrowed, {
  check(state, said) {
    const { narrowedOn, validUntil = narrowedOn, recipientIds, sections } = said;
    const consent = consentNamed(state, said.consentId);
    inOrder(consent.givenOn, narrowedOn, 'date-order.consent-narrowed');
    inOrder(narrowedOn, validUntil, 'date-order.narrowed-until');
    const isOfSharing = recipientIds !== undefined || sections !== undefined;
    givingRefusals.refuseIf(isOfSharing && !consent.scopes.includes('SHARE'), 'consent-scopes.narrowed');
    checkNamed(recipientIds, sections);
    const scopes: readonly ConsentScope[] = isOfSharing ? ['SHARE'] : consent.scopes;
    givingRefusals.refuseIf(!scopes.some((scope) => isLive(consent, scope, narrowedOn)), 'consent-not-live');
    const isSaid = isOfSharing || said.validUntil !== undefined;
    refuseIf(!isSaid || !narrows(consent, said), 'consent-not-narrower');
  },
  /** In the name of who gave it, unless told. */
  decide(said, { state }, fact) {
    const consent = consentNamed(state, said.consentId);
    const { narrowedBy = consent.givenBy } = said;
    const { narrowedById = narrowedBy === consent.givenBy ? (consent.givenById ?? undefined) : undefined } =
      said;
    return [fact({ ...said, narrowedBy, narrowedById })];
  },
  /** Whose consent to the same still holds beside it. */
  tells: (state, { consentId, narrowedOn }) => ({
    stillHolds: holdingTo(
      state.consents.filter((one) => one.consentId !== consentId),
      consentNamed(state, consentId).scopes,
      narrowedOn,
    ),
  }),
  evolve: (state, less) => ({ ...state, ...withNarrowing(state, less) }),
});

export const narrowingSteps = [consentNarrowed] as const;
