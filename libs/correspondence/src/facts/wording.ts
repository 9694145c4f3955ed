import type { CodeList } from '#event-sourcing';
import type { Language } from '../domain/language.js';
import type { Words } from '../domain/template/catalogue.js';

/** What an item is called here. */
export type NameOf = (item: string) => string;

/** By the municipality's own words. */
export const namesIn =
  ({ coordinator, group }: Words): NameOf =>
  (item) => {
    const own: Readonly<Record<string, string | undefined>> = {
      INDIVIDUAL_PLAN: 'individuell plan',
      COORDINATOR: coordinator['bare'],
      CHILD_COORDINATOR: 'barnekoordinator',
      GROUP: group['bare'],
    };
    return own[item] ?? item;
  };

/** `individuell plan, koordinator og gruppe`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;

export const itemsInWords = (items: readonly string[], nameOf: NameOf): string => listed(items.map(nameOf));

export const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase('nb') + word.slice(1);

/** A code in words; one that is not known as it is written. */
export function wordOf({ words }: CodeList, code: string, language: Language): string {
  const all: Readonly<Record<string, readonly [string, string] | undefined>> = words;
  return all[code]?.[language === 'nb' ? 0 : 1] ?? code;
}
