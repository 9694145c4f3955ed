import type { CodeIn } from '#event-sourcing/codes';
import { refusals, wordsOf } from '#event-sourcing/refusals';
import type { ConsentSection, representatives } from '#vocabulary';
import { type ConsentScope, consentScopes } from './codes.js';

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

/** In whose name a consent is given or taken back. */
export type Giver = CodeIn<typeof representatives>;

/** Who gave a consent: a role, and whoever it was where that is told. Two guardians are two. */
export interface GivenBy {
  readonly givenBy: Giver;
  readonly givenById?: string | null | undefined;
}
export const isSameGiver = (one: GivenBy, other: GivenBy): boolean =>
  one.givenBy === other.givenBy && (one.givenById ?? null) === (other.givenById ?? null);

/** What a giver consented to from a day on, scope by scope until it was taken back. */
export interface Consent extends GivenBy {
  readonly consentId: string;
  readonly scopes: readonly ConsentScope[];
  readonly givenOn: string;
  /** The last day on which it holds; nothing where it has no end. */
  readonly validUntil?: string | null | undefined;
  readonly hasDocument?: boolean;
  /** Of a consent to share: with whom and what of the plan; with everybody whom the plan names, and all of it, where none are told. */
  readonly recipientIds?: readonly string[] | null | undefined;
  readonly sections?: readonly ConsentSection[] | null | undefined;
  /** What of it was taken back, each scope once, and from which day. */
  readonly withdrawn: readonly { readonly scope: ConsentScope; readonly withdrawnOn: string }[];
}

/** What a giver took back on a day: of every consent that this giver had given by then. */
export interface Withdrawal extends GivenBy {
  readonly scopes: readonly ConsentScope[];
  readonly withdrawnOn: string;
}

/** What of a consent was made less: until when it holds, with whom and what of the plan is shared; what is not told stays as it was. */
export type Narrowing = Pick<Consent, 'consentId' | 'validUntil' | 'recipientIds' | 'sections'>;

/** Given by then, not run out, and this scope of it not taken back on or before that day. */
export const isLive = (
  {
    scopes,
    givenOn,
    validUntil,
    withdrawn,
  }: Pick<Consent, 'scopes' | 'givenOn' | 'validUntil' | 'withdrawn'>,
  scope: ConsentScope,
  day: string,
): boolean =>
  scopes.includes(scope) &&
  givenOn <= day &&
  day <= (validUntil ?? day) &&
  !withdrawn.some((one) => one.scope === scope && one.withdrawnOn <= day);

/** Nothing is appointed, planned or shared on a day without consent (pbrl § 2-5, invariant 3). */
export const refuseUnconsented = (
  { consents }: { readonly consents: readonly Consent[] },
  scope: ConsentScope,
  day: string,
): void =>
  consentRefusals.refuseIf(!consents.some((consent) => isLive(consent, scope, day)), 'no-consent', {
    scope: { ...wordsOf(consentScopes, scope), en: inEnglish[scope] },
  });

/** The consent without these scopes from that day on; of two days the earlier counts. */
export function takenBack<C extends Consent>(consent: C, scopes: readonly ConsentScope[], day: string): C {
  const taken = consent.scopes.filter((scope) => scopes.includes(scope));
  const stood = consent.withdrawn.filter(
    ({ scope, withdrawnOn }) => !taken.includes(scope) || withdrawnOn <= day,
  );
  const added = taken
    .filter((scope) => !stood.some((one) => one.scope === scope))
    .map((scope) => ({ scope, withdrawnOn: day }));
  return added.length === 0 ? consent : { ...consent, withdrawn: [...stood, ...added] };
}

/** Consents that were given by the day on which everything ended for the person end with it, also one that is typed in after that. */
export const withoutConsents = <C extends Consent>(consents: readonly C[], endedOn: string): C[] =>
  consents.map((consent) => endedWith(consent, endedOn));

