import { invalidArgument } from '../grpc/status.js';
import { MessageReader } from './protobuf.js';
import { readWriteOptions, type WriteOptions } from './stream-requests.js';

/** One message of a `BatchAppend` call: a whole append, or a part of one. */
export interface BatchAppendMessage {
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
