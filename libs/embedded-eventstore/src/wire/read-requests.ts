import type { FilterOptions } from '../filters.js';
import { invalidArgument } from '../grpc/status.js';
import type { MessageReader } from './protobuf.js';
import { hasField, nested, readStreamIdentifier } from './request-parts.js';

export type From = 'start' | 'end' | number;

/** The window of a filter whose client names none, in events. */
const usualWindow = 32;

interface FilterRequest extends FilterOptions {
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
          ({ stream, from = 'start' } = readStreamPosition(options.message()));
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

/** A stream and where to begin in it; undefined where the client names no place. */
export function readStreamPosition(reader: MessageReader): { stream: string; from: From | undefined } {
  let stream = '';
  let from: From | undefined;
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
function readAllPosition(reader: MessageReader): From {
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
