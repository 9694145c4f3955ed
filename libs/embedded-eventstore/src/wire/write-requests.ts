import type { ExpectedRevision } from '../event-store.js';
import { invalidArgument } from '../grpc/status.js';
import type { ProposedEvent } from './event-frame.js';
import { MessageReader } from './protobuf.js';
import { nested, readStreamIdentifier, readUuid } from './request-parts.js';

/** The options of an append or a deletion. */
export interface WriteOptions {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Milliseconds since 1970; undefined without a deadline. */
  readonly deadline: number | undefined;
}

export function readWriteOptions(reader: MessageReader): WriteOptions {
  let stream: string | undefined;
  let expected: ExpectedRevision = 'any';
  let deadline: number | undefined;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        stream = readStreamIdentifier(reader.message());
        break;
      case 2:
        expected = reader.uint();
        break;
      case 3:
        reader.skip();
        expected = 'no_stream';
        break;
      case 4:
        reader.skip();
        expected = 'any';
        break;
      case 5:
        reader.skip();
        expected = 'stream_exists';
        break;
      case 6:
        deadline = readTime(reader.message());
        break;
      case 7:
        deadline = Date.now() + readTime(reader.message());
        break;
      default:
        reader.skip();
    }
  }
  if (stream === undefined) throw invalidArgument('The request names no stream.');
  return { stream, expected, deadline };
}

/** The options of a `Delete` or `Tombstone` request. */
export function readDeleteRequest(message: Buffer): WriteOptions {
  const [options] = nested(message, 1);
  if (!options) throw invalidArgument('The request has no options.');
  return readWriteOptions(options);
}

/** Seconds and nanoseconds, as milliseconds. */
function readTime(reader: MessageReader): number {
  let milliseconds = 0;
  while (reader.next()) {
    if (reader.field === 1) milliseconds += reader.int() * 1000;
    else if (reader.field === 2) milliseconds += reader.int() / 1_000_000;
    else reader.skip();
  }
  return milliseconds;
}

/** A proposed event as it came: what is missing in it is found where it is appended. */
export function readProposedEvent(
  reader: MessageReader,
): ProposedEvent & { readonly contentType: string | undefined } {
  let id = '';
  let type = '';
  let contentType: string | undefined;
  let metadata: Uint8Array = Buffer.alloc(0);
  let data: Uint8Array = Buffer.alloc(0);
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        id = readUuid(reader.message());
        break;
      case 2: {
        const entry = reader.message();
        let key = '';
        let value = '';
        while (entry.next()) {
          if (entry.field === 1) key = entry.string();
          else if (entry.field === 2) value = entry.string();
          else entry.skip();
        }
        if (key === 'type') type = value;
        if (key === 'content-type') contentType = value;
        break;
      }
      case 3:
        metadata = reader.bytesField();
        break;
      case 4:
        data = reader.bytesField();
        break;
      default:
        reader.skip();
    }
  }
  return { id, type, isJson: contentType === 'application/json', metadata, data, contentType };
}

/** One message of a `BatchAppend` call: a whole append, or a part of one. */
interface BatchAppendMessage {
  /** As the client wrote it: it gets the same bytes back. */
  readonly correlation: Buffer;
  readonly options: WriteOptions | undefined;
  readonly events: readonly MessageReader[];
  readonly isFinal: boolean;
}

export function readBatchAppend(message: Buffer): BatchAppendMessage {
  const reader = new MessageReader(message);
  let correlation: Buffer | undefined;
  let options: WriteOptions | undefined;
  let isFinal = false;
  const events: MessageReader[] = [];
  while (reader.next()) {
    if (reader.field === 1) correlation = reader.bytesField();
    else if (reader.field === 2) options = readWriteOptions(reader.message());
    else if (reader.field === 3) events.push(reader.message());
    else if (reader.field === 4) isFinal = reader.bool();
    else reader.skip();
  }
  if (!correlation) throw invalidArgument('The append has no correlation id.');
  return { correlation, options, events, isFinal };
}
