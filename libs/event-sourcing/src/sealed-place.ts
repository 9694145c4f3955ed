import type { Sealed } from './event.js';
import { type JsonObject, LogFault, type StoredEvent } from './event-store.js';
import { isEnvelope } from './sealing.js';

/** Where the log has a sealed text: what a read model keeps of it (docs/adr/0018). */
export type SealedPlace = Pick<Sealed, 'stream' | 'eventId' | 'field'>;

/** True for a place without its text. */
export function isPlace(value: unknown): value is SealedPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { stream, eventId, field, ...more } = value as Partial<SealedPlace>;
  const isWhole = [stream, eventId, field].every((part) => typeof part === 'string');
  return isWhole && Object.keys(more).length === 0;
}

/** A value as JSON holds it, with each sealed text in it, however deep, reduced to its place. What holds none is given back as it is. */
export function withPlaces<T>(value: T): T {
  return (typeof value === 'object' && value !== null ? reduced(value) : value) as T;
}

function reduced(value: object): object {
  if (isEnvelope(value)) {
    const { stream, eventId, field } = value as Sealed;
    return { stream, eventId, field };
  }
  const given = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(given)) {
    const inner = given[name];
    const held = withPlaces(inner);
    if (held === inner) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...given }) as Record<string, unknown>;
    copy[name] = held;
  }
  return copy ?? value;
}

/** The sealed text of a place, in its event. Fails with `LogFault` where the log does not have it. */
export function sealedAt(place: SealedPlace, event: StoredEvent | undefined): Sealed {
  const { stream, eventId, field } = place;
  let held: unknown = event?.data;
  for (const name of field.split('.')) held = (held as JsonObject | undefined)?.[name];
  if (!isEnvelope(held)) {
    throw new LogFault(`The log has no sealed text at ${field} of the event ${eventId} of ${stream}.`);
  }
  return { ...held, stream, eventId, field };
}
