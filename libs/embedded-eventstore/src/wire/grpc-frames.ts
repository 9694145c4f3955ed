import { GrpcError, grpcStatus } from '../grpc/status.js';
import { prefixLength } from './event-frame.js';

/** The largest message that is taken from a client. An append may be 1 MiB; what lies between is answered kindly. */
const maximumMessageLength = 16 * 1024 * 1024;

/** Cuts the bytes of a call into gRPC messages, whatever way they were chunked. */
export class FrameSplitter {
  #pieces: Buffer[] = [];
  #length = 0;

  /** Adds a chunk and returns the messages that are complete with it. */
  add(chunk: Buffer): Buffer[] {
    this.#pieces.push(chunk);
    this.#length += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      if (this.#length < prefixLength) return messages;
      const head = this.#peek();
      if (head[0] !== 0) {
        throw new GrpcError(grpcStatus.unimplemented, 'Compressed messages are not supported.');
      }
      const length = head.readUInt32BE(1);
      if (length > maximumMessageLength) {
        throw new GrpcError(
          grpcStatus.resourceExhausted,
          'Received message exceeds the maximum configured message size.',
        );
      }
      if (this.#length < prefixLength + length) return messages;
      const all = this.#joined();
      messages.push(all.subarray(prefixLength, prefixLength + length));
      const rest = all.subarray(prefixLength + length);
      this.#pieces = rest.length > 0 ? [rest] : [];
      this.#length = rest.length;
    }
  }

  /** Whether a message has begun and not ended. */
  get unfinished(): boolean {
    return this.#length > 0;
  }

  #peek(): Buffer {
    const first = this.#pieces[0];
    return first && first.length >= prefixLength ? first : this.#joined();
  }

  #joined(): Buffer {
    const [first] = this.#pieces;
    if (this.#pieces.length === 1 && first) return first;
    const all = Buffer.concat(this.#pieces, this.#length);
    this.#pieces = [all];
    return all;
  }
}

/** A message with its gRPC prefix. */
export function frame(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(prefixLength + message.length);
  framed[0] = 0;
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, prefixLength);
  return framed;
}
