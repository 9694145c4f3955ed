import { refusals, Rejection } from '#event-sourcing/refusals';
import type { Recorded } from '#event-sourcing/event';

/** Why something may not stand: a stable code and a sentence for the person at the screen. */
export interface Offence {
  readonly code: `coordination/${string}`;
  readonly message: string;
}

export const offence = (code: Offence['code'], message: string): Offence => ({ code, message });

/** Throws the offence, where there is one, with the events that stand in the way. */
export function refuse(found: Offence | undefined, because: readonly Named[] = []): void {
  if (!found) return;
  const restsOn = because.map(({ id, type, stream }) => ({ eventId: id, type, stream }));
  throw new Rejection(found.code, { en: found.message, nb: found.message, nn: found.message }, restsOn);
}
type Named = Pick<Recorded, 'id' | 'type' | 'stream'>;

export const commonRefusals = refusals('coordination', {});

const earliest = '1900-01-01';

/** A day that has come, in a year that a living person's papers may hold. `what`: "The day of …". */
export function pastDay(day: string, today: string, what: string): Offence | undefined {
  if (day > today) return offence('coordination/future-date', `${what} cannot lie ahead of today.`);
  return notAncient(day, what);
}

export function notAncient(day: string, what: string): Offence | undefined {
  return day < earliest
    ? offence('coordination/too-early', `${what} cannot lie before the year 1900.`)
    : undefined;
}

/** Whom an event names must be registered: an id alone tells nobody who it is. */
export function partyOffence(partyIsKnown: boolean): Offence | undefined {
  return partyIsKnown
    ? undefined
    : offence(
        'coordination/unknown-party',
        'Nobody is registered under that party id in the municipality. Register the party first.',
      );
}

export function inOrder(first: string, last: string, message: string): Offence | undefined {
  return last < first ? offence('coordination/date-order', message) : undefined;
}

/** The same day a year later, for comparing; 29 February stays what it is. */
export const aYearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** What a case's decision granted, as the log had it when it was asked; nothing where there is no decision. */
export interface Grant {
  readonly subjectId: string | undefined;
  /** Items granted, wholly or in part. */
  readonly granted: readonly { readonly item: string }[];
  readonly refused: readonly string[];
  readonly decidedOn: string | undefined;
}
