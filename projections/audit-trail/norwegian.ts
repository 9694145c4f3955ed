import { type Pair } from '#event-sourcing/codes';
import { isDisposed, isLeftOut, isUnprinted, isWithheld } from '#personal-data/opened';

// What Norwegian needs beside words: which of the two, days, lists and quotations.

export type Language = 'nb' | 'nn';

export const inLanguage = (language: Language, [nb, nn]: Pair): string => (language === 'nb' ? nb : nn);

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** `2026-03-02` as `2. mars 2026`. */
export function dayOf(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)}. ${months[Number(month) - 1] ?? month} ${year}`;
}

/** `a, b og c`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1);
  return words.length < 2 || last === undefined
    ? (last ?? '')
    : `${words.slice(0, -1).join(', ')} og ${last}`;
}

/** Somebody's own text, in quotation marks. */
export const quoted = (text: string): string => `«${text.trim()}»`;

/** A quotation that closes its own sentence closes ours. */
export const ended = (words: string, end: string): string =>
  /[.!?…]»$/.test(words) ? words : `${words}${end}`;

export const flagOf = (flag: boolean): string => (flag ? 'ja' : 'nei');

/** Stands where a text or a name was whose key is destroyed. */
export const deleted: Pair = ['[slettet]', '[sletta]'];

/** Stands where a text is that was recorded about the wrong person or in the wrong case. */
const withheld: Pair = [
  '[vises ikke: ført på feil person eller sak]',
  '[blir ikkje vist: ført på feil person eller sak]',
];

/** Stands in what goes out where a name is of somebody whose address is protected. */
export const unprinted: Pair = [
  '[skrives ikke ut: gradert adresse]',
  '[blir ikkje skrive ut: gradert adresse]',
];

/** Stands where somebody left a name or a text out of what goes to others. */
export const leftOut: Pair = ['[utelatt]', '[utelate]'];

/** What stands in the place of a text that is not shown; undefined for one that is. */
export const markOf = (value: unknown): Pair | undefined =>
  isDisposed(value)
    ? deleted
    : isUnprinted(value)
      ? unprinted
      : isLeftOut(value)
        ? leftOut
        : isWithheld(value)
          ? withheld
          : undefined;

/** A name in quotation marks, or what stands in its place, in the language that it is told in: bokmål, nynorsk. */
export const quotedName = (name: unknown, language: 0 | 1): string =>
  markOf(name)?.[language] ?? quoted(String(name));
