import { defineProjection, type Sealed } from '#event-sourcing/projection';
import { partyEvents } from '#municipality';
import { subjectEvents } from '#subject';

/** A person whom the unit serves, or a party to it. Names and numbers are sealed; the index for searching is in the API's memory. */
export type PersonRow = {
  /** The subject's or the party's id. */
  readonly person_id: string;
  readonly kind: 'SUBJECT' | 'PARTY';
  readonly given_name: Sealed | null;
  readonly family_name: Sealed | null;
  readonly identity_number: Sealed | null;
  readonly birth_date: Sealed | null;
  readonly birth_year: number | null;
  readonly protected_address: boolean | null;
  /** A party's name, as given. */
  readonly name: Sealed | null;
  readonly party_kind: string | null;
  readonly unit: string | null;
  /** The keys of the person's own record are destroyed: nothing here opens any more. */
  readonly disposed: boolean;
  readonly disposed_classes: readonly string[];
};

const nobody: Omit<PersonRow, 'person_id' | 'kind'> = {
  given_name: null,
  family_name: null,
  identity_number: null,
  birth_date: null,
  birth_year: null,
  protected_address: null,
  name: null,
  party_kind: null,
  unit: null,
  disposed: false,
  disposed_classes: [],
};

/** One row a registered person or party. */
export const people = defineProjection<PersonRow, typeof subjectEvents | typeof partyEvents>({
  name: 'people',
  version: 1,
  sees: 'effective',
  handles: [subjectEvents, partyEvents],
  keyColumn: 'person_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    person_id: 'text',
    kind: 'text',
    given_name: 'jsonb',
    family_name: 'jsonb',
    identity_number: 'jsonb',
    birth_date: 'jsonb',
    birth_year: 'integer',
    protected_address: 'boolean',
    name: 'jsonb',
    party_kind: 'text',
    unit: 'text',
    disposed: 'boolean',
    disposed_classes: 'text[]',
  },
  key: ({ data }) => ('partyId' in data ? data.partyId : data.subjectId),
  fold(row, event) {
    switch (event.type) {
      case 'SubjectRegistered': {
        const { subjectId, givenName, familyName, identityNumber, birthDate, birthYear, protectedAddress } =
          event.data;
        return {
          ...nobody,
          person_id: subjectId,
          kind: 'SUBJECT',
          given_name: givenName,
          family_name: familyName,
          identity_number: identityNumber ?? null,
          birth_date: birthDate ?? null,
          birth_year: birthYear ?? null,
          protected_address: protectedAddress,
        };
      }
      case 'SubjectIdentityLinked': {
        const { identityNumber, birthDate, birthYear } = event.data;
        return (
          row && {
            ...row,
            identity_number: identityNumber,
            birth_date: birthDate ?? row.birth_date,
            birth_year: birthYear ?? row.birth_year,
          }
        );
      }
      case 'PersonalDataDisposed': {
        if (!row) return undefined;
        const disposed_classes = [...new Set([...row.disposed_classes, ...event.data.classes])].toSorted();
        if (!disposed_classes.includes('PERSON')) return { ...row, disposed_classes };
        return {
          ...row,
          given_name: null,
          family_name: null,
          identity_number: null,
          birth_date: null,
          disposed: true,
          disposed_classes,
        };
      }
      case 'PartyRegistered': {
        const { partyId, kind, name, unit } = event.data;
        return { ...nobody, person_id: partyId, kind: 'PARTY', name, party_kind: kind, unit: unit ?? null };
      }
    }
  },
});
