import { invalidArgument } from '../grpc/status.js';
import { allStream, type GroupKey } from '../persistent/names.js';
import type { ConsumerStrategy, GroupSettings } from '../persistent/settings.js';
import { MessageReader } from './protobuf.js';
import { readFilter, readPosition, readStreamPosition, type From } from './read-requests.js';
import { nested, readStreamIdentifier, readUuid } from './request-parts.js';

/** The numbers of the fields that name a group differ from request to request. */
interface KeyFields {
  readonly stream: number;
  readonly all: number;
  readonly group: number;
}

/** A `Create` or `Update` request. */
export function readGroupRequest(message: Buffer): { key: GroupKey; settings: GroupSettings } {
  let stream: string | undefined;
  let group = '';
  let from: From | undefined;
  let settings: Partial<GroupSettings> = {};
  let filter: GroupSettings['filter'];
  for (const options of nested(message, 1)) {
    while (options.next()) {
      switch (options.field) {
        case 1:
          stream ??= readStreamIdentifier(options.message());
          break;
        case 2:
          group = options.string();
          break;
        case 3:
          settings = readSettings(options.message());
          break;
        case 4:
          ({ stream, from } = readStreamPosition(options.message()));
          break;
        case 5: {
          stream = allStream;
          ({ from, filter } = readAllOptions(options.message()));
          break;
        }
        default:
          options.skip();
      }
    }
  }
  if (stream === undefined || stream === '' || group === '') {
    throw invalidArgument('A persistent subscription needs a stream and a group name.');
  }
  const startFrom = from === undefined ? settings.startFrom : from === 'start' ? 0 : from;
  return {
    key: { stream, group },
    settings: {
      ...defaults,
      ...settings,
      ...(startFrom === undefined ? {} : { startFrom }),
      ...(filter ? { filter } : {}),
    },
  };
}

const defaults: GroupSettings = {
  resolveLinkTos: false,
  extraStatistics: false,
  messageTimeout: 30_000,
  maxRetryCount: 10,
  checkpointAfter: 2000,
  minCheckpointCount: 10,
  maxCheckpointCount: 1000,
  maxSubscriberCount: 0,
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  consumerStrategy: 'RoundRobin',
  startFrom: 'end',
};

const namedStrategies: readonly ConsumerStrategy[] = ['DispatchToSingle', 'RoundRobin', 'Pinned'];
const ticksPerMillisecond = 10_000;

/** Fields left out of a protobuf message are 0 or false. */
function readSettings(reader: MessageReader): Partial<GroupSettings> {
  const numbers = new Map<number, number>();
  let strategy: ConsumerStrategy | undefined;
  while (reader.next()) {
    if (reader.field === 16) strategy = strategyOf(reader.string());
    else if (reader.field === 2) numbers.set(2, reader.uint());
    else if (reader.field >= 1 && reader.field <= 15) numbers.set(reader.field, reader.int());
    else reader.skip();
  }
  const number = (field: number): number => Math.max(0, numbers.get(field) ?? 0);
  const revision = number(2);
  return {
    resolveLinkTos: number(1) !== 0,
    startFrom: revision >= Number.MAX_SAFE_INTEGER ? 'end' : revision,
    extraStatistics: number(3) !== 0,
    messageTimeout: numbers.has(4) ? number(4) / ticksPerMillisecond : number(14),
    maxRetryCount: number(5),
    checkpointAfter: numbers.has(6) ? number(6) / ticksPerMillisecond : number(15),
    minCheckpointCount: number(7),
    maxCheckpointCount: number(8),
    maxSubscriberCount: number(9),
    liveBufferSize: number(10),
    readBatchSize: number(11),
    historyBufferSize: number(12),
    consumerStrategy: strategy ?? namedStrategies[number(13)] ?? 'RoundRobin',
  };
}

function strategyOf(name: string): ConsumerStrategy {
  if (name === 'PinnedByCorrelation') return name;
  const known = namedStrategies.find((strategy) => strategy === name);
  if (!known) throw invalidArgument(`There is no consumer strategy ${name}.`);
  return known;
}

