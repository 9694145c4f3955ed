import {
  always,
  copied,
  copyOf,
  foldOf,
  perhaps,
  recordsBy,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';
import { partyEvents } from '#municipality';

/** How somebody is reached at work, and from which day. */
export interface WorkContact {
  readonly telephone: Sealed | null;
  readonly email: Sealed | null;
  readonly setOn: string;
}

const copy = copyOf([partyEvents]);
export const columns = {
  party_id: always(),
  kind: copy('PartyRegistered.kind'),
  /** The unit of whom no engagement is recorded. */
  unit: copy('PartyRegistered.unit'),
  contact: perhaps<WorkContact>('jsonb'),
  engagements: recordsBy('engagementId', {
    engagementId: copy('StaffEngaged.engagementId'),
    unit: copy('StaffEngaged.unit'),
    role: copy('StaffEngaged.role'),
    represents: copy('StaffEngaged.represents'),
    title: copy('StaffEngaged.title'),
    employer: copy('StaffEngaged.employer'),
    engagedFrom: copy('StaffEngaged.engagedFrom'),
    /** The last day. */
    engagedUntil: copy('StaffEngaged.engagedUntil', 'EngagementEnded.endedOn'),
  }),
  substitutions: recordsBy('substitutionId', {
    substitutionId: copy('SubstituteNamed.substitutionId'),
    engagementId: copy('SubstituteNamed.engagementId'),
    substituteId: copy('SubstituteNamed.substituteId'),
    substitutesFrom: copy('SubstituteNamed.substitutesFrom'),
    /** The last day. */
    substitutesUntil: copy('SubstituteNamed.substitutesUntil', 'SubstitutionEnded.endedOn'),
  }),
  /** The last day of the last engagement; null while one has no end, and where none is recorded. */
  last_day: perhaps('date'),
  merged_into: copy('PartyMergedInto.survivorId'),
};
export type StaffRow = RowOf<typeof columns>;

function lastDayOf({ engagements }: StaffRow): string | null {
  const days = engagements.map(({ engagedUntil }) => engagedUntil ?? never);
  const last = days.reduce((one, other) => (other > one ? other : one), '');
  return last === '' || last === never ? null : last;
}
const never = '9999-12-31';

/** One row a party: in which units, from when to when, who stands in, and how they are reached. */
export const staff = defineProjection<StaffRow, typeof partyEvents>({
  name: 'staff',
  version: 1,
  sees: 'effective',
  handles: [partyEvents],
  keyColumn: 'party_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.partyId,
  fold: foldOf([partyEvents], columns, {
    begin: { PartyRegistered: ({ partyId }) => ({ party_id: partyId }) },
    folds: {
      PartyRegistered: copied,
      PartyLoginBound: copied,
      PartyNamedByLogin: copied,
      PartyRenamed: copied,
      PartyMergedInto: copied,
      StaffEngaged: copied,
      EngagementEnded: copied,
      SubstituteNamed: copied,
      SubstitutionEnded: copied,
      // Whichever day is the last holds, in whatever order they were recorded.
      StaffContactSet: ({ telephone = null, email = null, setOn }, { contact }) =>
        contact !== null && contact.setOn > setOn ? {} : { contact: { telephone, email, setOn } },
    },
    follows: (row) => ({ last_day: lastDayOf(row) }),
  }),
});
