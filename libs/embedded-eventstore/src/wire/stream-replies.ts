import type { ExpectedRevision } from '../event-store.js';
import { recordedEventOf, withStructuredId } from './event-frame.js';
import { frame } from './grpc-frames.js';
import { MessageWriter } from './protobuf.js';

const position = (value: number): MessageWriter => new MessageWriter().uint(1, value).uint(2, value);

const streamIdentifier = (stream: string): MessageWriter => new MessageWriter().string(3, stream);

/** `Success` of an append: its revision (-1: no stream) and, when it is known, its position. */
function appendSuccess(revision: number, at: number | undefined): MessageWriter {
  const success = new MessageWriter();
  if (revision < 0) success.empty(2);
  else success.uint(1, revision);
  return at === undefined ? success.empty(4) : success.message(3, position(at));
}

export const appendSucceeded = (revision: number, at: number | undefined): Buffer =>
  new MessageWriter().message(1, appendSuccess(revision, at)).finish();

/** `Append` answers a wrong expected revision as a message, not as a status, in an old and a new set of fields. */
export function appendWrongRevision(expected: ExpectedRevision, current: number): Buffer {
  const wrong = new MessageWriter();
  if (current < 0) wrong.empty(2);
  else wrong.uint(1, current);
  if (expected === 'any') wrong.empty(4);
  else if (expected === 'stream_exists') wrong.empty(5);
  else wrong.uint(3, expected === 'no_stream' ? 0xffff_ffff_ffff_ffffn : expected);
  if (current < 0) wrong.empty(7);
  else wrong.uint(6, current);
  if (expected === 'any') wrong.empty(9);
  else if (expected === 'stream_exists') wrong.empty(10);
  else if (expected === 'no_stream') wrong.empty(11);
  else wrong.uint(8, expected);
  return new MessageWriter().message(2, wrong).finish();
}

/** A correlation id as the client wrote it: it gets the same bytes back. */
export type CorrelationId = Uint8Array;

export function batchSucceeded(
  correlation: CorrelationId,
  stream: string,
  revision: number,
  at: number | undefined,
): Buffer {
  return new MessageWriter()
    .bytes(1, correlation)
    .message(3, appendSuccess(revision, at))
    .message(4, streamIdentifier(stream))
    .finish();
}

/** Why an append over `BatchAppend` was refused: `google.rpc.Status` with a detail of the clients' own. */
export interface BatchError {
  readonly code: number;
  readonly name: string;
  /** The sentence in the status; by default the name. */
  readonly message?: string;
  readonly detail?: MessageWriter;
}

export function batchFailed(
  correlation: CorrelationId,
  stream: string,
  { code, name, message, detail }: BatchError,
): Buffer {
  const any = new MessageWriter().string(1, `type.googleapis.com/event_store.client.${name}`);
  if (detail) any.message(2, detail);
  const status = new MessageWriter()
    .uint(1, code)
    .string(2, message ?? name)
    .message(3, any);
  return new MessageWriter()
    .bytes(1, correlation)
    .message(2, status)
    .message(4, streamIdentifier(stream))
    .finish();
}

export const batchDenied: BatchError = { code: 7, name: 'AccessDenied' };

export const batchTimeout: BatchError = { code: 4, name: 'Timeout' };

export const batchStreamDeleted = (stream: string): BatchError => ({
  code: 5,
  name: 'StreamDeleted',
  detail: new MessageWriter().message(1, streamIdentifier(stream)),
});

export const batchTooLarge = (maximum: number): BatchError => ({
  code: 3,
  name: 'MaximumAppendSizeExceeded',
  detail: new MessageWriter().uint(1, maximum),
});

export const batchBadRequest = (message: string): BatchError => ({
  code: 3,
  name: 'BadRequest',
  detail: new MessageWriter().string(1, message),
});

export function batchWrongRevision(expected: ExpectedRevision, current: number): BatchError {
  const detail = new MessageWriter();
  if (current < 0) detail.empty(2);
  else detail.uint(1, current);
  if (expected === 'any') detail.empty(4);
  else if (expected === 'stream_exists') detail.empty(5);
  else if (expected === 'no_stream') detail.empty(6);
  else detail.uint(3, expected);
  return { code: 6, name: 'WrongExpectedVersion', detail };
}

export const deleted = (at: number): Buffer => new MessageWriter().message(1, position(at)).finish();

export const confirmation = (id: string): Buffer =>
  frame(new MessageWriter().message(2, new MessageWriter().string(1, id)).finish());

/** The prepare position of a checkpoint is 0, as the real server has it. */
export const checkpoint = (at: number): Buffer =>
  frame(new MessageWriter().message(3, new MessageWriter().uint(1, at)).finish());

export const streamNotFound = (stream: string): Buffer =>
  new MessageWriter().message(4, new MessageWriter().message(1, streamIdentifier(stream))).finish();

export const caughtUp = frame(new MessageWriter().empty(8).finish());

export const fellBehind = frame(new MessageWriter().empty(9).finish());

/** An event's frame for a client that wants links resolved or ids structured, made anew from the stored ones. */
export function rebuiltEvent(
  stored: Buffer,
  { target, isLink, structuredIds }: { target: Buffer | undefined; isLink: boolean; structuredIds: boolean },
): Buffer {
  return frame(new MessageWriter().message(1, readEvent(stored, { target, isLink, structuredIds })).finish());
}

/** `ReadEvent`: the event, its link if it came by one, and the position of what lies in the read stream. */
export function readEvent(
  stored: Buffer,
  { target, isLink, structuredIds }: { target: Buffer | undefined; isLink: boolean; structuredIds: boolean },
): MessageWriter {
  const recorded = (from: Buffer): Buffer =>
    structuredIds ? withStructuredId(recordedEventOf(from)) : recordedEventOf(from);
  const event = new MessageWriter();
  if (!isLink) event.bytes(1, recorded(stored));
  else {
    if (target) event.bytes(1, recorded(target));
    event.bytes(2, recorded(stored));
  }
  return event.uint(3, commitPosition(stored));
}

/** The position that closes every stored frame: its last field. */
function commitPosition(stored: Buffer): number {
  let at = stored.length - 1;
  // A varint's last byte is the only one below 128; the field's tag 0x18 comes before its first.
  let value = stored[at] ?? 0;
  const recordedEnd = recordedEventEnd(stored);
  for (at -= 1; at > recordedEnd; at -= 1) value = value * 128 + ((stored[at] ?? 0) & 0x7f);
  return value;
}

function recordedEventEnd(stored: Buffer): number {
  const recorded = recordedEventOf(stored);
  return recorded.byteOffset - stored.byteOffset + recorded.length;
}
