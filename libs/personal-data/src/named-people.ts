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

/** So many are compared one by one; where more may be meant, the first of all in order are met soon. */
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

  /** The first of those who are wanted, in the order of their names. */
  first(limit: number, { kind, words, birthDate }: Wanted): NamedPerson[] {
    const isWanted = (person: NamedPerson) =>
      person.kind === kind &&
      (birthDate === undefined || person.birthDate === birthDate) &&
      words.every((word) => person.words.some((own) => own.startsWith(word)));
    const found: NamedPerson[] = [];
    const few = this.#fewAmong(words, birthDate);
    if (few === undefined) {
      for (const person of this.#inOrder) {
        if (found.length === limit) break;
        if (isWanted(person)) found.push(person);
      }
      return found;
    }
    for (const person of few) {
      const last = found[limit - 1];
      if (!isWanted(person) || (last !== undefined && byName(person, last) > 0)) continue;
      insert(found, person, byName);
      if (found.length > limit) found.pop();
    }
    return found;
  }

  /** The fewest among whom all who are wanted must be; undefined where these are many. */
  #fewAmong(words: readonly string[], birthDate: string | undefined): Set<NamedPerson> | undefined {
    const sets = words.map((word) => this.#beginningWith(word));
    if (birthDate !== undefined) sets.push([this.#byBirthDate.get(birthDate) ?? new Set()]);
    const sizes = sets.map((some) => some.reduce((sum, { size }) => sum + size, 0));
    const least = Math.min(...sizes);
    if (least > fewPeople) return undefined;
    return new Set((sets[sizes.indexOf(least)] ?? []).flatMap((some) => [...some]));
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
