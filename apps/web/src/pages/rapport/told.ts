import { useCallback } from 'react';
import type { Read } from '../../api/read.js';
import { useWords } from '../../i18n/texts.js';

export type Report = Read<'/v1/reports/{reportId}'>['report'];
export type Action = Report['actions'][number];
export type Theme = Read<'/v1/reports/{reportId}/tables'>['unit'][number];
export type Table = Theme['tables'][number];
export type Breakdown = Table['breakdowns'][number];
export type Line = NonNullable<Breakdown['lines']>[number];
export type Shown = NonNullable<Table['total']>;

/** A text of the API that comes in both languages. */
export function usePair(): (pair: readonly string[]) => string {
  const words = useWords();
  return useCallback(([nb = '', nn = nb]) => words({ nb, nn }), [words]);
}

/** The least and the most that a count may be; the least for both where there is no end. */
export function boundsOf(shown: Shown): readonly [number, number] {
  if ('exact' in shown) return [shown.exact, shown.exact];
  return [shown.from, shown.to ?? shown.from];
}

/** A count as people read it. */
export function saidOf(
  shown: Shown,
): { readonly number: number } | { readonly few: true } | { readonly range: string } {
  if ('exact' in shown) return { number: shown.exact };
  const { from, to } = shown;
  if (from === 1 && to === 4) return { few: true };
  return { range: to === null ? `${from}+` : `${from}–${to}` };
}

/** By how much a number rose or fell; undefined where one of them is none. */
export const changeOf = (now: Shown | null, before: Shown | null): number | undefined =>
  now !== null && before !== null && 'exact' in now && 'exact' in before
    ? now.exact - before.exact
    : undefined;

/** What stands first of a table: of days the median, else the total. */
export function headOf({ isOfDays, total, before, trend }: Table) {
  if (!isOfDays) return { total, before, days: false };
  const [last, now] = [trend.at(-2), trend.at(-1)];
  const then = last && last.to === now?.from ? last.shown : null;
  return { total: now?.shown ?? null, before: then, days: true };
}

/** A table by its id, wherever it stands. */
export const tableIn = (themes: readonly Theme[], ...ids: readonly string[]): Table | undefined =>
  themes.flatMap(({ tables }) => tables).find(({ id }) => ids.includes(id));
