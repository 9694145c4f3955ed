const norwegian = new Intl.Collator('nb');
/** The order of Norwegian lists: æ, ø and å last, aa among the å's. */
export const inNorwegianOrder = (a: string, b: string) => norwegian.compare(a, b);

/** What nobody sees: soft hyphens, joiners, marks of direction and variation. */
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** O'Brien, O’Brien, O´Brien and OBrien are one, whichever mark the keyboard had; Gal·la and Galla too. */
const apostrophes =
  /['`´·‘’‚‛′‵＇｀\u02B9\u02BB-\u02BF\u02C8\u02CA\u02CB\u02EE\u0374\u0384\u055A\u05F3\u07F4\u07F5\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE\u275B\u275C\uA78B\uA78C]/gu;

/** Letters of the same script that people read as these: those of neighbours, with the Sámi ones, and those that look alike. */
const alike: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ħ: 'h',
  ŋ: 'n',
  ǥ: 'g',
  ʒ: 'z',
  ŧ: 't',
  ł: 'l',
  ƶ: 'z',
  ǝ: 'ə',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};

/**
 * The words of a name as they are compared, which is as people see them: nothing invisible, lower case, é as e, Swedish ä and ö as æ and ø, and å as
 * aa, so that Åse and Aase meet. æ and ø stay letters of their own, and no letter is taken for one of another script.
 */
export function wordsOf(name: string): string[] {
  const visible = without(name).normalize('NFKD');
  // Through capitals, so that ß and SS, ı and I, ſ and S are one.
  const letters = Array.from(without(visible), (letter) => letter.toUpperCase().toLowerCase()).join('');
  const plain = letters
    .normalize('NFKD')
    .replaceAll(/a(?=\p{M}*\u030A)/gu, 'aa')
    .replaceAll(/a(?=\p{M}*\u0308)/gu, 'æ')
    .replaceAll(/o(?=\p{M}*\u0308)/gu, 'ø')
    .replaceAll(/\p{M}/gu, '');
  const read = Array.from(plain, (letter) => alike[letter] ?? letter).join('');
  return read.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

const without = (text: string) => text.replaceAll(ignorable, '').replaceAll(apostrophes, '');

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
