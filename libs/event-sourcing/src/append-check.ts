import { canonical, NotCanonical } from './canonical-json.js';
import { InvalidAppend, type NewEvent } from './event-store.js';

/** The server's limit for one append, data and metadata together, is 1,048,576 bytes; this leaves room for its own fields. */
export const maxAppendBytes = 1_040_000;
const maxEvents = 500;
const bytesPerEvent = 256;
/** A name of Samspor's own, or `no.samspor.case.decision-made.v1` of a copy for others. */
const typeForm = /^([A-Z][A-Za-z0-9]{0,99}|[a-z]+(\.[a-z0-9-]{1,50}){1,4})$/;

/**
 * The events in the form in which they are stored, when nothing about the append can upset the server or its client: an empty type
 * or an oversized append has killed the process or broken every append in flight (docs/event-sourcing.md). Else `InvalidAppend`.
 */
export function sendable(stream: string, events: readonly NewEvent[]): NewEvent[] {
  if (!/^[a-z][a-zA-Z]*-[0-9a-zA-Z][0-9a-zA-Z.-]{0,200}$/.test(stream)) {
    throw new InvalidAppend(
      'A stream is named <category>-<id>, letters, digits, dots and dashes, at most 200 in the id.',
    );
  }
  if (events.length === 0) throw new InvalidAppend(`An append to ${stream} holds no events.`);
  if (events.length > maxEvents) {
    throw new InvalidAppend(
      `An append to ${stream} holds ${events.length} events; ${maxEvents} are allowed.`,
    );
  }
  if (new Set(events.map(({ id }) => id)).size < events.length) {
    throw new InvalidAppend(`An append to ${stream} holds two events with the same id.`);
  }
  let bytes = 0;
  const checked = events.map((event) => {
    if (!typeForm.test(event.type)) {
      throw new InvalidAppend(
        `An append to ${stream} holds an event whose type is no PascalCase name, nor one of a CloudEvent.`,
      );
    }
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(event.id)) {
      throw new InvalidAppend(
        `${event.type} in an append to ${stream} has an id that is no uuid in lower case.`,
      );
    }
    const data = stored(stream, event, 'data');
    const metadata = stored(stream, event, 'metadata');
    bytes += data.bytes + metadata.bytes + bytesPerEvent;
    return { id: event.id, type: event.type, data: data.json, metadata: metadata.json };
  });
  if (bytes > maxAppendBytes) {
    throw new InvalidAppend(
      `An append to ${stream} has ${bytes} bytes; the event store takes ${maxAppendBytes} at once.`,
    );
  }
  return checked;
}

/** An object that `JSON.stringify` writes as its canonical JSON. */
function stored(stream: string, event: NewEvent, part: 'data' | 'metadata') {
  const fault = (what: string) =>
    new InvalidAppend(`${event.type}.${part} in an append to ${stream}: ${what}`);
  try {
    const text = canonical(event[part]);
    const json = JSON.parse(text) as NewEvent['data'];
    // Objects put keys like "10" before all others, whatever order they were written in.
    if (JSON.stringify(json) !== text) throw fault('keys that are numbers have no canonical place.');
    return { json, bytes: Buffer.byteLength(text) };
  } catch (error) {
    throw error instanceof NotCanonical ? fault(error.message) : error;
  }
}
