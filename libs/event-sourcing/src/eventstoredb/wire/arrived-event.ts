import { LogFault, markedStream, UnreadEvent } from '../../event-store.js';
import { field, type MessageReader } from './message.js';

/** How an entry of the map of an event's properties begins, or stands, on the wire: key = 1, value = 2. */
const typeIs = Buffer.concat([field(1, 'type'), Buffer.from([0x12])]);
const contentIsJson = Buffer.concat([field(1, 'content-type'), field(2, 'application/json')]);
const nothing: Buffer = Buffer.alloc(0);

/**
 * A recorded event, up to where it ends; undefined for the server's own, unless marks are wanted and it is one. Its JSON is kept as it came,
 * to be read by whoever needs it.
 */
export function arrivedEvent(
  reader: MessageReader,
  end: number,
  withMarks: boolean,
): UnreadEvent | undefined {
  let id = '';
  let stream = '';
  let revision = 0n;
  let position: bigint | undefined;
  let type = '';
  let isJson = false;
  let data = nothing;
  let metadata = nothing;
  while (reader.at < end) {
    const tag = reader.uint();
    switch (tag) {
      case 0x0a: // id { string = 2 }
        id = reader.textWithin(0x12);
        break;
      case 0x12: // stream_identifier { stream_name = 3 }
        stream = reader.textWithin(0x1a);
        break;
      case 0x18: // stream_revision
        revision = reader.uint64();
        break;
      case 0x28: // commit_position
        position = reader.uint64();
        break;
      case 0x32: {
        const entryEnd = reader.end();
        if (reader.passes(typeIs)) type = reader.text();
        else isJson ||= reader.passes(contentIsJson);
        reader.at = entryEnd;
        break;
      }
      case 0x3a: // custom_metadata
        metadata = reader.content();
        break;
      case 0x42: // data
        data = reader.content();
        break;
      default:
        reader.skip(tag);
    }
  }
  if (type.startsWith('$') || stream.startsWith('$')) {
    if (!withMarks || markedStream({ stream, type }) === undefined) return undefined;
  }
  if (position === undefined) {
    throw new LogFault(`The event store gave no position for the event ${id} of ${stream}.`);
  }
  return new UnreadEvent(stream, revision, position, id, type, isJson ? data : nothing, metadata);
}
