export interface Period {
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
}

const half = (year: number, part: 1 | 2): Period =>
  part === 1
    ? { from: `${year}-01-01`, to: `${year}-07-01` }
    : { from: `${year}-07-01`, to: `${year + 1}-01-01` };
const whole = (year: number): Period => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });

/** The years and half-years that have been, the newest first: those that a report can be of. */
export function periodsOver(today: string, years = 3): readonly Period[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: years }, (_, back) => year - back)
    .flatMap((one) => [whole(one), half(one, 2), half(one, 1)])
    .filter(({ to }) => to <= today);
}

/** Where a report of the same kind stands already, another would overlap it. */
export const isFree = (
  period: Period,
  standing: readonly (Period & { readonly replacedBy: string | null })[],
): boolean =>
  !standing.some(
    (one) =>
      one.replacedBy === null &&
      lengthOf(one) === lengthOf(period) &&
      one.from < period.to &&
      period.from < one.to,
  );

const monthsAt = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const lengthOf = ({ from, to }: Period) => monthsAt(to) - monthsAt(from);
