import { invalidArgument } from '../grpc/status.js';
import { MessageReader } from './protobuf.js';

export function readStreamIdentifier(reader: MessageReader): string {
  let name = '';
  while (reader.next()) {
    if (reader.field === 3) name = reader.string();
    else reader.skip();
  }
  return name;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in its lower-case text form, whichever form it came in. */
export function readUuid(reader: MessageReader): string {
  let text = '';
  while (reader.next()) {
    if (reader.field === 2) text = reader.string().toLowerCase();
    else if (reader.field === 1) text = readStructuredUuid(reader.message());
    else reader.skip();
  }
  if (!uuidPattern.test(text)) throw invalidArgument('An id is not a UUID.');
  return text;
}

function readStructuredUuid(reader: MessageReader): string {
  let most = 0n;
  let least = 0n;
  while (reader.next()) {
    if (reader.field === 1) most = reader.int64();
    else if (reader.field === 2) least = reader.int64();
    else reader.skip();
  }
  const hex = (value: bigint): string => BigInt.asUintN(64, value).toString(16).padStart(16, '0');
  const all = hex(most) + hex(least);
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`;
}

/** The messages in a field of a message. */
export function nested(message: Buffer, field: number): MessageReader[] {
  const reader = new MessageReader(message);
  const found: MessageReader[] = [];
  while (reader.next()) {
    if (reader.field === field) found.push(reader.message());
    else reader.skip();
  }
  return found;
}

export function hasField(reader: MessageReader, field: number): boolean {
  let found = false;
  while (reader.next()) {
    found ||= reader.field === field;
    reader.skip();
  }
  return found;
}
