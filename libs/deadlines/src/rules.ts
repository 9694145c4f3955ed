import type { Day, Period } from './days.js';

/** What happens to an end on a day off: it moves to the next working day, or stands and is to be met before. */
export type Roll = 'FORWARD' | 'NONE';

/** What a later version does to a deadline that runs when it enters into force: the longer of both counts, or it is for later triggers alone. */
export type Transition = 'LONGER_OF' | 'TRIGGER_DATE';

/** A version of a rule: data, of which a change of the law adds one. */
export interface RuleVersion {
  readonly version: string;
  readonly validFrom: Day;
  readonly period: Period;
  readonly transition?: Transition | undefined;
}

interface Rule {
  /** The citizen's right; the municipality's duty, or its own target; the last day that something is valid; an age that is reached. */
  readonly kind: 'RIGHT' | 'OUTER_LIMIT' | 'DUTY' | 'TARGET' | 'EXPIRY' | 'AGE';
  readonly legalBasis: string;
  readonly roll: Roll;
  /** Where the municipality's profile says how long, what counts until it does. */
  readonly versions: readonly [RuleVersion, ...RuleVersion[]];
}

const always = '1900-01-01';
const once = (validFrom: Day, period: Period) => [{ version: '1', validFrom, period }] as const;

/**
 * The deadlines of a coordinating unit's work. A right moves forward to a working day; a duty does not, since that would give the municipality time
 * at the citizen's cost. What is owed on a day off is to be done on the last working day before.
 */
export const rules = {
  PRELIM_REPLY: { kind: 'DUTY', legalBasis: 'fvl § 11 a', roll: 'NONE', versions: once('1996-01-01', 'P1M') },
  DECISION_TIME: { kind: 'TARGET', legalBasis: 'fvl § 11 a', roll: 'NONE', versions: once(always, 'P1M') },
  COMPLAINT_PBRL: {
    kind: 'RIGHT',
    legalBasis: 'pbrl § 7-5',
    roll: 'FORWARD',
    versions: once('2012-01-01', 'P4W'),
  },
  COMPLAINT_FVL: {
    kind: 'RIGHT',
    legalBasis: 'fvl § 29',
    roll: 'FORWARD',
    versions: once('1970-01-01', 'P3W'),
  },
  COMPLAINT_LATE: {
    kind: 'OUTER_LIMIT',
    legalBasis: 'fvl § 31',
    roll: 'FORWARD',
    versions: once(always, 'P1Y'),
  },
  COMPLAINT_HANDLING: { kind: 'TARGET', legalBasis: 'fvl § 33', roll: 'NONE', versions: once(always, 'P3W') },
  PLAN_REVIEW: {
    kind: 'DUTY',
    legalBasis: 'forskrift om individuell plan',
    roll: 'NONE',
    versions: once(always, 'P12M'),
  },
  KE_MEETING: { kind: 'DUTY', legalBasis: 'kommunens rutine', roll: 'NONE', versions: once(always, 'P6M') },
  CHILD_16: { kind: 'AGE', legalBasis: 'pbrl §§ 4-3, 4-4', roll: 'NONE', versions: once(always, 'P16Y') },
  CHILD_18: { kind: 'AGE', legalBasis: 'pbrl § 2-5 c', roll: 'NONE', versions: once(always, 'P18Y') },
  CONSENT_EXPIRY: { kind: 'EXPIRY', legalBasis: 'pbrl § 4-1', roll: 'NONE', versions: once(always, 'P1Y') },
} as const satisfies Readonly<Record<string, Rule>>;

/** One that has a period of its own; `GROUNDS_REQUEST` begins the period of a complaint anew. */
export type RuleId = keyof typeof rules | 'GROUNDS_REQUEST';
export const ruleIds = [...(Object.keys(rules) as (keyof typeof rules)[]), 'GROUNDS_REQUEST'] as const;
export const isRuleId = (text: string): text is RuleId => ruleIds.some((one) => one === text);
export type ComplaintRule = 'COMPLAINT_PBRL' | 'COMPLAINT_FVL';

/** The version in force on a day; the first also before it, where only the arithmetic is asked. */
export function versionOn(versions: readonly RuleVersion[], day: Day, isArithmetic = false): RuleVersion {
  const ordered = versions.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
  const found =
    ordered.findLast(({ validFrom }) => validFrom <= day) ?? (isArithmetic ? ordered[0] : undefined);
  if (found === undefined) throw new RangeError(`No version of the rule was in force on ${day}`);
  return found;
}

/** The rules whose length the law sets, and of which another version may be tried before it holds. */
export const lawRules = ['PRELIM_REPLY', 'COMPLAINT_PBRL', 'COMPLAINT_FVL'] as const;
export type LawRule = (typeof lawRules)[number];

/** Versions to compute by instead of those that are in force, by their rule. */
export type RuleTables = { readonly [Rule in LawRule]?: readonly RuleVersion[] };
