import type { Caller } from '../access/accounts.js';
import { accessDenied, allowAll, type Judge } from '../access/rights.js';
import type { AppendOutcome, EventStore } from '../event-store.js';
import { asGrpcError, type Call } from '../grpc/call.js';
import { unary } from '../grpc/server.js';
import { GrpcError, grpcStatus, invalidArgument, streamDeleted } from '../grpc/status.js';
import { DamagedEvent, LogNotWritable } from '../log/faults.js';
import type { ProposedEvent } from '../wire/event-frame.js';
import { frame } from '../wire/grpc-frames.js';
import { MessageReader } from '../wire/protobuf.js';
import {
  appendSucceeded,
  appendWrongRevision,
  batchBadRequest,
  batchDenied,
  batchFailed,
  batchStreamDeleted,
  batchSucceeded,
  batchTimeout,
  batchTooLarge,
  batchWrongRevision,
  deleted,
  type BatchError,
  type CorrelationId,
} from '../wire/stream-replies.js';
import {
  readBatchAppend,
  readDeleteRequest,
  readProposedEvent,
  readWriteOptions,
  type WriteOptions,
} from '../wire/write-requests.js';
import { Backlog } from './backlog.js';

/** The largest append: data and metadata of all its events together. */
const maximumAppendSize = 1_048_576;

/** What one call may hold of appends that have not come whole. */
const maximumUnfinished = 32 * 1024 * 1024;
const longestName = 65_535;

/** An append that is being received, in one message or several. */
class IncomingAppend {
  readonly events: ProposedEvent[] = [];
  options: WriteOptions | undefined;
  /** Bytes received, also of what is not kept. */
  received = 0;
  #size = 0;
  #fault: string | undefined;

  get tooLarge(): boolean {
    return this.#size > maximumAppendSize;
  }

  add(reader: MessageReader): void {
    const event = readProposedEvent(reader);
    this.#size += event.data.length + event.metadata.length;
    this.#fault ??= faultOf(event);
    if (this.tooLarge) this.events.length = 0;
    else this.events.push(event);
  }

  /** Why the append cannot be stored whatever the stream holds; undefined when it can. */
  fault(): string | undefined {
    const stream = this.options?.stream ?? '';
    if (stream === '') return "The stream name must not be empty. (Parameter 'streamId')";
    if (Buffer.byteLength(stream) > longestName) {
      return `The stream name is longer than ${longestName} bytes.`;
    }
    return this.#fault;
  }
}

function faultOf({
  type,
  contentType,
}: {
  type: string;
  contentType: string | undefined;
}): string | undefined {
  if (type === '') return "Empty eventType provided. (Parameter 'eventType')";
  if (Buffer.byteLength(type) > longestName) return `The event type is longer than ${longestName} bytes.`;
  return contentType === undefined ? "Required metadata 'content-type' is missing." : undefined;
}

/** What takes appends; the bench puts one here that stores nothing. */
export type Appender = Pick<EventStore, 'append'>;

/** `Append`: options first, then one message an event; answered when the client has sent them all. */
export function append(
  store: Appender,
  backlog = new Backlog(),
  isAllowed: Judge = allowAll,
): (call: Call) => void {
  return (call) => {
    const incoming = new IncomingAppend();
    call.receive(
      (message) => {
        backlog.holdBack(call);
        const reader = new MessageReader(message);
        incoming.received += message.length;
        if (incoming.received > maximumUnfinished) throw tooLarge();
        while (reader.next()) {
          if (reader.field === 1) incoming.options = readWriteOptions(reader.message());
          else if (reader.field === 2) incoming.add(reader.message());
          else reader.skip();
        }
        if (!incoming.options) {
          throw invalidArgument('The first message of an append must bring its options.');
        }
      },
      () => {
        backlog
          .during(incoming.received, () => answerAppend(store, isAllowed, call, incoming))
          .catch((error: unknown) => call.fail(error));
      },
    );
  };
}

async function answerAppend(
  store: Appender,
  isAllowed: Judge,
  call: Call,
  incoming: IncomingAppend,
): Promise<void> {
  const { options } = incoming;
  if (!options) throw invalidArgument('The first message of an append must bring its options.');
  if (!isAllowed(call.caller, '$w', options.stream)) throw accessDenied();
  if (incoming.tooLarge) throw tooLarge();
  const fault = incoming.fault();
  if (fault !== undefined) throw invalidArgument(fault);
  const outcome = await store.append(options.stream, options.expected, incoming.events);
  switch (outcome.outcome) {
    case 'success':
      call.send(appendSucceeded(outcome.revision, outcome.position));
      break;
    case 'wrong-expected-revision':
      call.send(appendWrongRevision(options.expected, outcome.current));
      break;
    case 'stream-deleted':
      throw streamDeleted(options.stream);
  }
  call.finish();
}