function readAllOptions(reader: MessageReader): { from: From | undefined; filter: GroupSettings['filter'] } {
  let from: From | undefined;
  let filter: GroupSettings['filter'];
  while (reader.next()) {
    if (reader.field === 1) from = readPosition(reader.message());
    else if (reader.field === 4) {
      const { by, prefixes, regex } = readFilter(reader.message());
      filter = regex === undefined ? { by, prefixes } : { by, prefixes, regex };
    } else {
      if (reader.field === 2) from = 'start';
      if (reader.field === 3) from = 'end';
      reader.skip();
    }
  }
  return { from, filter };
}

export const deleteKey: KeyFields = { stream: 1, group: 2, all: 3 };
export const infoKey: KeyFields = { stream: 1, all: 2, group: 3 };
export const replayKey: KeyFields = { group: 1, stream: 2, all: 3 };

/** The group that a request names, and its `stop_at`. */
export function readKey(message: Buffer, fields: KeyFields): { key: GroupKey; stopAt: number | undefined } {
  let stream = '';
  let group = '';
  let stopAt: number | undefined;
  for (const options of nested(message, 1)) {
    while (options.next()) {
      if (options.field === fields.stream) stream = readStreamIdentifier(options.message());
      else if (options.field === fields.group) group = options.string();
      else if (options.field === fields.all) {
        stream = allStream;
        options.skip();
      } else if (options.field === 4) stopAt = options.int();
      else options.skip();
    }
  }
  return { key: { stream, group }, stopAt };
}

/** The stream of a `List` request; undefined for all of them. */
export function readListRequest(message: Buffer): string | undefined {
  let stream: string | undefined;
  for (const options of nested(message, 1)) {
    while (options.next()) {
      if (options.field !== 2) {
        options.skip();
        continue;
      }
      const which = options.message();
      while (which.next()) {
        if (which.field === 1) stream = readStreamIdentifier(which.message());
        else {
          stream = allStream;
          which.skip();
        }
      }
    }
  }
  return stream;
}

/** A message of a `Read` call: the options come first, then what is acknowledged and what is not. */
export type ConsumerRequest =
  | {
      readonly kind: 'options';
      readonly key: GroupKey;
      readonly bufferSize: number;
      readonly structuredIds: boolean;
    }
  | { readonly kind: 'ack'; readonly ids: readonly string[] }
  | {
      readonly kind: 'nack';
      readonly ids: readonly string[];
      readonly action: 'park' | 'retry' | 'skip' | 'stop';
      readonly reason: string;
    };

const actions = ['retry', 'park', 'retry', 'skip', 'stop'] as const;

export function readConsumerRequest(message: Buffer): ConsumerRequest {
  const reader = new MessageReader(message);
  while (reader.next()) {
    if (reader.field === 1) return readConsumerOptions(reader.message());
    if (reader.field === 2 || reader.field === 3) {
      const kind = reader.field === 2 ? 'ack' : 'nack';
      return { kind, ...readAnswer(reader.message()) };
    }
    reader.skip();
  }
  throw invalidArgument('The message is neither options, nor an ack, nor a nack.');
}

function readConsumerOptions(reader: MessageReader): ConsumerRequest {
  let stream = '';
  let group = '';
  let bufferSize = 10;
  let structuredIds = false;
  while (reader.next()) {
    if (reader.field === 1) stream = readStreamIdentifier(reader.message());
    else if (reader.field === 2) group = reader.string();
    else if (reader.field === 3) bufferSize = reader.int();
    else if (reader.field === 4) {
      const option = reader.message();
      while (option.next()) {
        structuredIds = option.field === 1;
        option.skip();
      }
    } else {
      if (reader.field === 5) stream = allStream;
      reader.skip();
    }
  }
  return { kind: 'options', key: { stream, group }, bufferSize, structuredIds };
}

function readAnswer(reader: MessageReader): {
  ids: string[];
  action: 'park' | 'retry' | 'skip' | 'stop';
  reason: string;
} {
  const ids: string[] = [];
  let action: 'park' | 'retry' | 'skip' | 'stop' = 'retry';
  let reason = '';
  while (reader.next()) {
    if (reader.field === 2) ids.push(readUuid(reader.message()));
    else if (reader.field === 3) action = actions[reader.uint()] ?? 'retry';
    else if (reader.field === 4) reason = reader.string();
    else reader.skip();
  }
  return { ids, action, reason };
}
