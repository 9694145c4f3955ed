import { StoreUnavailable } from '../event-store.js';
import { logStream } from '../log-id.js';
import { Connection } from './connection.js';
import { type Append, appendAnswerIn, appendRequest, batchAppendPath } from './wire/appending.js';
import { Call } from './wire/call.js';

const window = 1024 * 1024;
const deadlineMs = 60_000;
const asked = { what: 'append', right: 'append to streams' } as const;
/** So many appends go into one write. */
const together = 200;

/** Ids and revisions decide what is stored: the same again adds nothing. */
export interface BulkAppender {
  /** In this order, all on disk when it resolves. More may be given meanwhile: they follow behind. */
  append(appends: readonly Append[]): Promise<void>;
  close(): Promise<void>;
}

/** The event store answered an append, and did not take it. */
export class AppendRefused extends Error {
  constructor(
    readonly stream: string,
    /** In the server's words. */
    readonly why: string,
  ) {
    super(`The event store refused an append to ${stream}: ${why}.`);
    this.name = 'AppendRefused';
  }
}

/**
 * Appends whole histories, not commands: many are on their way at a time, on one call, where the client spends ten times as much on each.
 * The first that fails ends it.
 */
export async function openBulkAppender(connectionString: string): Promise<BulkAppender> {
  const connection = new Connection(connectionString);
  await findLeader(connection);
  const endpoint = await connection.endpoint(connection.client);
  return new OneCall(new Call(endpoint, { path: batchAppendPath, window }), connection);
}

/** The client goes to the leader of a cluster when an append is refused elsewhere; one without events changes nothing. */
async function findLeader(connection: Connection): Promise<void> {
  const { client } = connection;
  for (let attempts = 3; ; attempts -= 1) {
    try {
      await client.appendToStream(logStream, [], { expectedRevision: 'any' });
      return;
    } catch (error) {
      if (attempts === 1) throw await connection.failure(error, asked);
    }
  }
}

interface Waiting {
  left: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

class OneCall implements BulkAppender {
  private next = 0;
  private readonly waiting = new Map<number, { readonly stream: string; readonly batch: Waiting }>();
  private failure: Error | undefined;
  private sent = Promise.resolve();

  constructor(
    private readonly call: Call,
    private readonly connection: Connection,
  ) {
    void this.listen();
  }

  async append(appends: readonly Append[]): Promise<void> {
    if (appends.length === 0) return;
    const done = new Promise<void>((resolve, reject) => {
      if (this.failure) {
        reject(this.failure);
        return;
      }
      const batch = { left: appends.length, resolve, reject };
      appends.forEach(({ stream }, index) => this.waiting.set(this.next + index, { stream, batch }));
    });
    const first = this.next;
    this.next += appends.length;
    this.sent = this.sent.then(() => this.send(appends, first));
    await done;
  }

  async close(): Promise<void> {
    this.call.finish();
    await this.call.cancel();
    await this.connection.close();
  }

  /** The server's time for an append begins when it is sent, however long it waited here. */
  private async send(appends: readonly Append[], first: number): Promise<void> {
    for (let at = 0; at < appends.length && !this.failure; at += together) {
      const deadline = new Date(Date.now() + deadlineMs);
      const some = appends.slice(at, at + together);
      await this.call.send(
        ...some.map((append, index) => appendRequest(first + at + index, append, deadline)),
      );
    }
  }

  private async listen(): Promise<void> {
    try {
      for await (const messages of this.call) {
        for (const message of messages) this.take(appendAnswerIn(message));
      }
      this.fail(new StoreUnavailable('The event store ended the appending.'));
    } catch (error) {
      this.fail(await this.connection.failure(error, asked));
    }
  }

  private take({ number, refusal }: ReturnType<typeof appendAnswerIn>): void {
    const told = this.waiting.get(number);
    if (!told) return;
    if (refusal !== undefined) {
      this.fail(new AppendRefused(told.stream, refusal));
      return;
    }
    this.waiting.delete(number);
    told.batch.left -= 1;
    if (told.batch.left === 0) told.batch.resolve();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { batch } of this.waiting.values()) batch.reject(this.failure);
    this.waiting.clear();
  }
}
