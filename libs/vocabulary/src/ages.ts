/** What is known of a birth: the day, or the year alone. */
export type Birth = string | number | undefined;

interface AgeLimit {
  /** From that day on; what was before the first goes by the first. */
  readonly from: string;
  readonly years: number;
  readonly by: string;
}

/** Ages to which the law ties something, each with the day from which it does: a change of the law is one more row. */
export const ageLimits = {
  /** Consents alone. */
  CONSENT: [{ from: '2001-01-01', years: 16, by: 'pbrl §§ 4-3, 4-4' }],
  /** Is heard in one's own case; younger too, where able to form a view. */
  HEARD: [{ from: '2003-10-01', years: 7, by: 'barnelova § 31; pbrl §§ 3-1, 4-4' }],
  /** Keeps from the parents what is to be kept from them for reasons that should be respected. */
  WITHHOLDS: [{ from: '2001-01-01', years: 12, by: 'pbrl § 3-4' }],
  /** Is an adult. */
  MAJORITY: [{ from: '1979-07-01', years: 18, by: 'vgml § 8; pbrl § 2-5c' }],
} as const satisfies Readonly<Record<string, readonly [AgeLimit, ...AgeLimit[]]>>;
export type AgeRule = keyof typeof ageLimits;

/** The age that the law says on a day. */
export function yearsBy(rule: AgeRule, day: string): number {
  const limits: readonly [AgeLimit, ...AgeLimit[]] = ageLimits[rule];
  return (limits.findLast(({ from }) => from <= day) ?? limits[0]).years;
}

/** Whether somebody surely has that age on a day: of the year alone its last day tells that. An unknown birth does not. */
export const isOfAge = (rule: AgeRule, birth: Birth, day: string): boolean =>
  birth !== undefined && day >= birthday(birth, yearsBy(rule, day), '12-31');

/** Whether somebody surely has it not yet: of the year alone its first day tells that. An unknown birth does not. */
export const isUnderAge = (rule: AgeRule, birth: Birth, day: string): boolean =>
  birth !== undefined && day < birthday(birth, yearsBy(rule, day), '01-01');

/** The first day on which somebody surely has that age, by the law of a day; a day that there is. */
export function ageReachedOn(rule: AgeRule, birth: string | number, day: string): string {
  const reached = birthday(birth, yearsBy(rule, day), '12-31');
  const isDay = new Date(`${reached}T00:00:00Z`).toISOString().startsWith(reached);
  return isDay ? reached : `${reached.slice(0, 4)}-03-01`;
}

/** Born on 29 February one has it on 1 March: days order as text. */
const birthday = (birth: string | number, years: number, unknownDay: string): string =>
  typeof birth === 'number'
    ? `${birth + years}-${unknownDay}`
    : `${Number(birth.slice(0, 4)) + years}${birth.slice(4)}`;
