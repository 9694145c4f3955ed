import { effective } from '#event-sourcing/effective';
import type { Recorded } from '#event-sourcing/event';
import { publicTypes } from './catalogue.js';
import { valuesOf } from './open-fields.js';
import { Telling } from './telling.js';
import type { View } from './view.js';

/** What stands behind a public event that a grant sees. */
export interface Behind {
  /** The event itself: of one that tells of a correction, the one that was corrected. */
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  /** The registration that it was recorded of. */
  readonly personId: string;
  /** The fields that only details show, as they read now, what is sealed still sealed; undefined where it was recorded in error. */
  readonly texts: Readonly<Record<string, unknown>> | undefined;
}

const byType = new Map(publicTypes.map((one) => [one.type, one]));

/** Undefined where the grant sees no event with this id in the stream, or none that it was given for its type. */
export function behind(view: View, stream: readonly Recorded[], id: string): Behind | undefined {
  const telling = new Telling(view);
  const told = stream.flatMap(() => telling.next(stream)).find(({ event }) => event.id === id);
  if (told === undefined) return undefined;
  const { subject, data } = told.event;
  const { eventId = id, eventType = told.event.type, personId } = data;
  const type = byType.get(String(eventType));
  // What tells of a person's registration is told whatever the grant names, so that nothing stands behind it.
  if (type?.consumerMust !== undefined) return undefined;
  const of = String(eventId);
  const standing = effective(stream).find((one) => one.id === of.slice(0, of.lastIndexOf('.')));
  return {
    eventId: of,
    type: String(eventType),
    subject,
    personId: String(personId),
    texts: standing && valuesOf(type?.details ?? {}, standing.data),
  };
}
