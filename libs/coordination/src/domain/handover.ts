import { refusals } from '#event-sourcing/refusals';
import { releasesEndingNeed } from './codes.js';
import type { Appointment, Coordination, Handover } from './coordination.js';

export const handoverRefusals = refusals('coordination', {
  'no-such-handover': [
    'There is no such handover of this person’s coordination.',
    'Det er ikke skrevet noen slik overlevering for denne personen.',
    'Det er ikkje skrive noka slik overlevering for denne personen.',
  ],
  'handover-acknowledged': [
    'This handover was acknowledged already. Who takes over later needs one of her own.',
    'Denne overleveringen er allerede bekreftet mottatt. Den som tar over senere, trenger en egen.',
    'Denne overleveringa er alt stadfesta motteken. Den som tek over seinare, treng ei eiga.',
  ],
  'not-successor': [
    'This coordinator did not take over from the one who handed over.',
    'Denne koordinatoren tok ikke over etter den som overleveringen er fra.',
    'Denne koordinatoren tok ikkje over etter den som overleveringa er frå.',
  ],
  'no-successor': [
    'Nobody has taken over yet. Appoint who is to, and record then that the handover was read.',
    'Ingen har tatt over ennå. Oppnevn den som skal ta over, og registrer deretter at overleveringen er lest.',
    'Ingen har teke over enno. Nemn opp den som skal ta over, og registrer deretter at overleveringa er lesen.',
  ],
  'date-order.handover': [
    'Who hands over had not begun by that day.',
    'Den som overleverer, hadde ikke begynt den dagen.',
    'Den som overleverer, hadde ikkje byrja den dagen.',
  ],
  'date-order.acknowledged': [
    'A handover is acknowledged on or after the day on which it was written.',
    'En overlevering blir bekreftet samme dag som den ble skrevet, eller senere.',
    'Ei overlevering blir stadfesta same dagen som ho vart skriven, eller seinare.',
  ],
});
const { refusal } = handoverRefusals;

type Beginning = Pick<Appointment, 'appointmentId' | 'kind' | 'validFrom'>;

/** The same place, or the child coordinator after whom an ordinary one follows (pbrl § 2-5c). */
const isBefore = (one: Appointment, { appointmentId, kind, validFrom }: Beginning) =>
  one.appointmentId !== appointmentId &&
  one.validFrom < validFrom &&
  one.validFrom !== one.releasedOn &&
  (one.kind === kind || (one.releaseReason === 'TURNED_18' && kind === 'ORDINARY'));

/**
 * Whose work an appointment takes over: named as succeeded, else of whoever coordinated last before its first day, stood in for or gone.
 * Nobody's where the need had ended since.
 */
export function precededBy(
  { appointments }: Coordination,
  beginning: Beginning,
  succeeds: string | undefined,
): string | undefined {
  if (succeeds !== undefined) return succeeds;
  const last = appointments
    .filter((one) => isBefore(one, beginning))
    .toSorted((one, other) => {
      const [ends, endsOther] = [one, other].map(({ releasedOn = '9999' }) => releasedOn);
      return (ends ?? '') < (endsOther ?? '') ? -1 : Number(ends !== endsOther);
    })
    .at(-1);
  const isOver = releasesEndingNeed.some((reason) => reason === last?.releaseReason);
  return isOver ? undefined : last?.appointmentId;
}

export function handoverNamed({ handovers }: Coordination, handoverId: string): Handover {
  const handover = handovers.find((one) => one.handoverId === handoverId);
  if (!handover) throw refusal('no-such-handover');
  return handover;
}

/** Who took over last from this appointment, and has not left by that day: notice for a later one makes no difference. */
export function successorTo({ appointments }: Coordination, appointmentId: string, day: string): string {
  const successor = appointments.findLast(
    ({ takesOverFrom, releasedOn = '9999' }) => takesOverFrom === appointmentId && day < releasedOn,
  );
  if (!successor) throw refusal('no-successor');
  return successor.appointmentId;
}
