import { accessDenied, allowAll, assertIn, type Judge } from '../access/rights.js';
import type { EventStore } from '../event-store.js';
import type { Call } from '../grpc/call.js';
import { unary, type Methods } from '../grpc/server.js';
import { invalidArgument } from '../grpc/status.js';
import type { Consumer } from '../persistent/consumers.js';
import type { Message } from '../persistent/message.js';
import type { Group } from '../persistent/group.js';
import { refusal, type Groups } from '../persistent/groups.js';
import { allStream, keyText } from '../persistent/names.js';
import { recordedEventOf, withStructuredId } from '../wire/event-frame.js';
import { frame } from '../wire/grpc-frames.js';
import {
  deleteKey,
  infoKey,
  readConsumerRequest,
  readGroupRequest,
  readKey,
  readListRequest,
  replayKey,
  type ConsumerRequest,
} from '../wire/persistent-requests.js';
import { MessageWriter } from '../wire/protobuf.js';

/** However many a client asks for, so many messages are on their way to it at most. */
const mostSlots = 10_000;
/** Who every client is on a real server without users. */
const everybody = 'system';
const empty = Buffer.alloc(0);
/** Who may make and change groups. */
const managers = ['$admins', '$ops'];

/** `PersistentSubscriptions`: groups of competing consumers over a stream or `$all`. */
export function persistentSubscriptions(
  store: EventStore,
  groups: Groups,
  isAllowed: Judge = allowAll,
): Methods {
  const managed = (answer: (message: Buffer) => Promise<Buffer>) =>
    unary((message, { caller }) => {
      assertIn(managers, caller);
      return answer(message);
    });
  const looked = (answer: (message: Buffer) => Buffer) =>
    unary((message, { caller: { login, groups: own } }) => {
      if (login === undefined && own.length === 0) throw accessDenied();
      return answer(message);
    });
  return {
    Create: managed(async (message) => {
      const { key, settings } = readGroupRequest(message);
      await groups.create(key, settings);
      return empty;
    }),
    Update: managed(async (message) => {
      const { key, settings } = readGroupRequest(message);
      await groups.update(key, ({ filter }) => (filter ? { ...settings, filter } : settings));
      return empty;
    }),
    Delete: managed(async (message) => {
      await groups.delete(readKey(message, deleteKey).key);
      return empty;
    }),
    GetInfo: looked((message) => {
      const group = groups.get(readKey(message, infoKey).key);
      return new MessageWriter().message(1, info(store, groups, group)).finish();
    }),
    List: looked((message) => {
      const stream = readListRequest(message);
      const found = groups.list(stream);
      if (found.length === 0 && stream !== undefined) throw refusal({ stream, group: '' }, 'doesNotExist');
      const answer = new MessageWriter();
      for (const group of found) answer.message(1, info(store, groups, group));
      return answer.finish();
    }),
    ReplayParked: managed(async (message) => {
      const { key, stopAt } = readKey(message, replayKey);
      await groups.replayParked(key, stopAt);
      return empty;
    }),
    RestartSubsystem: managed(async () => {
      await groups.restart();
      return empty;
    }),
    Read: (call) => consume(store, groups, isAllowed, call),
  };
}

function consume(store: EventStore, groups: Groups, isAllowed: Judge, call: Call): void {
  let connected: { group: Group; consumer: Consumer } | undefined;
  call.receive(
    (message) => {
      const request = readConsumerRequest(message);
      if (request.kind === 'options') {
        if (connected) throw invalidArgument('The options of a persistent subscription come once.');
        if (!isAllowed(call.caller, '$r', request.key.stream)) throw accessDenied();
        connected = connect(store, groups, call, request);
      } else if (!connected) throw invalidArgument('The options of a persistent subscription come first.');
      else if (request.kind === 'ack') connected.group.acknowledge(connected.consumer, request.ids);
      else connected.group.refuse(connected.consumer, request.ids, request.action, request.reason);
    },
    () => call.finish(),
  );
}

function connect(
  store: EventStore,
  groups: Groups,
  call: Call,
  { key, bufferSize, structuredIds }: Extract<ConsumerRequest, { kind: 'options' }>,
): { group: Group; consumer: Consumer } {
  const group = groups.get(key);
  if (group.isFull) throw refusal(key, 'full');
  const consumer: Consumer = {
    connectionName: String(call.headers['connection-name'] ?? '<unknown>'),
    slots: Math.min(mostSlots, Math.max(1, bufferSize)),
    deliver: (message) => call.sendFrames(eventFrame(store, message, structuredIds)),
    drained: () => call.drained(),
    drop: (reason) => call.fail(reason ?? refusal(key, 'dropped')),
  };
  call.send(new MessageWriter().message(2, new MessageWriter().string(1, keyText(key))).finish());
  call.onClose(() => group.disconnect(consumer));
  group.connect(consumer);
  if (!call.open) group.disconnect(consumer);
  return { group, consumer };
}

function eventFrame(store: EventStore, { event, link, retries }: Message, structuredIds: boolean): Buffer {
  const { log } = store;
  const recorded = (number: number): Buffer => {
    const bytes = recordedEventOf(log.frame(number));
    return structuredIds ? withStructuredId(bytes) : bytes;
  };
  const readEvent = new MessageWriter();
  if (event !== undefined) readEvent.bytes(1, recorded(event));
  if (link !== undefined) readEvent.bytes(2, recorded(link));
  readEvent.uint(3, log.index.position[link ?? event ?? 0] ?? 0).uint(5, retries);
  return frame(new MessageWriter().message(1, readEvent).finish());
}

/** `SubscriptionInfo`. Rates are not measured. */
function info(store: EventStore, groups: Groups, group: Group): MessageWriter {
  const { key, settings } = group;
  const state = group.describe();
  const isAll = key.stream === allStream;
  const place = (number: number | undefined): string => {
    if (number === undefined) return '';
    const position = store.log.index.position[number] ?? 0;
    return isAll ? `C:${position}/P:${position}` : String(number);
  };
  const start = settings.startFrom === 'end' ? '-1' : String(settings.startFrom);
  const answer = new MessageWriter().string(1, key.stream).string(2, key.group).string(3, 'Live');
  for (const connection of state.connections) {
    const about = new MessageWriter().string(2, everybody).int(4, connection.delivered);
    for (const [name, value] of connection.measurements) {
      about.message(6, new MessageWriter().string(1, name).int(2, value));
    }
    about.int(7, connection.slots).int(8, connection.inFlight).string(9, connection.name);
    answer.message(4, about);
  }
  return answer
    .int(6, state.delivered)
    .string(8, place(state.checkpointed))
    .string(9, place(state.lastKnown))
    .bool(10, settings.resolveLinkTos)
    .string(11, isAll ? `C:${start}/P:${start}` : start)
    .int(12, Math.round(settings.messageTimeout))
    .bool(13, settings.extraStatistics)
    .int(14, settings.maxRetryCount)
    .int(15, settings.liveBufferSize)
    .int(16, settings.historyBufferSize)
    .int(17, settings.readBatchSize)
    .int(18, Math.round(settings.checkpointAfter))
    .int(19, settings.minCheckpointCount)
    .int(20, settings.maxCheckpointCount)
    .int(23, state.retrying)
    .int(24, state.inFlight)
    .int(25, state.inFlight)
    .string(26, settings.consumerStrategy)
    .int(27, settings.maxSubscriberCount)
    .int(28, groups.parkedCount(key));
}
