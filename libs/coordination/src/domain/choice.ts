/** What the person chooses: a plan, or a coordinator (A3, A4). */
export type Choosable = 'PLAN' | 'COORDINATOR';

/** What the person said of it on a day. It holds until the next time. */
export interface Choice {
  readonly of: Choosable;
  readonly isYes: boolean;
  readonly on: string;
}

/** The day of the no that stands on that day, the last word where none is told; undefined where there is none. */
export function noTo(of: Choosable, choices: readonly Choice[], day = '9999'): string | undefined {
  const last = choices
    .filter((one) => one.of === of && one.on <= day)
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .at(-1);
  return last?.isYes === false ? last.on : undefined;
}

/** The day of the first no after that day: by then what had begun, had ended. */
export const noAfter = (of: Choosable, choices: readonly Choice[], day: string): string | undefined =>
  choices
    .filter((one) => one.of === of && !one.isYes && day < one.on)
    .map(({ on }) => on)
    .toSorted()[0];

/** Whether a no stands in the way on that day. A decision that grants it since opens it again. */
export function isRefused(
  of: Choosable,
  choices: readonly Choice[],
  day: string,
  grant: { readonly decidedOn: string | undefined } | undefined,
): boolean {
  const no = noTo(of, choices, day);
  return no !== undefined && (grant?.decidedOn ?? '') <= no;
}
