import type { Sealed } from '#event-sourcing';
import { type HeldPerson, type HeldText, isClose, type Viewer } from '#personal-data';
import { peopleByIds, type PersonView } from '#projections/people/queries';
import type { Asked } from './asked.js';

/** Of a name: opened by `disclose` alone, wherever it comes from. */
type Name = Sealed | HeldText | null;

/** A party by id, with the name where the viewer's read models have it. */
export interface NamedParty {
  readonly partyId: string;
  readonly name: Name;
}

export interface NamedSubject {
  /** Null in a list, where the address is protected. */
  readonly subjectId: string | null;
  readonly givenName: Name;
  readonly familyName: Name;
  readonly birthYear: number | null;
  readonly protectedAddress: boolean | null;
  readonly disposed: boolean;
}

/** The same, with the day of birth: where one person must not be taken for another. */
export interface NamedBorn extends NamedSubject {
  readonly subjectId: string;
  readonly birthDate: Name;
}

/** So often is a registration followed that was merged into one that was merged itself. */
const mostHops = 5;

/** Names for the ids of one answer, all of them still closed: those that lie in memory, and the others fetched at once, sealed. */
export class Names {
  private constructor(
    private readonly people: ReadonlyMap<string, PersonView | HeldPerson>,
    private readonly viewer: Viewer,
  ) {}

  static async of({ pool, viewer, today, names }: Asked, ids: readonly (string | null)[]): Promise<Names> {
    const held = await names.heldIn(viewer.tenants);
    const people = new Map<string, PersonView | HeldPerson>();
    const asked = new Set<string>();
    // Whoever went into another registration brings that one along, and so on.
    let wanted = [...new Set(ids.filter((id) => id !== null))];
    for (let hops = 0; wanted.length > 0 && hops <= mostHops; hops += 1) {
      const others = wanted.filter((id) => held(id) === undefined);
      const fetched = others.length === 0 ? [] : await peopleByIds(pool, viewer, others, { today });
      const found = [...wanted.flatMap((id) => held(id) ?? []), ...fetched];
      for (const person of found) people.set(person.personId, person);
      for (const id of wanted) asked.add(id);
      wanted = found.flatMap(({ mergedInto }) =>
        mergedInto === null || people.has(mergedInto) || asked.has(mergedInto) ? [] : [mergedInto],
      );
    }
    return new Names(people, viewer);
  }

  party(partyId: string): NamedParty;
  party(partyId: string | null): NamedParty | null;
  party(partyId: string | null): NamedParty | null {
    return partyId === null ? null : { partyId, name: this.#person(partyId)?.name ?? null };
  }

  born(subjectId: string): NamedBorn {
    const shown = { ...this.subject(subjectId), subjectId: this.survivor(subjectId) };
    return { ...shown, birthDate: this.#person(subjectId)?.birthDate ?? null };
  }

  /** Whether it is the id of a person or party whom the viewer's read models have. */
  knows(id: string): boolean {
    return this.#person(id) !== undefined;
  }

  /** The registration under which the person of this one goes on. */
  survivor(subjectId: string): string {
    return this.#person(subjectId)?.personId ?? subjectId;
  }

  /** Whether no list may tell who this is: under code 6 or 7, or whoever asks is that person or close to that one. */
  isProtected(subjectId: string): boolean {
    return isClose(this.viewer, subjectId) || this.#person(subjectId)?.protectedAddress === true;
  }

  /** As a list shows somebody: neither name nor id where the address is protected. */
  listed(subjectId: string): NamedSubject {
    const subject = this.subject(subjectId);
    return this.isProtected(subjectId)
      ? { ...subject, subjectId: null, givenName: null, familyName: null, birthYear: null }
      : subject;
  }

  subject(subjectId: string): NamedSubject {
    const person = this.#person(subjectId);
    return {
      subjectId: person?.personId ?? subjectId,
      givenName: person?.givenName ?? null,
      familyName: person?.familyName ?? null,
      birthYear: person?.birthYear ?? null,
      protectedAddress: person?.protectedAddress ?? null,
      disposed: person?.disposed ?? false,
    };
  }

  /** Of a registration that was merged, the survivor. */
  #person(id: string): PersonView | HeldPerson | undefined {
    let found = this.people.get(id);
    for (let hops = 0; hops < mostHops; hops += 1) {
      const survivor = this.people.get(found?.mergedInto ?? '');
      if (survivor === undefined) break;
      found = survivor;
    }
    return found;
  }
}

/** Whose data a row is: the registration's that its events name, and the survivor's, where that was merged. */
export const aboutOf =
  (names: Names) =>
  ({ subjectId }: { readonly subjectId: string | null }): string[] =>
    subjectId === null ? [] : [subjectId, names.survivor(subjectId)];
