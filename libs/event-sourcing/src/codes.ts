/** Bokmål and nynorsk. */
export type Pair = readonly [nb: string, nn: string];
/** The same in both. */
export const same = (word: string): Pair => [word, word];

/** A named list of codes, each with its word: declared once, beside the first event that has it; published by name in `/v1/labels`. */
export interface CodeList<C extends string = string> {
  readonly name: string;
  readonly codes: readonly C[];
  /** A word may hold `<unit>`, `<coordinator>` or `<group>`: what the municipality calls these itself. */
  readonly words: Readonly<Record<C, Pair>>;
}
export type CodeIn<L> = L extends CodeList<infer C> ? C : never;

/** Codes are in the order in which they are given. Of a list that the municipality keeps, these are the ones that have words here. */
export const codeList = <const W extends Readonly<Record<string, Pair>>>(
  name: string,
  words: W,
): CodeList<keyof W & string> => ({ name, codes: Object.keys(words) as (keyof W & string)[], words });

/** Whether the list has a word for it. */
export const isKnown = ({ words }: CodeList, code: string): boolean => Object.hasOwn(words, code);

/** Some of a list's codes, where no other will do. */
export const partOf = <C extends string, const Some extends readonly C[]>(
  list: CodeList<C>,
  ...codes: Some
): CodeList<Some[number]> => ({ ...list, codes });

/** What municipalities have a word of their own for; `theGroup` is the group in its definite form. */
export type OwnTerm = 'unit' | 'coordinator' | 'group' | 'theGroup';
export interface OwnWords extends Readonly<Record<OwnTerm, Pair>> {
  /** Of codes that it keeps itself, by the list's name. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, Pair>>>>;
}
export const usualWords: OwnWords = {
  unit: ['koordinerende enhet', 'koordinerande eining'],
  coordinator: same('koordinator'),
  group: same('ansvarsgruppe'),
  theGroup: same('ansvarsgruppa'),
};

/** What a code is called; the code itself where the list has no word for it. */
export function wordFor(list: CodeList, code: string, own: OwnWords = usualWords): Pair {
  const pair = own.codes?.[list.name]?.[code] ?? (isKnown(list, code) ? list.words[code] : undefined);
  return pair ? [filled(pair[0], own, 0), filled(pair[1], own, 1)] : same(code);
}

const filled = (word: string, own: OwnWords, language: 0 | 1) =>
  word.replaceAll(/<(unit|coordinator|group|theGroup)>/g, (_, of: OwnTerm) => own[of][language]);
