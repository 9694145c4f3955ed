import type { UnreadEvent } from '../../event-store.js';
import { arrivedEvent } from './arrived-event.js';
import { MessageReader } from './message.js';

/** What a read of `$all` or a subscription to it is answered with, as far as anybody asks. */
export type Answer =
  | { readonly kind: 'event'; readonly event: UnreadEvent }
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caughtUp' };

const confirmation: Answer = { kind: 'confirmation' };
const caughtUp: Answer = { kind: 'caughtUp' };

/** One answer of `Streams.Read`; undefined for those that nobody asks for, and for the server's own events, save marks that are wanted. */
export function answerIn(message: Buffer, withMarks = false): Answer | undefined {
  const reader = new MessageReader(message);
  while (reader.at < message.length) {
    const tag = reader.uint();
    switch (tag) {
      case 0x0a:
        return eventIn(reader, reader.end(), withMarks);
      case 0x12:
        return confirmation;
      case 0x1a:
        return { kind: 'checkpoint', position: commitPositionIn(reader, reader.end()) };
      case 0x42:
        return caughtUp;
      default:
        reader.skip(tag);
    }
  }
  return undefined;
}

/** Of a link, which is not followed, the event is the link itself. */
function eventIn(reader: MessageReader, end: number, withMarks: boolean): Answer | undefined {
  while (reader.at < end) {
    const tag = reader.uint();
    if (tag === 0x0a) {
      const event = arrivedEvent(reader, reader.end(), withMarks);
      return event && { kind: 'event', event };
    }
    reader.skip(tag);
  }
  return undefined;
}

/** The prepare position beside it is 0 on the wire. */
function commitPositionIn(reader: MessageReader, end: number): bigint {
  let position = 0n;
  while (reader.at < end) {
    const tag = reader.uint();
    if (tag === 0x08) position = reader.uint64();
    else reader.skip(tag);
  }
  return position;
}
