import type { LawRule, RuleVersion } from '#deadlines';
import type { ActsOn, AuthorityRole, Delegated, DelegationScope } from '#vocabulary';

/** A card that people find the unit by, from a day on. */
export interface ContactCard {
  readonly cardId: string;
  readonly validFrom: string;
}

export interface Delegation extends Delegated {
  readonly scope: DelegationScope;
  readonly toRole: AuthorityRole;
  readonly validFrom: string;
  /** The last day; undefined where no end is set. */
  readonly validUntil: string | undefined;
  /** From when it does not hold any more. */
  readonly revokedOn: string | undefined;
}

/** A version of a rule that the municipality computes by. */
export interface AdoptedVersion extends RuleVersion {
  readonly rule: LawRule;
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
  readonly ruleVersions: readonly AdoptedVersion[];
}

export const initialState: Organisation = {
  cards: [],
  delegations: [],
  services: [],
  partners: [],
  ruleVersions: [],
};

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

export interface DelegationQuestion extends ActsOn {
  readonly day: string;
}

export const holdsOn = (
  { validFrom, validUntil = '9999', revokedOn = '9999' }: Delegation,
  day: string,
): boolean => validFrom <= day && day <= validUntil && day < revokedOn;

/** By which delegations that role may act in that on that day: those that hold, in the order of recording. */
export const delegationsOn = (
  { delegations }: Organisation,
  { scope, toRole, day }: DelegationQuestion,
): readonly Delegated[] =>
  delegations
    .filter((one) => one.scope === scope && one.toRole === toRole && holdsOn(one, day))
    .map(({ delegationId, fromRole }) => ({ delegationId, fromRole }));
