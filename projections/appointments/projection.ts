import { coordinationEvents } from '#coordination';
import { defineProjection } from '#event-sourcing/projection';

/** Who coordinates whom, from when, up to when. */
export type AppointmentRow = {
  /** The person's id and the appointment's: imports have given one id to all who had the same coordinator from the same day. */
  readonly appointment_id: string;
  readonly subject_id: string;
  readonly coordinator_id: string;
  readonly unit: string | null;
  readonly kind: string;
  /** Stands in. */
  readonly temporary: boolean;
  readonly valid_from: string;
  /** The day on which it no longer holds. */
  readonly released_on: string | null;
};

/** One row an appointment: what the persons of a coordinator, or of a unit, are found by. The person's whole history is in `coordination_register`. */
export const appointments = defineProjection<AppointmentRow, typeof coordinationEvents>({
  name: 'appointments',
  version: 10,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'appointment_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    appointment_id: 'text',
    subject_id: 'text',
    coordinator_id: 'text',
    unit: 'text',
    kind: 'text',
    temporary: 'boolean',
    valid_from: 'date',
    released_on: 'date',
  },
  key: ({ type, data }) =>
    type === 'CoordinatorAppointed' || type === 'CoordinatorReleased' ? keyOf(data) : undefined,
  fold(row, { type, data }) {
    if (type === 'CoordinatorReleased') return row && { ...row, released_on: data.releasedOn };
    if (type !== 'CoordinatorAppointed') return row;
    return {
      appointment_id: keyOf(data),
      subject_id: data.subjectId,
      coordinator_id: data.coordinatorId,
      unit: data.unit ?? null,
      kind: data.kind,
      temporary: data.temporary,
      valid_from: data.validFrom,
      released_on: null,
    };
  },
});

const keyOf = ({
  subjectId,
  appointmentId,
}: {
  readonly subjectId: string;
  readonly appointmentId: string;
}) => `${subjectId}.${appointmentId}`;
