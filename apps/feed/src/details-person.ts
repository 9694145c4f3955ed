import { type Recorded, type Sealed } from '#event-sourcing';
import { people, type PersonRow } from '#projections/people/projection';

/** Who somebody is, as the register has it now, still sealed. */
export interface Person {
  readonly givenName: Sealed | null;
  readonly familyName: Sealed | null;
  readonly identityNumber: Sealed | null;
}

export interface Registered {
  /** Every registration on the way to the one that the person goes on under, that one last. */
  readonly ids: readonly string[];
  readonly isProtected: boolean;
  /** Something of the person's records was disposed of. */
  readonly isDisposed: boolean;
  readonly person: Person;
}

const fold = people.fold as unknown as (row: PersonRow | undefined, event: Recorded) => PersonRow | undefined;

/** By any registration; undefined where there is none. `standing` gives what holds of a registration's stream. */
export async function registered(
  id: string,
  standing: (id: string) => Promise<readonly Recorded[]>,
  before: readonly PersonRow[] = [],
): Promise<Registered | undefined> {
  let row: PersonRow | undefined;
  for (const event of await standing(id)) row = fold(row, event);
  if (row === undefined) return undefined;
  const all = [...before, row];
  const ids = all.map(({ person_id }) => person_id);
  const next = row.merged_into;
  if (next !== null && !ids.includes(next)) return registered(next, standing, all);
  return {
    ids,
    isProtected: all.some(({ protected_address }) => protected_address === true),
    isDisposed: all.some(({ disposed, disposed_classes }) => disposed || disposed_classes.length > 0),
    person: {
      givenName: row.given_name,
      familyName: row.family_name,
      identityNumber: row.identity_number,
    },
  };
}
