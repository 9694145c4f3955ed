import { never } from './days.js';
import type { HandoverWaiting, Told } from './row.js';

const nothingHandedOver: HandoverWaiting = {
  handover_kind: null,
  handover_since: null,
  handover_until: null,
  handover_party: null,
  handover_unit: null,
  handover_other: null,
  handover_released: null,
  handover_appointment: null,
  handover_id: null,
  handover_event: null,
};

/** Whoever took over and stays waits for what the one before left, until it is written and read (U7). */
export function handoverIn({ appointments, handovers, ended_on }: Told): HandoverWaiting {
  const waiting = appointments
    .filter(({ validFrom, releasedOn }) => validFrom !== releasedOn && ended_on === null)
    .flatMap((successor) => {
      const before = appointments.find((one) => one.appointmentId === successor.takesOverFrom);
      const left = handovers.filter((one) => one.appointmentId === successor.takesOverFrom);
      const isRead = left.some(({ readBy }) => readBy === successor.appointmentId);
      if (before === undefined || isRead) return [];
      const until = successor.releasedOn ?? never;
      return [{ successor, before, until, sheet: left.findLast(({ readBy }) => readBy === null) }];
    })
    .toSorted((one, other) => (one.until > other.until ? -1 : Number(one.until !== other.until)));
  const [first] = waiting;
  if (first === undefined) return nothingHandedOver;
  const { successor, before, until: handover_until, sheet } = first;
  const handover_appointment = before.appointmentId;
  if (sheet === undefined) {
    return {
      handover_kind: 'HANDOVER_TO_WRITE',
      handover_since: successor.validFrom,
      handover_until,
      handover_party: before.coordinatorId,
      handover_unit: before.unit,
      handover_other: successor.coordinatorId,
      handover_released: before.releasedOn,
      handover_appointment,
      handover_id: null,
      handover_event: successor.appointedBy,
    };
  }
  const { handoverId, writtenOn, eventId } = sheet;
  return {
    handover_kind: 'HANDOVER_TO_ACKNOWLEDGE',
    handover_since: writtenOn > successor.validFrom ? writtenOn : successor.validFrom,
    handover_until,
    handover_party: successor.coordinatorId,
    handover_unit: successor.unit,
    handover_other: before.coordinatorId,
    handover_released: null,
    handover_appointment,
    handover_id: handoverId,
    handover_event: eventId,
  };
}
