import { MessageReader, MessageWriter, varintSize, writeVarint } from './protobuf.js';

/** The revision of a tombstone: the largest signed 64-bit integer, which JavaScript's numbers cannot hold. */
export const tombstoneRevision = 9_223_372_036_854_775_807n;

/** An event as a client proposes it. */
export interface ProposedEvent {
  /** A UUID in its lower-case text form. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/** What the node adds to a proposed event when it is written. */
export interface Placement {
  readonly stream: Uint8Array;
  readonly type: Uint8Array;
  readonly revision: number | bigint;
  readonly position: number;
  /** 100-nanosecond ticks since 1970, as 17 digits. */
  readonly created: string;
}

/** Size of a gRPC message prefix: compression flag and length. */
export const prefixLength = 5;

const contentType = Buffer.from('content-type');
const json = Buffer.from('application/json');
const binary = Buffer.from('application/octet-stream');
const typeKey = Buffer.from('type');
const createdKey = Buffer.from('created');

const field = (length: number): number => 1 + varintSize(length) + length;
const mapEntry = (key: Buffer, value: Uint8Array): number => field(key.length) + field(value.length);

function recordedSize(
  event: ProposedEvent,
  { stream, type, revision, position, created }: Placement,
): number {
  const positionSize = 1 + varintSize(position);
  return (
    field(field(event.id.length)) +
    field(field(stream.length)) +
    (revision === 0 ? 0 : 1 + varintSize(revision)) +
    2 * positionSize +
    field(mapEntry(typeKey, type)) +
    field(field(createdKey.length) + field(created.length)) +
    field(mapEntry(contentType, event.isJson ? json : binary)) +
    (event.metadata.length === 0 ? 0 : field(event.metadata.length)) +
    (event.data.length === 0 ? 0 : field(event.data.length))
  );
}

/** Length of the frame that `writeEventFrame` will write. */
export function eventFrameSize(event: ProposedEvent, placement: Placement): number {
  const readEvent = field(recordedSize(event, placement)) + 1 + varintSize(placement.position);
  return prefixLength + field(readEvent);
}

/**
 * Writes the complete gRPC frame (prefix and `ReadResp`) that every later read of the event sends as it is.
 * Returns the offset behind it.
 */
export function writeEventFrame(
  target: Buffer,
  start: number,
  event: ProposedEvent,
  placement: Placement,
): number {
  const { stream, type, revision, position, created } = placement;
  const recorded = recordedSize(event, placement);
  const readEvent = field(recorded) + 1 + varintSize(position);
  const length = field(readEvent);
  target[start] = 0;
  target.writeUInt32BE(length, start + 1);
  let at = start + prefixLength;
  at = header(target, at, 0x0a, readEvent);
  at = header(target, at, 0x0a, recorded);
  at = header(target, at, 0x0a, field(event.id.length));
  at = header(target, at, 0x12, event.id.length);
  at += target.write(event.id, at, 'latin1');
  at = header(target, at, 0x12, field(stream.length));
  at = put(target, at, 0x1a, stream);
  if (revision !== 0) at = number(target, at, 0x18, revision);
  at = number(target, at, 0x20, position);
  at = number(target, at, 0x28, position);
  at = header(target, at, 0x32, mapEntry(typeKey, type));
  at = put(target, put(target, at, 0x0a, typeKey), 0x12, type);
  at = header(target, at, 0x32, field(createdKey.length) + field(created.length));
  at = header(target, put(target, at, 0x0a, createdKey), 0x12, created.length);
  at += target.write(created, at, 'latin1');
  const content = event.isJson ? json : binary;
  at = header(target, at, 0x32, mapEntry(contentType, content));
  at = put(target, put(target, at, 0x0a, contentType), 0x12, content);
  if (event.metadata.length > 0) at = put(target, at, 0x3a, event.metadata);
  if (event.data.length > 0) at = put(target, at, 0x42, event.data);
  return number(target, at, 0x18, position);
}

function header(target: Buffer, at: number, tag: number, length: number): number {
  target[at] = tag;
  return writeVarint(target, at + 1, length);
}

function put(target: Buffer, at: number, tag: number, value: Uint8Array): number {
  const start = header(target, at, tag, value.length);
  target.set(value, start);
  return start + value.length;
}

function number(target: Buffer, at: number, tag: number, value: number | bigint): number {
  target[at] = tag;
  return writeVarint(target, at + 1, value);
}

/** A stored event, read back from its frame. */
export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: number;
  readonly created: string;
}

/** The `RecordedEvent` message inside a stored frame: the part that links and persistent subscriptions embed. */
export function recordedEventOf(frame: Buffer): Buffer {
  const response = new MessageReader(frame, prefixLength);
  response.next();
  const readEvent = response.message();
  readEvent.next();
  return readEvent.bytesField();
}

/** Reads a stored frame back into its parts. */
export function readEventFrame(frame: Buffer): StoredEvent {
  return readRecordedEvent(recordedEventOf(frame));
}

function readRecordedEvent(recorded: Buffer): StoredEvent {
  const reader = new MessageReader(recorded);
  const metadata = new Map<string, string>();
  let id = '';
  let stream = '';
  let revision = 0n;
  let position = 0;
  let custom: Buffer = Buffer.alloc(0);
  let data: Buffer = Buffer.alloc(0);
  while (reader.next()) {
    switch (reader.field) {
      case 1: {
        const uuid = reader.message();
        if (uuid.next()) id = uuid.string();
        break;
      }
      case 2: {
        const identifier = reader.message();
        if (identifier.next()) stream = identifier.bytesField().toString('utf8');
        break;
      }
      case 3:
        revision = reader.int64();
        break;
      case 5:
        position = reader.uint();
        break;
      case 6: {
        const entry = reader.message();
        const pair: [string, string] = ['', ''];
        while (entry.next()) pair[entry.field === 1 ? 0 : 1] = entry.string();
        metadata.set(...pair);
        break;
      }
      case 7:
        custom = reader.bytesField();
        break;
      case 8:
        data = reader.bytesField();
        break;
      default:
        reader.skip();
    }
  }
  return {
    id,
    stream,
    revision,
    position,
    type: metadata.get('type') ?? '',
    created: metadata.get('created') ?? '0',
    isJson: metadata.get('content-type') === 'application/json',
    metadata: custom,
    data,
  };
}

/** The event id of a stored frame, without reading the rest. */
export function eventIdOf(frame: Buffer): string {
  const recorded = new MessageReader(recordedEventOf(frame));
  recorded.next();
  const uuid = recorded.message();
  uuid.next();
  return uuid.string();
}

/** The same `RecordedEvent` with its id as two 64-bit integers, for clients that ask for structured ids. */
export function withStructuredId(recorded: Buffer): Buffer {
  const reader = new MessageReader(recorded);
  reader.next();
  const uuid = reader.message();
  uuid.next();
  const head = new MessageWriter().message(1, structuredUuid(uuid.string())).finish();
  return Buffer.concat([head, recorded.subarray(uuid.end)]);
}

/** `UUID` with its `structured` part set. */
export function structuredUuid(text: string): MessageWriter {
  const hex = text.replaceAll('-', '');
  const most = BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`));
  const least = BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`));
  const structured = new MessageWriter();
  if (most !== 0n) structured.int(1, most);
  if (least !== 0n) structured.int(2, least);
  return new MessageWriter().message(1, structured);
}
