import type { CodeIn } from '#event-sourcing/codes';
import type { partyKinds, staffRoles } from './codes.js';

/** Somebody works in a unit, or is a member of it, from the first day to the last. */
export interface Engagement {
  readonly engagementId: string;
  readonly unit: string;
  readonly role: CodeIn<typeof staffRoles>;
  /** Of a member of one unit: which other unit sends them. */
  readonly represents: string | undefined;
  readonly engagedFrom: string;
  /** The last day; undefined while no end is known. */
  readonly engagedUntil: string | undefined;
  /** An end of its own was recorded. */
  readonly isEnded: boolean;
}

export interface Substitution {
  readonly substitutionId: string;
  readonly engagementId: string;
  readonly substitutesFrom: string;
  readonly isEnded: boolean;
}

export type Party =
  | { readonly status: 'absent' }
  | {
      readonly status: 'registered';
      readonly kind: CodeIn<typeof partyKinds>;
      readonly unit: string | undefined;
      readonly engagements: readonly Engagement[];
      readonly substitutions: readonly Substitution[];
      /** Under whose id the party goes on: this registration was one too many. */
      readonly mergedInto: string | undefined;
    };
export type RegisteredParty = Extract<Party, { readonly status: 'registered' }>;

/** Stands for the name of a login that tells none that can be shown. Of no language: readers say it in their own. */
export const nameless = '–';
