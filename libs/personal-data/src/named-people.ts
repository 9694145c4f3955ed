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
  readonly deathToldOn: string | null;
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

/** Where somebody stands in an order of names. */
export interface Place {
  readonly id: string;
  readonly rank: number;
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
  /** By whom they went into, those who were merged. */
  readonly #merged = new Map<string, Set<NamedPerson>>();
  /** Ids of persons whose names are destroyed, in order. */
  readonly #nameless: string[] = [];

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
    if (person.mergedInto !== null) addTo(this.#merged, person.mergedInto, person);
    insert(this.#inOrder, person, byName);
    if (person.birthDate !== undefined) addTo(this.#byBirthDate, person.birthDate, person);
    for (const word of person.words) {
      if (!this.#byWord.has(word)) insert(this.#words, word, byCodeUnits);
      addTo(this.#byWord, word, person);
    }
  }

  /** Takes out whose names are destroyed, but for the id. */
  unname(id: string): void {
    this.delete(id);
    insert(this.#nameless, id, byCodeUnits);
  }

  delete(id: string): void {
    const place = placeOf(this.#nameless, id, byCodeUnits);
    if (this.#nameless[place] === id) this.#nameless.splice(place, 1);
    const person = this.#byId.get(id);
    if (person === undefined) return;
    this.#byId.delete(id);
    this.#inOrder.splice(placeOf(this.#inOrder, person, byName), 1);
    if (person.mergedInto !== null) takeFrom(this.#merged, person.mergedInto, person);
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

  /** Under whom somebody is found: herself, unless her registration went into another that is here. */
  survivorOf(person: NamedPerson): NamedPerson {
    return (person.mergedInto === null ? undefined : this.#byId.get(person.mergedInto)) ?? person;
  }

  /**
   * The persons who stand after a place in the order of names, each with the other registrations that went into hers; who has no name any more
   * comes last. `among`: some of them, in that order.
   */
  following(after: Place | undefined, count: number, among?: readonly NamedPerson[]): Place[] {
    const order = among ?? this.#inOrder;
    const nameless = among ? [] : this.#nameless;
    const found: Place[] = [];
    const end = order.length + nameless.length;
    const start = this.#rankOf(after, order);
    let shown = 0;
    for (let rank = start; rank < end && found.length < shown + count; rank += 1) {
      const person = order[rank];
      const ids = person ? this.#idsOf(person) : [nameless[rank - order.length] ?? ''];
      found.push(...ids.map((id) => ({ id, rank })));
      // Several may stand at one rank.
      if (rank === start) shown = ids.indexOf(after?.id ?? '') + 1;
    }
    return found.slice(shown, shown + count);
  }

  /** Where to go on; where that person is found no more, at the rank that was hers. */
  #rankOf(after: Place | undefined, order: readonly NamedPerson[]): number {
    if (after === undefined) return 0;
    const person = this.#byId.get(after.id);
    if (person !== undefined) {
      const survivor = this.survivorOf(person);
      const rank =
        order === this.#inOrder ? placeOf(this.#inOrder, survivor, byName) : order.indexOf(survivor);
      return rank < 0 ? after.rank : rank;
    }
    const place = placeOf(this.#nameless, after.id, byCodeUnits);
    return this.#nameless[place] === after.id ? order.length + place : after.rank;
  }

  #idsOf(person: NamedPerson): string[] {
    if (person.kind !== 'SUBJECT' || this.survivorOf(person) !== person) return [];
    return [person, ...(this.#merged.get(person.id) ?? [])].map(({ id }) => id);
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
