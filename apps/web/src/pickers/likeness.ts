/** What a name and a birth date tell of somebody. */
export interface Somebody {
  readonly givenName: string;
  readonly familyName: string;
  /** ISO. */
  readonly birthDate?: string | undefined;
}

const letters: Readonly<Record<string, string>> = { å: 'aa', đ: 'd', ð: 'd', ŋ: 'n', ŧ: 't' };

/** A name as it is compared: Åse and Aase, Šávdni and savdni are one. */
export const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åđðŋŧ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two people may be one: born the same day with a name alike, of the same name where a day is not known, or of the very same name. */
export function mayBeSame(one: Somebody, other: Somebody): boolean {
  const [given, family] = [folded(one.givenName), folded(one.familyName)];
  const [otherGiven, otherFamily] = [folded(other.givenName), folded(other.familyName)];
  if (given + family === '' || otherGiven + otherFamily === '') return false;
  if (one.birthDate !== undefined && one.birthDate === other.birthDate) {
    return isSlip(given, otherGiven) || isSlip(family, otherFamily);
  }
  const knowsBoth = one.birthDate !== undefined && other.birthDate !== undefined;
  const first = (names: string) => names.split(' ')[0];
  return (
    family === otherFamily && (given === otherGiven || (!knowsBoth && first(given) === first(otherGiven)))
  );
}

/** The same but for one letter that is missing, added, another, or changed places with its neighbour; short names not even that. */
function isSlip(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length - short.length > 1) return false;
  const at = Array.from(long).findIndex((letter, index) => letter !== short[index]);
  const rest = (text: string, from: number) => text.slice(at + from);
  if (short.length < long.length) return rest(long, 1) === rest(short, 0);
  const isSwapped = long[at] === short[at + 1] && long[at + 1] === short[at];
  return rest(long, 1) === rest(short, 1) || (isSwapped && rest(long, 2) === rest(short, 2));
}
