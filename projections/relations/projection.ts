import { defineProjection } from '#event-sourcing/projection';
import { subjectEvents } from '#subject';

/** That a party is somebody, or close to somebody, whom the unit serves, and when: to be found by the party. */
export type RelationRow = {
  readonly relation_id: string;
  readonly subject_id: string;
  readonly party_id: string;
  readonly valid_from: string;
  /** The last day on which it holds. */
  readonly valid_until: string | null;
  /** From that day on it holds no more. */
  readonly ended_on: string | null;
};

/** One row a relation; the person's own row has them too, to be read with the person. */
export const relations = defineProjection<RelationRow, typeof subjectEvents>({
  name: 'relations',
  version: 1,
  sees: 'effective',
  handles: [subjectEvents],
  keyColumn: 'relation_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    relation_id: 'text',
    subject_id: 'text',
    party_id: 'text',
    valid_from: 'date',
    valid_until: 'date',
    ended_on: 'date',
  },
  key: ({ type, data }) =>
    type === 'RelationRecorded' || type === 'RelationEnded' ? data.relationId : undefined,
  fold(row, { type, data }) {
    if (type === 'RelationEnded') return row && { ...row, ended_on: data.endedOn };
    if (type !== 'RelationRecorded') return row;
    const { relationId: relation_id, subjectId: subject_id, partyId: party_id } = data;
    const { validFrom: valid_from, validUntil: valid_until = null } = data;
    return { relation_id, subject_id, party_id, valid_from, valid_until, ended_on: null };
  },
});
