import {
  ageReachedOn,
  type AgeRule,
  type Birth,
  isOfAge,
  isUnderAge,
  type PlanSection,
  planSections,
} from '#vocabulary';
import type { ChildAge, WithholdingGround } from './codes.js';

/** Of an unknown birth, or one known by its year alone, the least that a parent may see counts. */
export function childAgeOn(birth: Birth, day: string): ChildAge {
  if (isUnderAge('WITHHOLDS', birth, day)) return 'UNDER_12';
  if (isUnderAge('CONSENT', birth, day)) return 'FROM_12';
  return isUnderAge('MAJORITY', birth, day) ? 'FROM_16' : 'ADULT';
}

/** By which age of the law each begins, the last first. */
const turns: readonly (readonly [Exclude<ChildAge, 'UNDER_12'>, AgeRule])[] = [
  ['ADULT', 'MAJORITY'],
  ['FROM_16', 'CONSENT'],
  ['FROM_12', 'WITHHOLDS'],
];

interface Turning {
  readonly birth: Birth;
  readonly day: string;
  /** The first days of the plans that run. */
  readonly plansSince: readonly string[];
}

/**
 * The age at which what parents see of a plan last changed, and on which day; where that came while the plan ran, in the year up to the day that is
 * asked of: what was longer ago is past, and with whomever a plan is begun later is heard of it then. Of a year of birth alone its last day counts.
 */
export function insightTurnedAt({ birth, day, plansSince }: Turning) {
  const [age, rule] = turns.find((turn) => isOfAge(turn[1], birth, day)) ?? [];
  if (rule === undefined || birth === undefined) return undefined;
  const since = ageReachedOn(rule, birth, day);
  const isRecent = yearBefore(day) < since && plansSince.some((startedOn) => startedOn < since);
  return isRecent ? { age, since } : undefined;
}

/** What came up to then is past on this day. */
export const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

interface AgeInsight {
  /** What who has parental responsibility sees by law, before anything is kept from them. */
  readonly sees: 'ALL' | 'REQUIRED' | 'NONE';
  /** On which grounds something is kept from them then. */
  readonly but: readonly WithholdingGround[];
  /** Which of these give way to what parental responsibility requires. */
  readonly yields: readonly WithholdingGround[];
}
interface InsightRule extends Readonly<Record<ChildAge, AgeInsight>> {
  /** From that day on; what was before the first goes by the first. */
  readonly from: string;
  readonly by: string;
}

/** What a parent may see of a child's plan: a change of the law is one more row. */
export const insightRules: readonly [InsightRule, ...InsightRule[]] = [
  {
    from: '2001-01-01',
    by: 'pbrl § 3-4',
    UNDER_12: { sees: 'ALL', but: ['WEIGHTY'], yields: [] },
    FROM_12: { sees: 'ALL', but: ['WEIGHTY', 'OWN_WISH'], yields: ['OWN_WISH'] },
    FROM_16: { sees: 'REQUIRED', but: ['WEIGHTY'], yields: [] },
    ADULT: { sees: 'NONE', but: [], yields: [] },
  },
];
export const insightRuleOn = (day: string): InsightRule =>
  insightRules.findLast(({ from }) => from <= day) ?? insightRules[0];

/** What was decided of the insight of parents: kept from them on a ground, or required by their responsibility where there is none. */
export interface InsightDecision {
  /** Of which parent; of every one where none is told. */
  readonly partyId?: string | null | undefined;
  readonly sections: readonly PlanSection[];
  readonly ground?: WithholdingGround | null | undefined;
  readonly decidedOn: string;
  /** From that day on it holds no more. */
  readonly endedOn?: string | null | undefined;
}

interface Seen {
  readonly birth: Birth;
  readonly day: string;
  readonly partyId: string;
  readonly decisions: readonly InsightDecision[];
}

/** The decisions that hold of one parent on a day. */
const holding = ({ decisions, partyId, day }: Omit<Seen, 'birth'>) =>
  decisions.filter(
    (one) =>
      one.decidedOn <= day &&
      (typeof one.endedOn !== 'string' || day < one.endedOn) &&
      (one.partyId ?? partyId) === partyId,
  );

/** The sections of a child's plan that who has parental responsibility sees by law on a day (pbrl § 3-4). */
export function seenByParent({ birth, ...asked }: Seen): PlanSection[] {
  const { sees, but, yields } = insightRuleOn(asked.day)[childAgeOn(birth, asked.day)];
  const decided = holding(asked);
  const has = (section: PlanSection, isMeant: (one: InsightDecision) => boolean) =>
    decided.some((one) => isMeant(one) && one.sections.includes(section));
  return planSections.codes.filter((section) => {
    const isRequired = has(section, ({ ground }) => typeof ground !== 'string');
    const isWithheld = has(section, ({ ground }) => {
      if (typeof ground !== 'string' || !but.includes(ground)) return false;
      return !(isRequired && yields.includes(ground));
    });
    return (sees === 'ALL' || (sees === 'REQUIRED' && isRequired)) && !isWithheld;
  });
}
