/** Parts with commas between them; what is not there is left out. */
export const joined = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(', ');

/** «a, b og c», in both written languages. */
export const listOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
