import { LogFault } from '#event-sourcing';
import type { Sealed } from '#event-sourcing/event';
import { allWords, areAlike, areSame, beginAlike, isNone, nameOf } from './compared-names.js';
import type { OpenedField } from './keys.js';
import { HeldText } from './held-text.js';
import { NamedPeople, type NamedPerson, type PersonKind, type Place } from './named-people.js';
import { inNorwegianOrder, wordsOf } from './name-words.js';

/** A name of before, sealed. */
export interface FormerName {
  readonly givenName: Sealed | null;
  readonly familyName: Sealed | null;
}

/** A row of the projection `people`, as sealed as it is stored. */
export interface PeopleRow {
  readonly tenant: string;
  readonly id: string;
  readonly kind: PersonKind;
  readonly givenName?: Sealed | null;
  readonly familyName?: Sealed | null;
  readonly formerNames?: readonly FormerName[] | null;
  /** A party's whole name. */
  readonly name?: Sealed | null;
  readonly birthDate?: Sealed | null;
  /** Never opened here: a number is found through `IdentityClaims.find`. */
  readonly identityNumber?: Sealed | null;
  readonly birthYear?: number | null;
  readonly protectedAddress?: boolean | null;
  /** The day on which the unit learned that the person is dead. */
  readonly deathToldOn?: string | null;
  /** The keys of the person's own record are destroyed. */
  readonly disposed?: boolean;
  /** Under whose id the person is found: this registration was one too many. */
  readonly mergedInto?: string | null;
}

/** What is shown of somebody who is in the index. */
export interface HeldPerson {
  readonly personId: string;
  readonly givenName: HeldText | null;
  readonly familyName: HeldText | null;
  readonly name: HeldText | null;
  readonly birthDate: HeldText | null;
  readonly birthYear: number | null;
  readonly protectedAddress: boolean | null;
  readonly deathToldOn: string | null;
  readonly mergedInto: string | null;
  /** Whoever is disposed of is not here. */
  readonly disposed: false;
}

export interface NameSearch {
  readonly tenant: string;
  readonly kind?: PersonKind;
  readonly name?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
}

/** Someone about to be registered. */
export interface NewPerson {
  readonly tenant: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly birthDate?: string;
  readonly hasNumber: boolean;
}

/** Somebody by a whole name, a party's as the family name. */
export interface Named {
  readonly tenant: string;
  readonly kind: PersonKind;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly birthDate?: string | undefined;
}
export interface Namesake {
  readonly id: string;
  readonly hasNumber: boolean;
}

type People = Map<string, NamedPeople>;

interface Opener {
  open(sealed: readonly Sealed[]): Promise<readonly OpenedField[]>;
}

/** Rows opened in one batch; others get a turn between them. */
const batch = 250;

/**
 * Names and birth dates, searchable, in this process's memory and nowhere else. Identity numbers are not in it. When a key is lost or a
 * field damaged, it halts: from then on everything that is asked of it fails with that error.
 */
export class NameIndex {
  readonly #keys: Opener;
  #tenants: People = new Map();
  /** Whose keys are destroyed: a batch that was being opened meanwhile must not bring them back. */
  readonly #forgotten = new Map<string, { readonly tenant: string; readonly owner: string }>();
  #fault: LogFault | undefined;
  /** Batches are applied in the order in which they came. */
  #last: Promise<void> = Promise.resolve();

  constructor(keys: Opener) {
    this.#keys = keys;
  }

  /** Why the index halted; undefined while all is well. */
  get fault(): LogFault | undefined {
    return this.#fault;
  }

  get size(): number {
    return [...this.#tenants.values()].reduce((sum, people) => sum + people.size, 0);
  }

  /** Starts anew with these rows, once they all have opened; also ends a halt. Until then it answers as before. */
  load(rows: AsyncIterable<PeopleRow> | Iterable<PeopleRow>): Promise<void> {
    return this.#inOrder(async () => {
      const people: People = new Map();
      let some: PeopleRow[] = [];
      for await (const row of rows) {
        some.push(row);
        if (some.length < batch) continue;
        await this.#put(some, people);
        some = [];
      }
      await this.#put(some, people);
      this.#tenants = people;
      this.#fault = undefined;
      for (const { tenant, owner } of this.#forgotten.values()) peopleIn(people, tenant).unname(owner);
    });
  }

