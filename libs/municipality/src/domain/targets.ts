import { type CodeIn, codeList } from '#event-sourcing/codes';

/** What a municipality may set itself days for, each counted from one day to another. The law's own terms are none of these. */
export const targets = codeList('target', {
  /** From when the unit knew of the need, told or applied for. */
  RECEIVED_TO_MAPPED: ['fra mottatt til kartlagt', 'frå motteke til kartlagt'],
  RECEIVED_TO_DECIDED: ['fra mottatt til avgjort', 'frå motteke til avgjort'],
  DECIDED_TO_APPOINTED: [
    'fra innvilget til <coordinator> er oppnevnt',
    'frå innvilga til <coordinator> er oppnemnd',
  ],
  /** By the unit: changed as wished, forwarded or withdrawn. */
  COMPLAINT_HANDLED: [
    'fra klagen kom til den er endret eller sendt videre',
    'frå klaga kom til ho er endra eller send vidare',
  ],
});
export type TargetCode = CodeIn<typeof targets>;

interface Targeted {
  readonly targets?: readonly { readonly target: TargetCode; readonly days: number }[] | undefined;
}

const dayMs = 86_400_000;

/** The last day within that many calendar days of another; undefined where the profile sets none. */
export function targetDay(
  profile: Targeted | undefined,
  target: TargetCode,
  from: string,
): string | undefined {
  const days = profile?.targets?.find((one) => one.target === target)?.days;
  return days === undefined
    ? undefined
    : new Date(Date.parse(`${from}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
