import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { anybody, type Caller } from '../access/accounts.js';
import { FrameSplitter, frame } from '../wire/grpc-frames.js';
import { MalformedMessage } from '../wire/protobuf.js';
import { DamagedEvent, LogNotWritable } from '../log/faults.js';
import { GrpcError, grpcStatus, percentEncoded } from './status.js';

const contentType = { ':status': 200, 'content-type': 'application/grpc' };

/** One gRPC call: its messages in, its messages and its status out. Whatever the client sends ends in a status. */
export class Call {
  caller: Caller = anybody;
  readonly #stream: ServerHttp2Stream;
  readonly #splitter = new FrameSplitter();
  readonly #onClose: (() => void)[] = [];
  #onMessage: ((message: Buffer) => void) | undefined;
  #onEnd: (() => void) | undefined;
  #ended = false;
  #closed = false;
  #trailers: Record<string, string> = { 'grpc-status': '0' };
  #deadline: NodeJS.Timeout | undefined;

  constructor(
    stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
  ) {
    this.#stream = stream;
    stream.on('error', () => this.#close());
    stream.on('aborted', () => this.#close());
    stream.on('close', () => this.#close());
    stream.on('wantTrailers', () => stream.sendTrailers(this.#trailers));
    stream.on('data', (chunk: Buffer) => this.#receive(chunk));
    stream.on('end', () => this.#receiveEnd());
    const milliseconds = timeout(headers['grpc-timeout']);
    if (milliseconds !== undefined) {
      this.#deadline = setTimeout(
        () => this.fail(new GrpcError(grpcStatus.deadlineExceeded, 'Deadline exceeded.')),
        milliseconds,
      );
    }
  }

  /** Whether anything that is sent could still arrive. */
  get open(): boolean {
    return !this.#closed && !this.#ended && !this.#stream.destroyed && !this.#stream.closed;
  }

  /** Hands over each message as it comes, and then the end of them. */
  receive(onMessage: (message: Buffer) => void, onEnd: () => void = () => undefined): void {
    this.#onMessage = onMessage;
    this.#onEnd = onEnd;
  }

  /** Takes no more of what the client sends, until `resume`; the client notices when its window is full. */
  pause(): void {
    if (this.open) this.#stream.pause();
  }

  resume(): void {
    this.#stream.resume();
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener();
    else this.#onClose.push(listener);
  }

  /** Sends one message. */
  send(message: Uint8Array): boolean {
    return this.sendFrames(frame(message));
  }

  /** Sends bytes that are whole gRPC frames already. False means: wait for `drained` before sending more. */
  sendFrames(frames: Buffer): boolean {
    if (!this.open) return false;
    if (!this.#stream.headersSent) this.#stream.respond(contentType, { waitForTrailers: true });
    return this.#stream.write(frames);
  }

  /** Resolves when what was sent has left, or the call is over. */
  async drained(): Promise<void> {
    if (!this.open || !this.#stream.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const proceed = (): void => {
        this.#stream.off('drain', proceed);
        this.#stream.off('close', proceed);
        resolve();
      };
      this.#stream.on('drain', proceed);
      this.#stream.on('close', proceed);
    });
  }

  finish(): void {
    this.#end({ 'grpc-status': '0' });
  }

  /** Ends the call with an error's status and trailers. */
  fail(error: unknown): void {
    const { status, message, trailers } = asGrpcError(error);
    const encoded: Record<string, string> = {
      'grpc-status': String(status),
      'grpc-message': percentEncoded(message),
    };
    for (const [name, value] of Object.entries(trailers)) encoded[name] = percentEncoded(value);
    this.#end(encoded);
  }

  #end(trailers: Record<string, string>): void {
    if (!this.open) return;
    this.#ended = true;
    clearTimeout(this.#deadline);
    this.#trailers = trailers;
    if (this.#stream.headersSent) this.#stream.end();
    else this.#stream.respond({ ...contentType, 'content-length': '0', ...trailers }, { endStream: true });
    this.#stream.resume();
    this.#notifyClose();
    if (!this.#stream.readableEnded) {
      // A client that goes on sending after the answer gets a moment to notice it.
      const patience = setTimeout(() => this.#stream.close(), 1000);
      this.#stream.once('close', () => clearTimeout(patience));
    }
  }

  #receive(chunk: Buffer): void {
    if (!this.open) return;
    this.#guard(() => {
      for (const message of this.#splitter.add(chunk)) {
        if (this.open) this.#onMessage?.(message);
      }
    });
  }

  #receiveEnd(): void {
    if (!this.open) return;
    this.#guard(() => {
      if (this.#splitter.unfinished) throw new MalformedMessage('a message that does not end');
      this.#onEnd?.();
    });
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fail(error);
    }
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#deadline);
    this.#notifyClose();
  }

  #notifyClose(): void {
    for (const listener of this.#onClose.splice(0)) listener();
  }
}

/** The status that tells a client of an error. */
export function asGrpcError(error: unknown): GrpcError {
  if (error instanceof GrpcError) return error;
  if (error instanceof MalformedMessage) {
    return new GrpcError(grpcStatus.invalidArgument, `The request is malformed: ${error.message}.`);
  }
  if (error instanceof DamagedEvent) return new GrpcError(grpcStatus.dataLoss, error.message);
  if (error instanceof LogNotWritable) return new GrpcError(grpcStatus.resourceExhausted, error.message);
  return new GrpcError(grpcStatus.unknown, error instanceof Error ? error.message : String(error));
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1000,
  m: 1,
  u: 0.001,
  n: 0.000_001,
};

/** Milliseconds of a `grpc-timeout` header; undefined when there is none, or it is too far away for a timer. */
function timeout(header: string | string[] | undefined): number | undefined {
  const [, digits, unit] = /^(\d{1,8})([HMSmun])$/.exec(typeof header === 'string' ? header : '') ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const milliseconds = Number(digits) * (unitMilliseconds[unit] ?? 0);
  return milliseconds < 2 ** 31 ? milliseconds : undefined;
}
