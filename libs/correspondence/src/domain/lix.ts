/** The reading ease of a text: words a sentence, and the share of words of more than six letters. Under 40 is easy to read. */
export function lix(text: string): number {
  const sentences = text
    .split(/[.!?]+(?=\s|$)|\n+/)
    .map(wordsIn)
    .filter(({ length }) => length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 0;
  const long = words.filter(({ length }) => length > 6).length;
  return words.length / sentences.length + (100 * long) / words.length;
}

const wordsIn = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}-]*/gu) ?? [];
