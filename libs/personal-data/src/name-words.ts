const norwegian = new Intl.Collator('nb');
/** The order of Norwegian lists: æ, ø and å last, aa among the å's. */
export const inNorwegianOrder = (a: string, b: string) => norwegian.compare(a, b);

/** Letters of neighbours that Norwegians read as their own. */
const alike: Readonly<Record<string, string>> = {
  ä: 'æ',
  ö: 'ø',
  å: 'aa',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  þ: 'th',
};

/**
 * The words of a name as they are compared: lower case, é as e, Swedish ä and ö as æ and ø, and å as aa, so that Åse and Aase meet.
 * æ and ø stay letters of their own.
 */
export function wordsOf(name: string): string[] {
  const letters = Array.from(name.normalize('NFC').toLowerCase(), plain).join('');
  return letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function plain(letter: string): string {
  // O'Brien and OBrien are one.
  if (letter === "'" || letter === '’') return '';
  return (
    alike[letter] ??
    (letter === 'æ' || letter === 'ø' ? letter : letter.normalize('NFD').replace(/\p{M}/gu, ''))
  );
}

/** True when one slip of the keyboard lies between two words: a letter more, less, changed, or two swapped. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3 || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (word: string, skip: number) => word.slice(start + skip);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const swapped =
    short[start] === long[start + 1] && short[start + 1] === long[start] && rest(short, 2) === rest(long, 2);
  return swapped || rest(short, 1) === rest(long, 1);
}
