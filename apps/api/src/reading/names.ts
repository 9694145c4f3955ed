import type { Sealed } from '#event-sourcing';
import { peopleByIds, type PersonView } from '#projections/people/queries';
import type { Asked } from './asked.js';

/** A party by id, with the name where the viewer's read models have it. */
export interface NamedParty {
  readonly partyId: string;
  readonly name: Sealed | null;
}

export interface NamedSubject {
  readonly subjectId: string;
  readonly givenName: Sealed | null;
  readonly familyName: Sealed | null;
  readonly birthYear: number | null;
  readonly protectedAddress: boolean | null;
  readonly disposed: boolean;
}

/** Names for the ids of one answer, fetched at once and still sealed. */
export class Names {
  private constructor(private readonly people: ReadonlyMap<string, PersonView>) {}

  static async of({ pool, viewer, today }: Asked, ids: readonly (string | null)[]): Promise<Names> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const found = wanted.length === 0 ? [] : await peopleByIds(pool, viewer, wanted, { today });
    return new Names(new Map(found.map((person) => [person.personId, person])));
  }

  party(partyId: string): NamedParty;
  party(partyId: string | null): NamedParty | null;
  party(partyId: string | null): NamedParty | null {
    return partyId === null ? null : { partyId, name: this.people.get(partyId)?.name ?? null };
  }

  subject(subjectId: string): NamedSubject {
    const person = this.people.get(subjectId);
    return {
      subjectId,
      givenName: person?.givenName ?? null,
      familyName: person?.familyName ?? null,
      birthYear: person?.birthYear ?? null,
      protectedAddress: person?.protectedAddress ?? null,
      disposed: person?.disposed ?? false,
    };
  }
}
