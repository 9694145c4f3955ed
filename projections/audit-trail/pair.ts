/** Bokmål and nynorsk. */
export type Pair = readonly [nb: string, nn: string];
export type Words = Readonly<Record<string, Pair>>;

/** The same in both. */
export const same = (word: string): Pair => [word, word];
