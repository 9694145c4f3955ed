import type { EarlierPerson, EarlierRow } from './row.js';

/** Somebody in a list, with every row of theirs. */
export interface ListedPerson {
  /** What tells who it is: equal for all rows of the person. Names and numbers: for keyed ids alone. */
  readonly key: string;
  readonly person: EarlierPerson;
  readonly rows: readonly EarlierRow[];
}

/** The people of a list, in the order of their first rows. Who stands with a number in one row and without in another is one. */
export function personsIn(rows: readonly EarlierRow[]): ListedPerson[] {
  const byName = new Map(
    rows.flatMap(({ person }) =>
      person.identityNumber === undefined ? [] : [[namedKey(person), person] as const],
    ),
  );
  const found = new Map<string, ListedPerson>();
  for (const row of rows) {
    const person = row.person.identityNumber === undefined ? byName.get(namedKey(row.person)) : undefined;
    const told = person ?? row.person;
    const key = keyOf(told);
    const before = found.get(key);
    found.set(key, {
      key,
      person: before?.person ?? told,
      rows: [...(before?.rows ?? []), row],
    });
  }
  return [...found.values()];
}

const keyOf = (person: EarlierPerson) =>
  person.identityNumber === undefined ? namedKey(person) : `number ${person.identityNumber}`;

/** Letters as people read them, whatever their case and the spaces between. */
export const namedKey = ({ givenName = '', familyName = '', birthDate = '' }: EarlierPerson) =>
  JSON.stringify(['name', plain(`${givenName} ${familyName}`), birthDate]);

const plain = (name: string) => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
