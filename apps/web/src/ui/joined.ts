import { language } from '../i18n/language.js';

/** Parts with commas between them; what is not there is left out. */
export const joined = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(', ');

/** «a, b og c» */
export const listOf = (words: readonly string[]): string =>
  new Intl.ListFormat(language() === 'nn' ? 'nn' : 'nb', { type: 'conjunction' }).format(words);
