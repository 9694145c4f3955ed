import type { Keys } from '../drafts/keys.js';

/** What is typed of a person who is not in the register yet. */
export interface NewPersonFields {
  readonly givenName: string;
  readonly familyName: string;
  /** As it was typed. */
  readonly born: string;
  readonly identityNumber: string;
  readonly protectedAddress: boolean;
  /** Ids of those of the register whom it is said not to be. */
  readonly notThese: readonly string[];
}

/** What is typed in a picker before anybody is picked. */
export interface HalfTyped {
  readonly typed: string;
  readonly person?: NewPersonFields | undefined;
}

/** Where that is kept: with the form that the picker stands in, under whose keys it is sent. */
export interface KeptWithForm {
  /** Tells one picker of the form from another. */
  readonly at: string;
  readonly half: HalfTyped | undefined;
  readonly setHalf: (half: HalfTyped | undefined) => void;
  readonly keys: Keys;
}

/** Somebody new as they were searched for: a name is taken over, with its last word as the family's. */
export function newPersonFrom(typed: string): NewPersonFields {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  return {
    givenName: words.slice(0, -1).join(' '),
    familyName: words.at(-1) ?? '',
    born: '',
    identityNumber: '',
    protectedAddress: false,
    notThese: [],
  };
}
