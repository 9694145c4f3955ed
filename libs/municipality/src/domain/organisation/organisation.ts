import type { CodeIn } from '#event-sourcing/codes';
import type { authorityRoles, delegationScopes } from './codes.js';

/** A card that people find the unit by, from a day on. */
export interface ContactCard {
  readonly cardId: string;
  readonly validFrom: string;
}

export type AuthorityRole = CodeIn<typeof authorityRoles>;
export type DelegationScope = CodeIn<typeof delegationScopes>;

export interface Delegation {
  readonly delegationId: string;
  readonly scope: DelegationScope;
  readonly toRole: AuthorityRole;
  readonly validFrom: string;
  /** The last day; undefined where no end is set. */
  readonly validUntil: string | undefined;
  /** From when it does not hold any more. */
  readonly revokedOn: string | undefined;
}

/** A service that is offered, or a partner that there is cooperation with, until it ends. */
export interface Lasting {
  readonly id: string;
  readonly validFrom: string;
  readonly endedOn: string | undefined;
}

/** What decisions look at. Each topic has a stream of its own, in which the others stay empty. */
export interface Organisation {
  /** In the order in which they were published. */
  readonly cards: readonly ContactCard[];
  readonly delegations: readonly Delegation[];
  readonly services: readonly Lasting[];
  readonly partners: readonly Lasting[];
}

export const initialState: Organisation = { cards: [], delegations: [], services: [], partners: [] };

/** Of several things that each hold from a day on until the next, the one of that day; of one day's the last. */
export const holdingOn = <T extends { readonly validFrom: string }>(
  all: readonly T[],
  day: string,
): T | undefined =>
  all
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
    .at(-1);

export const ended = (all: readonly Lasting[], id: string, endedOn: string): readonly Lasting[] =>
  all.map((one) => (one.id === id ? { ...one, endedOn } : one));

export interface DelegationQuestion {
  readonly scope: DelegationScope;
  readonly toRole: AuthorityRole;
  readonly day: string;
}

/** Whether anything was ever delegated in this, and by which delegation that role may act on that day. */
export function delegationOn(
  { delegations }: Organisation,
  { scope, toRole, day }: DelegationQuestion,
): { readonly isRecorded: boolean; readonly delegationId: string | undefined } {
  const inScope = delegations.filter((one) => one.scope === scope);
  const holds = inScope.find(
    ({ validFrom, validUntil = day, revokedOn, ...one }) =>
      one.toRole === toRole &&
      validFrom <= day &&
      day <= validUntil &&
      (revokedOn === undefined || day < revokedOn),
  );
  return { isRecorded: inScope.length > 0, delegationId: holds?.delegationId };
}
