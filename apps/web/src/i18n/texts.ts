import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { language, type Language, type Words } from './language.js';

type Texts = Readonly<Record<string, string>>;
/** What a text is asked for by: `days_one` and `days_other` are both `days`, told apart by `count`. */
type Key<T extends Texts> = keyof T extends infer K
  ? K extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : K extends string
      ? K
      : never
  : never;

export type Values = Readonly<Record<string, string | number>>;
export type Say<T extends Texts> = (key: Key<T>, values?: Values) => string;

/** The texts of one page or component in both languages; a hook says them in the one that is spoken, with the municipality's own words as `{{unit}}`, `{{coordinator}}`, `{{group}}` and `{{meeting}}`. */
export function texts<const T extends Texts>(
  name: string,
  both: { readonly nb: T; readonly nn: { readonly [K in keyof T]: string } },
): () => Say<T> {
  i18next.addResourceBundle('nb', name, both.nb);
  i18next.addResourceBundle('nn', name, both.nn);
  return function useTexts() {
    const { t } = useTranslation(name);
    return useCallback((key, values) => t(key, values ?? {}), [t]);
  };
}

/** Gives every text the municipality's own words, in the language that is spoken now. */
export function sayOwnWords(words: Readonly<Record<string, Words | null>>): void {
  const spoken = language();
  i18next.options.interpolation = {
    ...i18next.options.interpolation,
    defaultVariables: Object.fromEntries(
      Object.entries(words).map(([kind, word]) => [kind, word?.[spoken] ?? kind]),
    ),
  };
}

/** Says a text of the API in the language that is spoken. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation();
  const spoken = i18n.language as Language;
  return useCallback((words) => words[spoken], [spoken]);
}

/** The same for a text of a table, with the municipality's own words where it has `{{coordinator}}` and the like. */
export function useOwnText(): (words: Words) => string {
  const words = useWords();
  return useCallback(
    (both) => {
      const own = i18next.options.interpolation?.defaultVariables as Record<string, string> | undefined;
      return words(both).replace(/\{\{(\w+)\}\}/g, (_, kind: string) => own?.[kind] ?? kind);
    },
    [words],
  );
}

/** With a capital letter, as a sentence begins. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
