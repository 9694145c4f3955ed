/** One byte that says whether the message is compressed, four with its length. */
const prefixLength = 5;

/** Cuts what arrives into gRPC messages, whatever way it was chunked. */
export class Frames {
  private pieces: Buffer[] = [];
  private held = 0;
  private wanted = prefixLength;

  /** Whether a message has begun and not ended. */
  get isUnfinished(): boolean {
    return this.held > 0;
  }

  /** The messages that are whole with this chunk: pieces of it, not copies. */
  take(chunk: Buffer): Buffer[] {
    this.pieces.push(chunk);
    this.held += chunk.length;
    if (this.held < this.wanted) return [];
    const bytes = this.pieces.length === 1 ? chunk : Buffer.concat(this.pieces, this.held);
    const messages: Buffer[] = [];
    let at = 0;
    for (;;) {
      const left = bytes.length - at;
      this.wanted = left < prefixLength ? prefixLength : prefixLength + bytes.readUInt32BE(at + 1);
      if (left < this.wanted) break;
      if (bytes[at] !== 0) throw new Error('The event store compressed an answer unasked.');
      messages.push(bytes.subarray(at + prefixLength, at + this.wanted));
      at += this.wanted;
    }
    this.pieces = at === bytes.length ? [] : [bytes.subarray(at)];
    this.held = bytes.length - at;
    return messages;
  }
}

/** A message behind its prefix. */
export function framed(message: Buffer): readonly [prefix: Buffer, message: Buffer] {
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt32BE(message.length, 1);
  return [prefix, message];
}
