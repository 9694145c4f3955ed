import { always, copied, copyOf, foldOf, listed, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';
import { partyEvents } from '#municipality';
import { subjectEvents } from '#subject';

const handled = [subjectEvents, partyEvents];
const copy = copyOf(handled);
/** A person whom the unit serves, or a party to it. Names and numbers are sealed; the index for searching is in the API's memory. */
export const columns = {
  /** The subject's or the party's id. */
  person_id: always(),
  kind: always<'SUBJECT' | 'PARTY'>(),
  given_name: copy('SubjectRegistered.givenName'),
  family_name: copy('SubjectRegistered.familyName'),
  identity_number: copy('SubjectRegistered.identityNumber', 'SubjectIdentityLinked.identityNumber'),
  birth_date: copy('SubjectRegistered.birthDate'),
  birth_year: copy('SubjectRegistered.birthYear'),
  protected_address: copy('SubjectRegistered.protectedAddress'),
  /** A party's name, as given. */
  name: copy('PartyRegistered.name'),
  party_kind: copy('PartyRegistered.kind'),
  unit: copy('PartyRegistered.unit'),
  /** The keys of the person's own record are destroyed: nothing here opens any more. */
  disposed: always<boolean>('boolean'),
  disposed_classes: listed<string>('text[]'),
};
export type PersonRow = RowOf<typeof columns>;

const unreadable = { given_name: null, family_name: null, identity_number: null, birth_date: null };

/** One row a registered person or party. */
export const people = defineProjection<PersonRow, (typeof handled)[number]>({
  name: 'people',
  version: 1,
  sees: 'effective',
  handles: handled,
  // The index of names in the API's memory opens all of them when it starts.
  sealed: 'whole',
  keyColumn: 'person_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => ('partyId' in data ? data.partyId : data.subjectId),
  fold: foldOf(handled, columns, {
    begin: {
      SubjectRegistered: ({ subjectId }) => ({ person_id: subjectId, kind: 'SUBJECT', disposed: false }),
      PartyRegistered: ({ partyId }) => ({ person_id: partyId, kind: 'PARTY', disposed: false }),
    },
    folds: {
      SubjectRegistered: copied,
      // A number tells a birth or none; what was told before it stays.
      SubjectIdentityLinked: ({ birthDate, birthYear }, row) => ({
        birth_date: birthDate ?? row.birth_date,
        birth_year: birthYear ?? row.birth_year,
      }),
      PersonalDataDisposed({ classes }, row) {
        const disposed_classes = [...new Set([...row.disposed_classes, ...classes])].toSorted();
        const disposed = disposed_classes.includes('PERSON');
        return { ...(disposed && unreadable), disposed, disposed_classes };
      },
      PartyRegistered: copied,
    },
  }),
});
