import { nearlySame, wordsOf } from './name-words.js';

/** The words of one name, as they are compared. */
export interface Name {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

export const nameOf = (given = '', family = ''): Name => ({ given: wordsOf(given), family: wordsOf(family) });
export const allWords = ({ given, family }: Name): readonly string[] => [...given, ...family];
export const isNone = (name: Name) => allWords(name).length === 0;

/** The very same, wherever the given name ends. */
export const areSame = (a: Name, b: Name) => !isNone(a) && allWords(a).join(' ') === allWords(b).join(' ');
/** The same first given name, and the same family name. */
export const beginAlike = (a: Name, b: Name) =>
  !isNone(a) && a.given[0] === b.given[0] && a.family.join(' ') === b.family.join(' ');
/** A given or a family name the same but for a slip of the keyboard. */
export const areAlike = (a: Name, b: Name) => meet(a.given, b.given) || meet(a.family, b.family);

const meet = (a: readonly string[], b: readonly string[]) =>
  a.some((one) => b.some((other) => nearlySame(one, other)));
