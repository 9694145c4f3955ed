import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
} from 'node:http2';
import type { Endpoint } from './endpoint.js';
import { framed, Frames } from './frames.js';
import { type KeptSession, openSession } from './session.js';

export interface CallOptions {
  /** `/<service>/<method>` */
  readonly path: string;
  /** Only the node that leads a cluster may answer: another may not know yet what was appended. */
  readonly requiresLeader?: boolean;
  /** So many bytes may the server send ahead of what was read. */
  readonly window: number;
  /** Whose connection it goes over; one of its own unless told. */
  readonly kept?: KeptSession | undefined;
}

/**
 * One gRPC call. Offers the server no compression: one that finds it offered spends ten times the work on
 * each answer, and the reader as much to undo it.
 */
export class Call implements AsyncIterable<readonly Buffer[]> {
  private readonly session: ClientHttp2Session;
  private readonly stream: ClientHttp2Stream;
  private headers: IncomingHttpHeaders = {};
  private failure: Error | undefined;
  private isCancelled = false;

  private readonly isAlone: boolean;

  constructor(endpoint: Endpoint, { path, requiresLeader = false, window, kept }: CallOptions) {
    const { authorization } = endpoint;
    this.isAlone = kept === undefined;
    this.session = kept?.to(endpoint, window) ?? openSession(endpoint, window);
    this.stream = this.session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: path,
      [constants.HTTP2_HEADER_CONTENT_TYPE]: 'application/grpc',
      [constants.HTTP2_HEADER_TE]: 'trailers',
      'grpc-accept-encoding': 'identity',
      ...(authorization !== undefined && { authorization }),
      ...(requiresLeader && { 'requires-leader': 'true' }),
    });
    const take = (headers: IncomingHttpHeaders) => (this.headers = { ...this.headers, ...headers });
    this.stream.on('response', take).on('trailers', take);
    // Also when nobody iterates any more.
    const fail = (error: Error) => void (this.failure ??= error);
    this.stream.on('error', fail);
    this.session.on('error', fail);
    this.stream.on('close', () => {
      if (this.isAlone) this.session.close();
      else this.session.off('error', fail);
    });
  }

  /** Sends messages in one write; resolves when more may follow. */
  async send(...messages: readonly Buffer[]): Promise<void> {
    if (this.stream.write(Buffer.concat(messages.flatMap(framed))) || this.stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.stream.off('drain', done).off('close', done);
        resolve();
      };
      this.stream.on('drain', done).on('close', done);
    });
  }

  /** Nothing more will be sent. */
  finish(): void {
    this.stream.end();
  }

  on(event: 'error', listener: (error: Error) => void): this {
    this.stream.on(event, listener);
    return this;
  }

  /** Whoever iterates fails with this error. The connection, which may have fallen silent, ends too. */
  destroy(error: Error): void {
    this.failure ??= error;
    this.stream.destroy();
    this.session.destroy();
  }

  /** Whoever iterates comes to an end without an error. */
  cancel(): Promise<void> {
    this.isCancelled = true;
    this.stream.close(constants.NGHTTP2_CANCEL);
    if (this.isAlone) this.session.destroy();
    return Promise.resolve();
  }

  /** The messages, as many at a time as have arrived; fails unless the call ends well or is cancelled. */
  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Buffer[], void> {
    const frames = new Frames();
    try {
      for await (const chunk of this.stream as AsyncIterable<Buffer>) {
        if (this.isCancelled) return;
        const messages = frames.take(chunk);
        if (messages.length > 0) yield messages;
      }
    } catch (error) {
      if (this.isCancelled) return;
      throw this.failure ?? error;
    }
    if (this.isCancelled) return;
    if (this.failure) throw this.failure;
    assertEndedWell(this.headers, frames.isUnfinished);
  }
}

function assertEndedWell(headers: IncomingHttpHeaders, isUnfinished: boolean): void {
  const status = headers['grpc-status'];
  if (status === '0' && !isUnfinished) return;
  if (status !== undefined && status !== '0') throw new Refusal(headers);
  const http = headers[constants.HTTP2_HEADER_STATUS];
  if (Number(http ?? 200) !== 200) {
    throw new Error(`it answered with HTTP status ${String(http)}, no event store does.`);
  }
  throw new Error('The connection ended within an answer.');
}

/** The call was answered, with a failure. */
export class Refusal extends Error {
  override name = 'Refusal';
  /** gRPC's number for what kind of failure it is. */
  readonly status: number;
  /** The server's own words. */
  readonly said: string;
  /** `host:port` of the node that would have answered, where this one does not lead the cluster. */
  readonly leader: string | undefined;

  constructor(headers: IncomingHttpHeaders) {
    const status = Number(headers['grpc-status']);
    const said = decoded(headers['grpc-message']);
    super(`it answered with status ${status}: ${said}`);
    this.status = status;
    this.said = said;
    const [host, port] = [headers['leader-endpoint-host'], headers['leader-endpoint-port']];
    this.leader =
      headers['exception'] === 'not-leader' && host && port ? `${String(host)}:${String(port)}` : undefined;
  }
}

function decoded(said: string | readonly string[] | undefined): string {
  const text = String(said ?? '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
