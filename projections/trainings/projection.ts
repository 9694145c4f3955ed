import { trainingEvents } from '#competence';
import { always, begun, copied, copyOf, foldOf, perhaps, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';

const copy = copyOf([trainingEvents]);
export const columns = {
  training_id: always(),
  form: begun(copy('TrainingOffered.form')),
  course_code: copy('TrainingOffered.courseCode'),
  title: copy('TrainingOffered.title'),
  place: copy('TrainingOffered.place'),
  held_by: copy('TrainingOffered.heldBy'),
  /** The day on which it is to be held. */
  planned_on: begun(copy('TrainingOffered.plannedOn')),
  held_on: copy('TrainingHeld.heldOn'),
  participants: copy('TrainingHeld.participants'),
  note: copy('TrainingHeld.note'),
  cancelled_on: copy('TrainingCancelled.cancelledOn'),
  cancellation_reason: copy('TrainingCancelled.reason'),
  /** The day that it goes by in a list: on which it was held or, until then, is to be. */
  day: always('date'),
  /** The day after which something is to be recorded of it; null where nothing is. */
  waits_since: perhaps('date'),
  /** What was recorded last of it. */
  event_id: perhaps(),
};
export type TrainingRow = RowOf<typeof columns>;

const fold = foldOf([trainingEvents], columns, {
  begin: {
    TrainingOffered: ({ trainingId, form, plannedOn }) => ({
      training_id: trainingId,
      form,
      planned_on: plannedOn,
      day: plannedOn,
    }),
  },
  folds: { TrainingOffered: copied, TrainingHeld: copied, TrainingCancelled: copied },
  follows: ({ planned_on, held_on, cancelled_on }) => ({
    day: held_on ?? planned_on,
    waits_since: held_on === null && cancelled_on === null ? planned_on : null,
  }),
});

/** One row a course or professional day. */
export const trainings = defineProjection<TrainingRow, typeof trainingEvents>({
  name: 'trainings',
  version: 1,
  sees: 'effective',
  handles: [trainingEvents],
  keyColumn: 'training_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.trainingId,
  fold: (row, event) => {
    const after = fold(row, event);
    return after && { ...after, event_id: event.id };
  },
});