const tooLarge = (): GrpcError =>
  new GrpcError(grpcStatus.invalidArgument, `Maximum Append Size of ${maximumAppendSize} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximumAppendSize),
  });

/** `BatchAppend`: many appends over one call, each answered under its correlation id as soon as it is on disk. */
export function batchAppend(
  store: Appender,
  backlog = new Backlog(),
  isAllowed: Judge = allowAll,
): (call: Call) => void {
  return (call) => new BatchAppendCall(store, backlog, isAllowed, call).start();
}

class BatchAppendCall {
  readonly #unfinished = new Map<string, IncomingAppend>();
  #unfinishedSize = 0;
  #inFlight = 0;
  #ended = false;
  #replies: Buffer[] = [];

  constructor(
    private readonly store: Appender,
    private readonly backlog: Backlog,
    private readonly isAllowed: Judge,
    private readonly call: Call,
  ) {}

  start(): void {
    this.call.receive(
      (message) => this.#receive(message),
      () => {
        this.#ended = true;
        this.#finishWhenAnswered();
      },
    );
  }

  #receive(message: Buffer): void {
    const { correlation, options, events, isFinal } = readBatchAppend(message);
    const key = correlation.toString('latin1');
    const incoming = this.#unfinished.get(key) ?? new IncomingAppend();
    incoming.options = options ?? incoming.options;
    if (!incoming.options) throw invalidArgument('The first message of an append must bring its options.');
    for (const event of events) incoming.add(event);
    incoming.received += message.length;
    this.#unfinishedSize += message.length;
    if (isFinal) {
      this.#unfinished.delete(key);
      this.#unfinishedSize -= incoming.received;
      void this.#answer(correlation, incoming, incoming.options);
      this.backlog.holdBack(this.call);
      return;
    }
    if (this.#unfinishedSize > maximumUnfinished) {
      throw new GrpcError(
        grpcStatus.resourceExhausted,
        'Too much of unfinished appends is waiting on this call.',
      );
    }
    this.#unfinished.set(key, incoming);
  }

  async #answer(correlation: CorrelationId, incoming: IncomingAppend, options: WriteOptions): Promise<void> {
    this.#inFlight += 1;
    const { stream, expected } = options;
    const refusal = this.isAllowed(this.call.caller, '$w', stream)
      ? refusalOf(incoming, options)
      : batchDenied;
    if (refusal) this.#reply(batchFailed(correlation, stream, refusal));
    else {
      try {
        const outcome = await this.backlog.during(incoming.received, () =>
          this.store.append(stream, expected, incoming.events),
        );
        this.#reply(
          outcome.outcome === 'success'
            ? batchSucceeded(correlation, stream, outcome.revision, outcome.position)
            : batchFailed(correlation, stream, errorOf(outcome, options)),
        );
      } catch (error) {
        this.#reply(batchFailed(correlation, stream, unexpected(error)));
      }
    }
    this.#inFlight -= 1;
    this.#finishWhenAnswered();
  }

  /** Replies of one group of commits leave in one write. */
  #reply(message: Buffer): void {
    this.#replies.push(frame(message));
    if (this.#replies.length > 1) return;
    queueMicrotask(() => queueMicrotask(() => this.#flush()));
  }

  #flush(): void {
    if (this.#replies.length === 0) return;
    const [first] = this.#replies;
    this.call.sendFrames(this.#replies.length === 1 && first ? first : Buffer.concat(this.#replies));
    this.#replies = [];
  }

  #finishWhenAnswered(): void {
    if (!this.#ended || this.#inFlight > 0) return;
    this.#flush();
    this.call.finish();
  }
}

function refusalOf(incoming: IncomingAppend, { deadline }: WriteOptions): BatchError | undefined {
  if (incoming.tooLarge) return batchTooLarge(maximumAppendSize);
  const fault = incoming.fault();
  if (fault !== undefined) return batchBadRequest(fault);
  return deadline !== undefined && deadline < Date.now() ? batchTimeout : undefined;
}

function errorOf(
  outcome: Exclude<AppendOutcome, { outcome: 'success' }>,
  { stream, expected }: WriteOptions,
): BatchError {
  return outcome.outcome === 'stream-deleted'
    ? batchStreamDeleted(stream)
    : batchWrongRevision(expected, outcome.current);
}

/** An error that the protocol has no name for: under one of our own the clients show its message, under Unknown they do not. */
function unexpected(error: unknown): BatchError {
  const { status, message } = asGrpcError(error);
  if (error instanceof LogNotWritable) return { code: status, name: 'LogNotWritable', message };
  return { code: status, name: error instanceof DamagedEvent ? 'LogDamaged' : 'Failed', message };
}

export const softDelete = (store: EventStore, isAllowed: Judge = allowAll): ((call: Call) => void) =>
  deletion(isAllowed, (stream, expected) => store.softDelete(stream, expected));

export const tombstone = (store: EventStore, isAllowed: Judge = allowAll): ((call: Call) => void) =>
  deletion(isAllowed, (stream, expected) => store.tombstone(stream, expected));

type Removal = (stream: string, expected: WriteOptions['expected']) => Promise<AppendOutcome>;

const deletion = (isAllowed: Judge, remove: Removal) =>
  unary(async (message, { caller }) => answerDelete(readDeleteRequest(message), caller, isAllowed, remove));

async function answerDelete(
  { stream, expected }: WriteOptions,
  caller: Caller,
  isAllowed: Judge,
  remove: Removal,
): Promise<Buffer> {
  if (!isAllowed(caller, '$d', stream)) throw accessDenied();
  if (stream === '') throw invalidArgument('The stream name must not be empty.');
  const outcome = await remove(stream, expected);
  switch (outcome.outcome) {
    case 'success':
      return deleted(outcome.position ?? 0);
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'wrong-expected-revision': {
      const wanted = numberOf(expected);
      throw new GrpcError(
        grpcStatus.failedPrecondition,
        `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${wanted}, Actual version: ${outcome.current}`,
        {
          exception: 'wrong-expected-version',
          'stream-name': stream,
          'expected-version': String(wanted),
          'actual-version': String(outcome.current),
        },
      );
    }
  }
}

/** Deletions answer with the server's own numbers for what was expected. */
function numberOf(expected: WriteOptions['expected']): number {
  switch (expected) {
    case 'any':
      return -2;
    case 'no_stream':
      return -1;
    case 'stream_exists':
      return -4;
    default:
      return expected;
  }
}
