import { staffCompetenceEvents } from '#competence';
import { always, foldOf, listed, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';

/** A course that somebody completed. */
export interface CompletedCourse {
  readonly courseCode: string;
  readonly completedOn: string;
  readonly trainingId: string | null;
  readonly heldBy: Sealed | null;
}
export interface Guidance {
  readonly givenOn: string;
  readonly way: string;
  readonly givenById: string | null;
  readonly matter: Sealed;
}

export const columns = {
  party_id: always(),
  /** In the order of their days. */
  completed: listed<CompletedCourse>(),
  guidance: listed<Guidance>(),
};
export type StaffCompetenceRow = RowOf<typeof columns>;

/** One row for whoever of the staff learnt something or was guided: what the training matrix is made of. */
export const staffCompetence = defineProjection<StaffCompetenceRow, typeof staffCompetenceEvents>({
  name: 'staff_competence',
  version: 1,
  sees: 'effective',
  handles: [staffCompetenceEvents],
  keyColumn: 'party_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.partyId,
  fold: foldOf([staffCompetenceEvents], columns, {
    begin: ({ partyId }) => ({ party_id: partyId }),
    folds: {
      TrainingCompleted: ({ courseCode, completedOn, trainingId = null, heldBy = null }, { completed }) => ({
        completed: [...completed, { courseCode, completedOn, trainingId, heldBy }].toSorted((one, other) =>
          one.completedOn < other.completedOn ? -1 : Number(one.completedOn > other.completedOn),
        ),
      }),
      GuidanceGiven: ({ givenOn, way, givenById = null, matter }, { guidance }) => ({
        guidance: [...guidance, { givenOn, way, givenById, matter }].toSorted((one, other) =>
          one.givenOn < other.givenOn ? -1 : Number(one.givenOn > other.givenOn),
        ),
      }),
    },
  }),
});
