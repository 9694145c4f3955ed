import type { Name } from './compared-names.js';
import { inNorwegianOrder } from './name-words.js';

export type PersonKind = 'SUBJECT' | 'PARTY';

/** Somebody whose names lie opened in memory. */
export interface NamedPerson {
  readonly id: string;
  readonly kind: PersonKind;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  /** A party's whole name. */
  readonly name: string | undefined;
  readonly birthDate: string | undefined;
  readonly birthYear: number | null;
  readonly protectedAddress: boolean | null;
  readonly hasNumber: boolean;
  /** Under whose id the person is found. */
  readonly mergedInto: string | null;
  /** The name of now and those of before. */
  readonly names: readonly Name[];
  /** Of all names, as they are compared. */
  readonly words: readonly string[];
  /** What lists are ordered by. */
  readonly sortName: string;
}

export interface Wanted {
  readonly kind: PersonKind;
  /** Each begins one of the person's. */
  readonly words: readonly string[];
  readonly birthDate?: string | undefined;
}

/** So many are put in order; where more may be meant, the order of all is there already. */
const fewPeople = 1_000;

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: NamedPerson, b: NamedPerson) =>
  inNorwegianOrder(a.sortName, b.sortName) || byCodeUnits(a.id, b.id);

/** The people of one tenant, found by how their names begin and by birth date. */
export class NamedPeople {
  readonly #byId = new Map<string, NamedPerson>();
  readonly #byWord = new Map<string, Set<NamedPerson>>();
  readonly #byBirthDate = new Map<string, Set<NamedPerson>>();
  /** Those that `#byWord` has, in order, so that beginnings stand together. */
  readonly #words: string[] = [];
  readonly #inOrder: NamedPerson[] = [];

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): NamedPerson | undefined {
    return this.#byId.get(id);
  }

  bornOn(day: string): Iterable<NamedPerson> {
    return this.#byBirthDate.get(day) ?? [];
  }

  /** Those of whose names it is one whole word. */
  withWord(word: string): Iterable<NamedPerson> {
    return this.#byWord.get(word) ?? [];
  }

  put(person: NamedPerson): void {
    this.delete(person.id);
    this.#byId.set(person.id, person);
    insert(this.#inOrder, person, byName);
    if (person.birthDate !== undefined) addTo(this.#byBirthDate, person.birthDate, person);
    for (const word of person.words) {
      if (!this.#byWord.has(word)) insert(this.#words, word, byCodeUnits);
      addTo(this.#byWord, word, person);
    }
  }

  delete(id: string): void {
    const person = this.#byId.get(id);
    if (person === undefined) return;
    this.#byId.delete(id);
    this.#inOrder.splice(placeOf(this.#inOrder, person, byName), 1);
    if (person.birthDate !== undefined) takeFrom(this.#byBirthDate, person.birthDate, person);
    for (const word of person.words) {
      takeFrom(this.#byWord, word, person);
      if (!this.#byWord.has(word)) this.#words.splice(placeOf(this.#words, word, byCodeUnits), 1);
    }
  }

  /** Those who are wanted, in the order of their names. */
  all({ kind, words, birthDate }: Wanted): NamedPerson[] {
    const candidates = this.#fewestAmong(words, birthDate);
    const isWanted = (person: NamedPerson) =>
      candidates.has(person) &&
      person.kind === kind &&
      (birthDate === undefined || person.birthDate === birthDate) &&
      words.every((word) => person.words.some((own) => own.startsWith(word)));
    return candidates.size > fewPeople
      ? this.#inOrder.filter(isWanted)
      : [...candidates].filter(isWanted).toSorted(byName);
  }

  /** The fewest among whom all who are wanted must be. */
  #fewestAmong(words: readonly string[], birthDate: string | undefined): ReadonlySet<NamedPerson> {
    const sets = words.map((word) => this.#beginningWith(word));
    if (birthDate !== undefined) sets.push([this.#byBirthDate.get(birthDate) ?? new Set()]);
    const sizes = sets.map((some) => some.reduce((sum, { size }) => sum + size, 0));
    return new Set((sets[sizes.indexOf(Math.min(...sizes))] ?? []).flatMap((some) => [...some]));
  }

  #beginningWith(word: string): Set<NamedPerson>[] {
    const found: Set<NamedPerson>[] = [];
    for (let at = placeOf(this.#words, word, byCodeUnits); at < this.#words.length; at += 1) {
      const own = this.#words[at] ?? '';
      if (!own.startsWith(word)) break;
      const people = this.#byWord.get(own);
      if (people) found.push(people);
    }
    return found;
  }
}

/** Where the element stands in a sorted list, or would stand. */
function placeOf<T>(sorted: readonly T[], element: T, compare: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] as T, element) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const insert = <T>(sorted: T[], element: T, compare: (a: T, b: T) => number) =>
  void sorted.splice(placeOf(sorted, element, compare), 0, element);

function addTo<T>(sets: Map<string, Set<T>>, key: string, element: T): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([element]));
  else set.add(element);
}

function takeFrom<T>(sets: Map<string, Set<T>>, key: string, element: T): void {
  const set = sets.get(key);
  set?.delete(element);
  if (set?.size === 0) sets.delete(key);
}
