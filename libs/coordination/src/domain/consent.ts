import { refusals, wordsOf } from '#event-sourcing/refusals';
import { type ConsentScope, consentScopes } from './codes.js';
import type { Coordination } from './coordination.js';

export const consentRefusals = refusals('coordination', {
  'no-consent': [
    'No consent to {scope} holds on that day. Record the consent first, or choose a day on which it holds.',
    'Det finnes ikke noe samtykke til {scope} som gjelder den dagen. Registrer samtykket først, eller velg en dag da det gjelder.',
    'Det finst ikkje noko samtykke til {scope} som gjeld den dagen. Registrer samtykket først, eller vel ein dag da det gjeld.',
  ],
});

const inEnglish: Readonly<Record<ConsentScope, string>> = {
  REGISTER: 'being registered',
  PLAN: 'an individual plan',
  COORDINATOR: 'a coordinator',
  SHARE: 'sharing with others',
};

/** The days on which a consent holds; nothing where it has no end. */
interface Held {
  readonly givenOn: string;
  readonly validUntil?: string | null | undefined;
  readonly withdrawnOn?: string | null | undefined;
}

/** Given by then, not run out, and not withdrawn on or before that day. */
export const isLive = ({ givenOn, validUntil, withdrawnOn }: Held, day: string) =>
  givenOn <= day && day <= (validUntil ?? day) && day < (withdrawnOn ?? '9999');

/** Nothing is appointed, planned or shared on a day without consent (pbrl § 2-5, invariant 3). */
export const refuseUnconsented = ({ consents }: Coordination, scope: ConsentScope, day: string): void =>
  consentRefusals.refuseIf(
    !consents.some((consent) => consent.scopes.includes(scope) && isLive(consent, day)),
    'no-consent',
    { scope: { ...wordsOf(consentScopes, scope), en: inEnglish[scope] } },
  );
