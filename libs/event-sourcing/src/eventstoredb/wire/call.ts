import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
} from 'node:http2';
import type { Endpoint } from './endpoint.js';
import { framed, Frames } from './frames.js';

export interface CallOptions {
  /** `/<service>/<method>` */
  readonly path: string;
  /** So many bytes may the server send ahead of what was read. */
  readonly window: number;
}

/**
 * One gRPC call on a connection of its own. Offers the server no compression: one that finds it offered spends ten times the work on
 * each answer, and the reader as much to undo it.
 */
export class Call implements AsyncIterable<readonly Buffer[]> {
  private readonly session: ClientHttp2Session;
  private readonly stream: ClientHttp2Stream;
  private headers: IncomingHttpHeaders = {};
  private failure: Error | undefined;
  private isCancelled = false;

  constructor(endpoint: Endpoint, { path, window }: CallOptions) {
    const { address, tls, authorization } = endpoint;
    this.session = connect(`${tls ? 'https' : 'http'}://${address}`, {
      settings: { initialWindowSize: window, enablePush: false },
      ...tls,
    });
    this.session.on('error', (error) => (this.failure ??= error as Error));
    this.session.on('connect', () => {
      if (!this.session.destroyed) this.session.setLocalWindowSize(window);
    });
    this.stream = this.session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: path,
      [constants.HTTP2_HEADER_CONTENT_TYPE]: 'application/grpc',
      [constants.HTTP2_HEADER_TE]: 'trailers',
      'grpc-accept-encoding': 'identity',
      ...(authorization !== undefined && { authorization }),
    });
    const take = (headers: IncomingHttpHeaders) => (this.headers = { ...this.headers, ...headers });
    this.stream.on('response', take).on('trailers', take);
    // Also when nobody iterates any more.
    this.stream.on('error', (error) => (this.failure ??= error as Error));
    const stopPinging = this.keepAlive(endpoint.keepAlive);
    this.stream.on('close', () => {
      stopPinging();
      this.session.close();
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

  /** Whoever iterates fails with this error. */
  destroy(error: Error): void {
    this.failure ??= error;
    this.stream.destroy();
    this.session.destroy();
  }

  /** Whoever iterates comes to an end without an error. */
  cancel(): Promise<void> {
    this.isCancelled = true;
    this.stream.close(constants.NGHTTP2_CANCEL);
    this.session.destroy();
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

  /** A connection that fell silent is noticed by a ping that has no answer. */
  private keepAlive({ interval, timeout }: Endpoint['keepAlive']): () => void {
    if (interval < 0) return () => undefined;
    const pinging = setInterval(() => {
      if (this.session.destroyed || this.session.connecting) return;
      const late = setTimeout(
        () => this.destroy(new Error(`The event store did not answer a ping within ${timeout} ms.`)),
        timeout < 0 ? 2 ** 31 - 1 : timeout,
      );
      this.session.ping(() => clearTimeout(late));
    }, interval);
    return () => clearInterval(pinging);
  }
}

function assertEndedWell(headers: IncomingHttpHeaders, isUnfinished: boolean): void {
  const status = headers['grpc-status'];
  if (status === '0' && !isUnfinished) return;
  if (status === undefined || status === '0') throw new Error('The connection ended within an answer.');
  const said = headers['grpc-message'];
  throw new Error(
    `it answered with status ${String(status)}: ${typeof said === 'string' ? decodeURIComponent(said) : ''}`,
  );
}
