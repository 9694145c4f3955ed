import {
  always,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  recordsBy,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';
import { partyEvents } from '#municipality';
import { subjectEvents } from '#subject';

/** How somebody is reached, and from which day. Only the person's own page shows it. */
export interface ContactDetails {
  readonly address: Sealed | null;
  readonly telephone: Sealed | null;
  readonly email: Sealed | null;
  readonly languageForm: string | null;
  readonly interpreterLanguage: Sealed | null;
  readonly setOn: string;
}

/** A name and the day from which it held; null for the one that the person was registered with. */
export interface NameSince {
  readonly givenName: Sealed | null;
  readonly familyName: Sealed | null;
  readonly since: string | null;
}

const handled = [subjectEvents, partyEvents];
const copy = copyOf(handled);
/** A person whom the unit serves, or a party to it. Names and numbers are sealed; the index for searching is in the API's memory. */
export const columns = {
  /** The subject's or the party's id. */
  person_id: always(),
  kind: always<'SUBJECT' | 'PARTY'>(),
  given_name: copy('SubjectRegistered.givenName'),
  family_name: copy('SubjectRegistered.familyName'),
  /** In the order of their days, without the name of now. */
  former_names: listed<NameSince>(),
  /** From when the name of now holds. */
  name_since: perhaps('date'),
  identity_number: copy(
    'SubjectRegistered.identityNumber',
    'SubjectIdentityLinked.identityNumber',
    'SubjectIdentityReplaced.identityNumber',
  ),
  /** Numbers that were replaced, the newest last. */
  former_numbers: listed<Sealed>(),
  birth_date: copy('SubjectRegistered.birthDate'),
  birth_year: copy('SubjectRegistered.birthYear'),
  died_on: copy('SubjectDeceased.diedOn'),
  /** The day on which the unit learned that the person is dead. */
  death_told_on: copy('SubjectDeceased.toldOn'),
  /** Of the move of the latest day. */
  moved_on: perhaps('date'),
  moved_to: perhaps(),
  protected_address: copy('SubjectRegistered.protectedAddress'),
  contact: perhaps<ContactDetails>('jsonb'),
  /** Parents, guardians and next of kin, also those of before. */
  relations: recordsBy('relationId', {
    relationId: copy('RelationRecorded.relationId'),
    partyId: copy('RelationRecorded.partyId'),
    kind: copy('RelationRecorded.kind'),
    validFrom: copy('RelationRecorded.validFrom'),
    validUntil: copy('RelationRecorded.validUntil'),
    endedOn: copy('RelationEnded.endedOn'),
    endReason: copy('RelationEnded.reasonCode'),
    parentalResponsibility: copy('RelationRecorded.parentalResponsibility'),
    scope: copy('RelationRecorded.scope'),
    restriction: copy('RelationRecorded.restriction'),
    mayBeContacted: copy('RelationRecorded.mayBeContacted'),
    telephone: copy('RelationRecorded.telephone'),
    email: copy('RelationRecorded.email'),
  }),
  /** The person goes on under this registration. */
  merged_into: copy('SubjectMergedInto.survivorId', 'PartyMergedInto.survivorId'),
  /** The registrations that went into this one. */
  merged: listed<string>('text[]'),
  /** Under which of these the coordination goes on; null for the own one. */
  coordinated_as: perhaps(),
  /** Of a login's party the one that its token tells. */
  name: copy('PartyRegistered.name', 'PartyNamedByLogin.name', 'PartyRenamed.name'),
  party_kind: copy('PartyRegistered.kind'),
  unit: copy('PartyRegistered.unit'),
  /** The keys of the person's own record are destroyed: nothing here opens any more. */
  disposed: always<boolean>('boolean'),
  disposed_classes: listed<string>('text[]'),
};
export type PersonRow = RowOf<typeof columns>;

const textless = { scope: null, restriction: null, telephone: null, email: null };
const unreadable = {
  given_name: null,
  family_name: null,
  former_names: [],
  identity_number: null,
  former_numbers: [],
  birth_date: null,
  died_on: null,
  contact: null,
};

/** The names with one more: whichever day is the last has the name of now, in whatever order they were recorded. */
function renamed(row: PersonRow, name: NameSince) {
  const own = { givenName: row.given_name, familyName: row.family_name, since: row.name_since };
  const names = [...row.former_names, own, name].toSorted((a, b) => compare(a.since ?? '', b.since ?? ''));
  const now = names.pop() ?? own;
  return {
    given_name: now.givenName,
    family_name: now.familyName,
    name_since: now.since,
    former_names: names,
  };
}
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const unchanged = () => ({});

/** One row a registered person or party. */
export const people = defineProjection<PersonRow, (typeof handled)[number]>({
  name: 'people',
  version: 6,
  sees: 'effective',
  handles: handled,
  // The index of names in the API's memory opens all of them when it starts.
  sealed: 'whole',
  keyColumn: 'person_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => ('subjectId' in data ? data.subjectId : data.partyId),
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
      SubjectIdentityReplaced: ({ birthDate, birthYear }, row) => ({
        former_numbers: [...row.former_numbers, ...(row.identity_number ? [row.identity_number] : [])],
        birth_date: birthDate ?? row.birth_date,
        birth_year: birthYear ?? row.birth_year,
      }),
      SubjectRenamed: ({ givenName = null, familyName = null, validFrom }, row) =>
        renamed(row, { givenName, familyName, since: validFrom }),
      // Whichever day is the last holds, in whatever order they were recorded.
      ContactDetailsSet: (
        {
          address = null,
          telephone = null,
          email = null,
          languageForm = null,
          interpreterLanguage = null,
          setOn,
        },
        { contact },
      ) =>
        contact !== null && contact.setOn > setOn
          ? {}
          : { contact: { address, telephone, email, languageForm, interpreterLanguage, setOn } },
      SubjectDeceased: copied,
      SubjectMoved: ({ toMunicipalityNo = null, movedOn }, { moved_on }) =>
        moved_on !== null && moved_on > movedOn ? {} : { moved_on: movedOn, moved_to: toMunicipalityNo },
      RelationRecorded: copied,
      RelationEnded: copied,
      SubjectMergedInto: copied,
      SubjectMergedFrom: ({ mergedId, goesOn, protectedAddress }, { merged, coordinated_as, ...row }) => ({
        merged: [...merged, mergedId],
        protected_address: protectedAddress || row.protected_address,
        coordinated_as: goesOn === 'MERGED' ? mergedId : coordinated_as,
      }),
      PersonalDataDisposed({ classes }, row) {
        const disposed_classes = [...new Set([...row.disposed_classes, ...classes])].toSorted();
        const disposed = disposed_classes.includes('PERSON');
        const relations = row.relations.map((relation) => ({ ...relation, ...textless }));
        return { ...(disposed && { ...unreadable, relations }), disposed, disposed_classes };
      },
      DisposalRequested: unchanged,
      EntryDisposalRequested: unchanged,
      EntryTextsDisposed: unchanged,
      PartyRegistered: copied,
      PartyLoginBound: unchanged,
      PartyNamedByLogin: copied,
      PartyRenamed: copied,
      PartyMergedInto: copied,
      StaffEngaged: unchanged,
      EngagementEnded: unchanged,
      SubstituteNamed: unchanged,
      SubstitutionEnded: unchanged,
      StaffContactSet: unchanged,
    },
  }),
});
