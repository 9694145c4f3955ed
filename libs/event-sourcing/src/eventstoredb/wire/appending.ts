import { canonical } from '../../canonical-json.js';
import type { ExpectedRevision, NewEvent } from '../../event-store.js';
import { field, MessageReader, uintField } from './message.js';

export const batchAppendPath = '/event_store.client.streams.Streams/BatchAppend';

/** An append whose events are bytes already. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** From `proposed`. */
  readonly events: Buffer;
}

/** A whole append as one message of `Streams.BatchAppend`; its number comes back with the answer. */
export function appendRequest(number: number, { stream, expected, events }: Append, deadline: Date): Buffer {
  const options = field(
    2,
    field(1, field(3, stream)),
    expected === 'no_stream' ? field(3) : uintField(2, expected),
    field(6, uintField(1, Math.ceil(deadline.getTime() / 1000))),
  );
  return Buffer.concat([field(1, field(2, correlationOf(number))), options, events, isFinal]);
}

const isFinal = uintField(4, 1);
const contentIsJson = field(2, field(1, 'content-type'), field(2, 'application/json'));
const contentIsBytes = field(2, field(1, 'content-type'), field(2, 'application/octet-stream'));

/** Events as they are sent: their JSON canonical. */
export const proposed = (events: readonly NewEvent[]): Buffer => Buffer.concat(events.map(proposedEvent));

const proposedEvent = ({ id, type, data, metadata }: NewEvent): Buffer =>
  field(
    3,
    field(1, field(2, id)),
    contentIsJson,
    field(2, field(1, 'type'), field(2, type)),
    field(3, canonical(metadata)),
    field(4, canonical(data)),
  );

/** An event whose bytes are what they are, JSON or not. */
export interface BytesEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** The same of events as they were read: not a byte of them is made anew. */
export const proposedAsIs = (events: readonly BytesEvent[]): Buffer =>
  Buffer.concat(
    events.map(({ id, type, isJson, data, metadata }) =>
      field(
        3,
        field(1, field(2, id)),
        isJson ? contentIsJson : contentIsBytes,
        field(2, field(1, 'type'), field(2, type)),
        field(3, metadata),
        field(4, data),
      ),
    ),
  );

const correlationOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export interface AppendAnswer {
  readonly number: number;
  /** Why it was refused. */
  readonly refusal: string | undefined;
}

export function appendAnswerIn(message: Buffer): AppendAnswer {
  const reader = new MessageReader(message);
  let number = -1;
  let refusal: string | undefined;
  while (reader.at < message.length) {
    const tag = reader.uint();
    if (tag === 0x0a) number = Number(reader.textWithin(0x12).slice(-12));
    // google.rpc.Status { message = 2 }
    else if (tag === 0x12) refusal = reader.textWithin(0x12);
    else reader.skip(tag);
  }
  return { number, refusal };
}