const endedWith = <C extends Consent>(consent: C, endedOn: string | null | undefined): C =>
  typeof endedOn === 'string' && consent.givenOn <= endedOn
    ? takenBack(consent, consent.scopes, endedOn)
    : consent;

interface Consents<C extends Consent> {
  readonly consents: readonly C[];
  readonly withdrawals: readonly Withdrawal[];
}

/**
 * With one more: what its giver took back on a later day is taken back of this one too, also where this was typed in after that. `endedOn`: the
 * day on which everything ended for the person.
 */
export const withConsent = <C extends Consent>(
  { consents, withdrawals }: Consents<C>,
  given: C,
  endedOn?: string | null,
) => ({
  consents: [
    ...consents,
    withdrawals
      .filter((taken) => isSameGiver(taken, given) && taken.withdrawnOn > given.givenOn)
      .reduce(
        (consent, { scopes, withdrawnOn }) => takenBack(consent, scopes, withdrawnOn),
        endedWith(given, endedOn),
      ),
  ],
});

interface TakenBack {
  readonly consentId: string;
  readonly withdrawnOn: string;
  /** Absent in what was recorded of one consent alone: all that this one covers. */
  readonly scopes?: readonly ConsentScope[] | undefined;
}

/** Without what was taken back: of every consent of the same giver that was given by that day. */
export function withWithdrawal<C extends Consent>(
  { consents, withdrawals }: Consents<C>,
  { consentId, withdrawnOn, scopes }: TakenBack,
) {
  const named = consents.find((consent) => consent.consentId === consentId);
  if (!named) return { consents, withdrawals };
  if (!scopes) {
    const alone = (consent: C) =>
      consent === named ? takenBack(consent, consent.scopes, withdrawnOn) : consent;
    return { consents: consents.map(alone), withdrawals };
  }
  const { givenBy, givenById } = named;
  const by = { givenBy, ...(typeof givenById === 'string' && { givenById }) };
  return {
    consents: consents.map((consent) =>
      isSameGiver(consent, named) && consent.givenOn <= withdrawnOn
        ? takenBack(consent, scopes, withdrawnOn)
        : consent,
    ),
    withdrawals: [...withdrawals, { ...by, scopes, withdrawnOn }],
  };
}

/** With one consent of them made less. Its last day is never before the day of that, so that what was before holds as it did. */
export const withNarrowing = <C extends Consent>(
  { consents }: { readonly consents: readonly C[] },
  { consentId, validUntil, recipientIds, sections }: Narrowing,
) => ({
  consents: consents.map((consent) =>
    consent.consentId === consentId
      ? {
          ...consent,
          ...(typeof validUntil === 'string' && { validUntil }),
          ...(recipientIds && { recipientIds }),
          ...(sections && { sections }),
        }
      : consent,
  ),
});

type Named = readonly string[] | null | undefined;
/** Whether one list names some of another's, and fewer; a list that is not there names everything. */
const isLess = (one: Named, other: Named): boolean =>
  !one || (other ? one.length < other.length && one.every((named) => other.includes(named)) : true);

/** Whether each part that is told makes the consent less than it is. */
export const narrows = (consent: Consent, { validUntil, recipientIds, sections }: Narrowing): boolean =>
  (typeof validUntil !== 'string' || validUntil < (consent.validUntil ?? '9999')) &&
  isLess(recipientIds, consent.recipientIds) &&
  isLess(sections, consent.sections);

/** What of these holds on a day of what each consented to. */
export const holdingTo = (consents: readonly Consent[], scopes: readonly ConsentScope[], day: string) =>
  consents
    .map((consent) => ({
      consentId: consent.consentId,
      givenBy: consent.givenBy,
      ...(typeof consent.givenById === 'string' && { givenById: consent.givenById }),
      scopes: scopes.filter((scope) => isLive(consent, scope, day)),
    }))
    .filter((consent) => consent.scopes.length > 0);
