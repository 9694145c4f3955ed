import { type Delivery, type LogReading, StoreUnavailable, type UnreadEvent } from '../event-store.js';
import type { Connection } from './connection.js';
import { damageIn } from './errors.js';
import { answerIn } from './wire/answers.js';
import { Call, type CallOptions, Refusal } from './wire/call.js';
import { followAllRequest, readAllRequest, readPath } from './wire/reading.js';
import { KeptSession } from './wire/session.js';
import { answerWithin, itemsWithin } from './within-deadline.js';

export interface SubscribeOptions {
  readonly after?: bigint;
  readonly streamPrefixes: readonly string[];
  readonly signal: AbortSignal;
  readonly maxBatch?: number;
  readonly withMarks?: boolean;
}

type Connecting = Pick<CallOptions, 'window' | 'kept'>;

/** How many bytes the server may send ahead of who reads what is new, goes through the log, or follows it. */
const windows = { new: 64 * 1024, all: 8 * 1024 * 1024, following: 1024 * 1024 };
/** A node that does not lead names the one that does, which may have changed meanwhile. */
const mostNodes = 3;

/**
 * Reads and follows `$all` by calls of its own: the client spends ten times as much on an event, does not let the server filter what is
 * read, and has it compress each answer where it can. Which node to ask, the client finds out.
 */
export class LogReader {
  private readonly closing = new AbortController();
  /** What is new is asked for with every command: a connection of its own each time takes longer than the answer. */
  private readonly kept = new KeptSession();

  constructor(
    private readonly connection: Connection,
    private readonly deadlineMs: number,
  ) {}

  /** What lies after a position, up to the present end, as many events at a time as have arrived. */
  read(options: LogReading): AsyncGenerator<readonly UnreadEvent[], void> {
    return this.reading(options, { window: windows.new, kept: this.kept });
  }

  /** The same for whoever goes through much of the log. */
  scan(options: LogReading): AsyncGenerator<readonly UnreadEvent[], void> {
    return this.reading(options, { window: windows.all });
  }

  private async *reading(
    { after, streamPrefixes, withMarks }: LogReading,
    connection: Connecting,
  ): AsyncGenerator<readonly UnreadEvent[], void> {
    const what = 'read the log';
    const request = readAllRequest({ from: after, streamPrefixes, withMarks });
    yield* this.calling(what, request, connection, async function* (call, deadlineMs) {
      for await (const messages of itemsWithin(deadlineMs, what, call)) {
        const events: UnreadEvent[] = [];
        for (const message of messages) {
          const answer = answerIn(message, withMarks);
          // Reading is inclusive.
          if (answer?.kind === 'event' && (after === undefined || answer.event.position > after)) {
            events.push(answer.event);
          }
        }
        if (events.length > 0) yield events;
      }
    });
  }

  /** Deliveries in the order in which the server sent them, until the signal fires or the call ends. */
  async *follow(options: SubscribeOptions): AsyncGenerator<readonly Delivery[], void> {
    const { after, streamPrefixes, withMarks, maxBatch = 500 } = options;
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    if (signal.aborted) return;
    const request = followAllRequest({ from: after, streamPrefixes, withMarks });
    const connection = { window: windows.following };
    yield* this.calling('follow the log', request, connection, async function* (call, deadlineMs) {
      const confirming = confirmedWithin(deadlineMs, call);
      const cancel = () => void call.cancel();
      signal.addEventListener('abort', cancel);
      try {
        for await (const messages of call) {
          const arrived: Delivery[] = [];
          for (const message of messages) {
            const answer = answerIn(message, withMarks);
            if (answer?.kind === 'confirmation') clearTimeout(confirming);
            else if (answer) arrived.push(answer);
          }
          for (let at = 0; at < arrived.length && !signal.aborted; at += maxBatch) {
            yield arrived.slice(at, at + maxBatch);
          }
        }
      } finally {
        clearTimeout(confirming);
        signal.removeEventListener('abort', cancel);
        cancel();
      }
    });
  }

  /** Ends whoever follows. */
  async close(): Promise<void> {
    this.closing.abort();
    this.kept.close();
    await this.connection.close();
  }

  private async *calling<T>(
    what: string,
    request: Buffer,
    connecting: Connecting,
    take: (call: Call, deadlineMs: number) => AsyncGenerator<T, void>,
  ): AsyncGenerator<T, void> {
    const { client } = this.connection;
    let leader: string | undefined;
    for (let attempts = mostNodes; ; attempts -= 1) {
      let hasBegun = false;
      try {
        const endpoint = await answerWithin(this.deadlineMs, what, this.connection.endpoint(client, leader));
        const call = new Call(endpoint, {
          path: readPath,
          requiresLeader: endpoint.prefersLeader,
          ...connecting,
        });
        void call.send(request);
        call.finish();
        for await (const some of take(call, this.deadlineMs)) {
          hasBegun = true;
          this.connection.answered();
          yield some;
        }
        return;
      } catch (error) {
        leader = error instanceof Refusal ? error.leader : undefined;
        if (leader !== undefined && !hasBegun && attempts > 1) continue;
        // The next call finds out anew which node answers; no other one has what this one lost.
        if (damageIn(error) === undefined) this.connection.renew(client);
        throw await this.connection.failure(error, { what, right: 'read $all' });
      }
    }
  }
}

/** A server that never confirms a subscription may have fallen silent; once it has, it is quiet while nothing happens. */
const confirmedWithin = (deadlineMs: number, call: Call) =>
  setTimeout(() => {
    call.destroy(
      new StoreUnavailable(`The event store did not answer a subscription within ${deadlineMs} ms.`),
    );
  }, deadlineMs);
