import type { ExpectedRevision } from '../event-store.js';
import type { FilterOptions } from '../filters.js';
import { invalidArgument } from '../grpc/status.js';
import type { ProposedEvent } from './event-frame.js';
import { MessageReader } from './protobuf.js';

export type From = 'start' | 'end' | number;

/** The window of a filter whose client names none, in events. */
const usualWindow = 32;

export interface FilterRequest extends FilterOptions {
  /** Events read between two checkpoints; undefined when the client asked for an interval of 0. */
  readonly checkpointInterval: number | undefined;
}

/** What a `Read` call asks for. `stream` is undefined for `$all`. */
export interface ReadRequest {
  readonly stream: string | undefined;
  readonly from: From;
  readonly backwards: boolean;
  readonly resolveLinks: boolean;
  /** Undefined for a subscription. */
  readonly count: number | undefined;
  readonly filter: FilterRequest | undefined;
  readonly structuredIds: boolean;
}

export function readReadRequest(message: Buffer): ReadRequest {
  let stream: string | undefined;
  let source: 'stream' | 'all' | undefined;
  let from: From = 'start';
  let backwards = false;
  let resolveLinks = false;
  let count: number | undefined;
  let filter: FilterRequest | undefined;
  let structuredIds = false;
  for (const options of nested(message, 1)) {
    while (options.next()) {
      switch (options.field) {
        case 1:
          ({ stream, from } = readStreamPosition(options.message()));
          source = 'stream';
          break;
        case 2:
          from = readAllPosition(options.message());
          source = 'all';
          stream = undefined;
          break;
        case 3:
          backwards = options.uint() === 1;
          break;
        case 4:
          resolveLinks = options.bool();
          break;
        case 5:
          count = options.uint();
          break;
        case 6:
          options.skip();
          count = undefined;
          break;
        case 7:
          filter = readFilter(options.message());
          break;
        case 8:
          options.skip();
          filter = undefined;
          break;
        case 9:
          structuredIds = hasField(options.message(), 1);
          break;
        default:
          options.skip();
      }
    }
  }
  if (!source) throw invalidArgument('The request names neither a stream nor $all.');
  return { stream, from, backwards, resolveLinks, count, filter, structuredIds };
}

function readStreamPosition(reader: MessageReader): { stream: string; from: From } {
  let stream = '';
  let from: From = 'start';
  while (reader.next()) {
    if (reader.field === 1) stream = readStreamIdentifier(reader.message());
    else if (reader.field === 2) from = reader.uint();
    else {
      if (reader.field === 3) from = 'start';
      if (reader.field === 4) from = 'end';
      reader.skip();
    }
  }
  return { stream, from };
}

/** `$all` positions are known by their commit part: the prepare part of a checkpoint is 0. */
export function readAllPosition(reader: MessageReader): From {
  let from: From = 'start';
  while (reader.next()) {
    if (reader.field === 1) from = readPosition(reader.message());
    else {
      if (reader.field === 2) from = 'start';
      if (reader.field === 3) from = 'end';
      reader.skip();
    }
  }
  return from;
}

export function readPosition(reader: MessageReader): number {
  let commit = 0;
  let prepare = 0;
  while (reader.next()) {
    if (reader.field === 1) commit = reader.uint();
    else if (reader.field === 2) prepare = reader.uint();
    else reader.skip();
  }
  if (prepare > commit) {
    throw invalidArgument(`The position ${commit}/${prepare} is impossible: prepare lies behind commit.`);
  }
  return commit;
}

export function readFilter(reader: MessageReader): FilterRequest {
  let by: 'stream' | 'type' = 'stream';
  let expression: Pick<FilterOptions, 'prefixes' | 'regex'> = { prefixes: [] };
  let window = usualWindow;
  let multiplier = 1;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
      case 2:
        by = reader.field === 1 ? 'stream' : 'type';
        expression = readExpression(reader.message());
        break;
      case 3:
        window = reader.uint();
        break;
      case 4:
        reader.skip();
        window = usualWindow;
        break;
      case 5:
        multiplier = reader.uint();
        break;
      default:
        reader.skip();
    }
  }
  const interval = window * multiplier;
  return { by, ...expression, checkpointInterval: interval === 0 ? undefined : interval };
}

function readExpression(reader: MessageReader): Pick<FilterOptions, 'prefixes' | 'regex'> {
  let regex: string | undefined;
  const prefixes: string[] = [];
  while (reader.next()) {
    if (reader.field === 1) regex = reader.string();
    else if (reader.field === 2) prefixes.push(reader.string());
    else reader.skip();
  }
  return regex === undefined ? { prefixes } : { prefixes, regex };
}

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

export function readStreamIdentifier(reader: MessageReader): string {
  let name = '';
  while (reader.next()) {
    if (reader.field === 3) name = reader.string();
    else reader.skip();
  }
  return name;
}

/** A proposed event as it came: what is missing in it is found by `checkProposed`. */
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

function hasField(reader: MessageReader, field: number): boolean {
  let found = false;
  while (reader.next()) {
    found ||= reader.field === field;
    reader.skip();
  }
  return found;
}