  /** Puts these rows in the place of what was known of the same persons. */
  update(rows: readonly PeopleRow[]): Promise<void> {
    return this.#inOrder(async () => {
      this.#refuseAfterFault();
      for (let start = 0; start < rows.length; start += batch) {
        await this.#put(rows.slice(start, start + batch));
      }
    });
  }

  /** Takes out, at once and for good, someone whose keys are destroyed. */
  forget({ tenant, owner }: { readonly tenant: string; readonly owner: string }): void {
    this.#forgotten.set(forgottenKey(tenant, owner), { tenant, owner });
    peopleIn(this.#tenants, tenant).unname(owner);
  }

  /**
   * Ids of those for whom each word of `name` begins one of theirs, of now or of before, and whose birth date it is, in the order of their
   * names: all of them.
   */
  search({ tenant, kind = 'SUBJECT', name, birthDate }: NameSearch): string[] {
    this.#refuseAfterFault();
    const words = name === undefined ? [] : wordsOf(name);
    if (words.length === 0 && birthDate === undefined) return [];
    const people = this.#tenants.get(tenant);
    return survivorsIn(people, people?.all({ kind, words, birthDate }) ?? []);
  }

  /** These persons' ids in the order of the names that they are found under; those who have none here (disposed, not yet indexed) last. */
  inNameOrder(tenant: string, ids: readonly string[]): string[] {
    this.#refuseAfterFault();
    const people = this.#tenants.get(tenant);
    const nameOf = (id: string) => {
      const person = people?.get(id);
      return person && people?.survivorOf(person).sortName;
    };
    const named = ids.flatMap((id) => {
      const name = nameOf(id);
      return name === undefined ? [] : [{ id, name }];
    });
    const sorted = named.toSorted(
      (a, b) => inNorwegianOrder(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id)),
    );
    return [...sorted.map(({ id }) => id), ...ids.filter((id) => nameOf(id) === undefined).toSorted()];
  }

  /** The next of everybody, or of those whom a name finds, in the order of names: every registration, those that were merged too. */
  following(
    { tenant, name }: Pick<NameSearch, 'tenant' | 'name'>,
    after: Place | undefined,
    count: number,
  ): readonly Place[] {
    this.#refuseAfterFault();
    const people = this.#tenants.get(tenant);
    if (people === undefined) return [];
    if (name === undefined) return people.following(after, count);
    const words = wordsOf(name);
    const found = words.length === 0 ? [] : people.all({ kind: 'SUBJECT', words });
    return people.following(after, count, [...new Set(found.map((person) => people.survivorOf(person)))]);
  }

  /**
   * Ids of persons who may be this one, by any name that they have or had: born the same day with a given or family name alike but for a slip of
   * the keyboard, or with no name known of one; of the same first given name and family name where either birth date is unknown; or of the
   * very same name whatever the days, where one of the two has no identity number that would tell which is right.
   */
  likelyDoubles({ tenant, givenName, familyName, birthDate, hasNumber }: NewPerson): string[] {
    this.#refuseAfterFault();
    const name = nameOf(givenName, familyName);
    const people = this.#tenants.get(tenant);
    const mayBe = (person: NamedPerson) => {
      const { kind, names } = person;
      if (kind !== 'SUBJECT') return false;
      if (birthDate === undefined || person.birthDate === undefined) {
        return names.some((other) => beginAlike(name, other));
      }
      if (birthDate !== person.birthDate) {
        return !(hasNumber && person.hasNumber) && names.some((other) => areSame(name, other));
      }
      return isNone(name) || names.every(isNone) || names.some((other) => areAlike(name, other));
    };
    const [first] = allWords(name);
    const candidates = new Set([
      ...(birthDate === undefined ? [] : (people?.bornOn(birthDate) ?? [])),
      ...(first === undefined ? [] : (people?.withWord(first) ?? [])),
    ]);
    return survivorsIn(people, [...candidates].filter(mayBe));
  }

  /** Those of the very same name, now or before, and born that day where one is told: of a list, who has nothing else that tells them. */
  namesakes({ tenant, kind, givenName, familyName, birthDate }: Named): readonly Namesake[] {
    this.#refuseAfterFault();
    const name = nameOf(givenName, familyName);
    const people = this.#tenants.get(tenant);
    const [first] = allWords(name);
    const candidates = first === undefined ? [] : [...(people?.withWord(first) ?? [])];
    const found = candidates.filter(
      (person) =>
        person.kind === kind &&
        (birthDate === undefined || person.birthDate === birthDate) &&
        [...person.names, nameOf(person.name)].some((other) => areSame(name, other)),
    );
    const ids = new Set(survivorsIn(people, found));
    return [...ids].map((id) => ({ id, hasNumber: people?.get(id)?.hasNumber === true }));
  }

  /** What is shown of somebody; undefined where the index has them not: not loaded, disposed of, halted. Opens by `disclose` alone. */
  held(tenant: string, id: string): HeldPerson | undefined {
    const person = this.#fault === undefined ? this.#tenants.get(tenant)?.get(id) : undefined;
    if (person === undefined) return undefined;
    const owner = { tenant, owner: id, class: person.kind === 'SUBJECT' ? 'PERSON' : 'PARTY' } as const;
    const key = forgottenKey(tenant, id);
    const heldOf = (text: string | undefined) =>
      text === undefined ? null : new HeldText(owner, () => (this.#forgotten.has(key) ? undefined : text));
    const { givenName, familyName, name, birthDate, birthYear, protectedAddress, deathToldOn, mergedInto } =
      person;
    return {
      personId: id,
      givenName: heldOf(givenName),
      familyName: heldOf(familyName),
      name: heldOf(name),
      birthDate: heldOf(birthDate),
      birthYear,
      protectedAddress,
      deathToldOn,
      mergedInto,
      disposed: false,
    };
  }

  async #put(rows: readonly PeopleRow[], tenants: People = this.#tenants): Promise<void> {
    const wanted = rows.flatMap((row) => fieldsOf(row).filter((field) => field !== undefined));
    const opened = (await this.#keys.open(wanted)).values();
    const next = (field: Sealed | undefined) => (field === undefined ? undefined : opened.next().value);
    for (const row of rows) {
      const [givenName, familyName, name, birthDate, ...formerNames] = fieldsOf(row).map(next);
      const isDisposed = [givenName, familyName, name].some((field) => field?.status === 'disposed');
      if (isDisposed || this.#forgotten.has(forgottenKey(row.tenant, row.id))) {
        this.forget({ tenant: row.tenant, owner: row.id });
        continue;
      }
      const former = formerNames.map(textOf);
      const people = peopleIn(tenants, row.tenant);
      if (row.disposed === true) {
        people.unname(row.id);
        continue;
      }
      const texts = {
        givenName: textOf(givenName),
        familyName: textOf(familyName),
        name: textOf(name),
      };
      const names = [
        nameOf(texts.givenName, texts.familyName),
        ...(row.formerNames ?? []).map((_, at) => nameOf(former[2 * at], former[2 * at + 1])),
      ];
      const whole = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' ');
      people.put({
        ...texts,
        id: row.id,
        kind: row.kind,
        birthDate: textOf(birthDate),
        birthYear: row.birthYear ?? null,
        protectedAddress: row.protectedAddress ?? null,
        deathToldOn: row.deathToldOn ?? null,
        hasNumber: (row.identityNumber ?? null) !== null,
        mergedInto: row.mergedInto ?? null,
        names,
        words: [...new Set([...names.flatMap(allWords), ...wordsOf(texts.name ?? '')])],
        sortName: whole(texts.familyName, texts.givenName, texts.name),
      });
    }
  }

  #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work).catch((error: unknown) => {
      // A vault that cannot be reached is no fault: the same rows may open later.
      if (error instanceof LogFault) this.#fault ??= error;
      throw error;
    });
    this.#last = done.catch(() => {});
    return done;
  }

  #refuseAfterFault(): void {
    if (this.#fault) throw this.#fault;
  }
}

const fieldsOf = ({ givenName, familyName, name, birthDate, formerNames }: PeopleRow) =>
  [
    givenName,
    familyName,
    name,
    birthDate,
    ...(formerNames ?? []).flatMap((former) => [former.givenName, former.familyName]),
  ].map((field) => field ?? undefined);
const textOf = (field: OpenedField | undefined) => (field?.status === 'open' ? field.text : undefined);
const forgottenKey = (tenant: string, id: string) => `${tenant} ${id}`;

function peopleIn(tenants: People, tenant: string): NamedPeople {
  const people = tenants.get(tenant) ?? new NamedPeople();
  tenants.set(tenant, people);
  return people;
}

/** Under whom these are found, each once. */
function survivorsIn(people: NamedPeople | undefined, found: readonly NamedPerson[]): string[] {
  return [...new Set(found.map((person) => (people?.survivorOf(person) ?? person).id))];
}
