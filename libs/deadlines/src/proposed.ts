import { isRealDate } from '#vocabulary';
import { type LawRule, lawRules, type RuleVersion, rules } from './rules.js';

/** A version of a rule that is not in force yet. */
export interface ProposedVersion extends RuleVersion {
  readonly rule: LawRule;
}

const known = ['rule', 'version', 'validFrom', 'period', 'transition'];
/** No period of the law is longer, or nobody could count it. */
const most = 3_660;

/** What is wrong with a version that somebody wrote down, a sentence each; none where it is a `ProposedVersion`. */
export function faultsInVersion(told: unknown): readonly string[] {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return ['It must be one object.'];
  const { rule, version, validFrom, period, transition } = told as Readonly<Record<string, unknown>>;
  const of = lawRules.find((one) => one === rule);
  const shipped: readonly RuleVersion[] = of === undefined ? [] : rules[of].versions;
  const newest =
    shipped
      .map((one) => one.validFrom)
      .toSorted()
      .at(-1) ?? '';
  const isDay = typeof validFrom === 'string' && /^\d{4}-\d\d-\d\d$/.test(validFrom) && isRealDate(validFrom);
  const [, count] = typeof period === 'string' ? (/^P(\d{1,4})[DWMY]$/.exec(period) ?? []) : [];
  const days = Number(count ?? 0) * (unitDays[String(period).slice(-1)] ?? 0);
  return [
    ...Object.keys(told)
      .filter((name) => !known.includes(name))
      .map(() => `It has a field that no rule has; a rule has ${known.join(', ')}.`)
      .slice(0, 1),
    ...(of === undefined
      ? [`rule must be one of ${lawRules.join(', ')}: of no other the law sets the length.`]
      : []),
    ...(typeof version !== 'string' || !/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/.test(version)
      ? ['version must be a name of letters and digits, at most 40.']
      : shipped.some((one) => one.version === version)
        ? ['version must be another than that of a version which is in force already.']
        : []),
    ...(!isDay
      ? ['validFrom must be a day of the calendar, YYYY-MM-DD.']
      : of !== undefined && String(validFrom) <= newest
        ? [`validFrom must be after ${newest}, from when the version holds that is in force now.`]
        : []),
    ...(count === undefined || !(days >= 1 && days <= most)
      ? ['period must be of days, weeks, months or years, from one day to ten years: P6W, P1M.']
      : []),
    ...(transition === undefined || transition === 'LONGER_OF' || transition === 'TRIGGER_DATE'
      ? []
      : ['transition must be LONGER_OF or TRIGGER_DATE.']),
  ];
}

const unitDays: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };
