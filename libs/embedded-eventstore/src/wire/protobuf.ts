/** A message that is not well-formed protobuf; the call that brought it is answered, the node goes on. */
export class MalformedMessage extends Error {
  override name = 'MalformedMessage';
}

/**
 * Reads one protobuf message field by field. Never reads outside its bounds: whatever does not fit is a
 * MalformedMessage.
 */
export class MessageReader {
  /** The number of the field that `next` found. */
  field = 0;
  #wireType = 0;
  #at: number;

  constructor(
    readonly bytes: Buffer,
    start = 0,
    readonly end: number = bytes.length,
  ) {
    this.#at = start;
  }

  /** Moves to the next field; false at the end of the message. */
  next(): boolean {
    if (this.#at >= this.end) return false;
    const tag = this.#varint();
    this.field = Math.floor(tag / 8);
    this.#wireType = tag % 8;
    if (this.field < 1 || this.field > 0x1fffffff) throw new MalformedMessage(`field number ${this.field}`);
    return true;
  }

  /** An unsigned integer; beyond 2^53 the nearest number. */
  uint(): number {
    this.#expect(0);
    return this.#varint();
  }

  /** A 64-bit integer as its two's complement says. */
  int64(): bigint {
    this.#expect(0);
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (this.#at >= this.end || shift > 63n) throw new MalformedMessage('an integer that does not end');
      const byte = this.bytes[this.#at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
  }

  int(): number {
    return Number(this.int64());
  }

  bool(): boolean {
    return this.uint() !== 0;
  }

  /** A view into the message, not a copy. */
  bytesField(): Buffer {
    const start = this.#enter();
    return this.bytes.subarray(start, this.#at);
  }

  string(): string {
    const bytes = this.bytesField();
    const text = bytes.toString('utf8');
    if (text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(bytes)) {
      throw new MalformedMessage('text that is not UTF-8');
    }
    return text;
  }

  message(): MessageReader {
    const start = this.#enter();
    return new MessageReader(this.bytes, start, this.#at);
  }

  /** Passes over a field that the reader does not know. */
  skip(): void {
    switch (this.#wireType) {
      case 0:
        this.#varint();
        return;
      case 1:
        this.#pass(8);
        return;
      case 2:
        this.#pass(this.#varint());
        return;
      case 5:
        this.#pass(4);
        return;
      default:
        throw new MalformedMessage(`wire type ${this.#wireType}`);
    }
  }

  /** Where the content of a field with a length begins; the reader is then behind it. */
  #enter(): number {
    this.#expect(2);
    const length = this.#varint();
    const start = this.#at;
    this.#pass(length);
    return start;
  }

  #pass(length: number): void {
    if (length > this.end - this.#at) throw new MalformedMessage('a field longer than its message');
    this.#at += length;
  }

  #expect(wireType: number): void {
    if (this.#wireType !== wireType) {
      throw new MalformedMessage(`field ${this.field} has wire type ${this.#wireType}, not ${wireType}`);
    }
  }

  #varint(): number {
    let value = 0;
    let factor = 1;
    for (let length = 0; length < 10; length += 1) {
      if (this.#at >= this.end) break;
      const byte = this.bytes[this.#at++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new MalformedMessage('an integer that does not end');
  }
}

/** Builds one protobuf message. Zero and empty values are written when asked for: leaving them out is the caller's choice. */
export class MessageWriter {
  #bytes = Buffer.allocUnsafe(256);
  #length = 0;

  uint(field: number, value: number | bigint): this {
    this.#varint(field * 8);
    this.#varint(value);
    return this;
  }

  /** Signed values as protobuf has them: negative ones take ten bytes. */
  int(field: number, value: number | bigint): this {
    return this.uint(field, value < 0 ? BigInt.asUintN(64, BigInt(value)) : value);
  }

  bool(field: number, value: boolean): this {
    return this.uint(field, value ? 1 : 0);
  }

  bytes(field: number, value: Uint8Array): this {
    this.#varint(field * 8 + 2);
    this.#varint(value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  string(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value, 'utf8'));
  }

  message(field: number, value: MessageWriter): this {
    return this.bytes(field, value.#bytes.subarray(0, value.#length));
  }

  /** An empty message, the protocol's way to say that an option is chosen. */
  empty(field: number): this {
    this.#varint(field * 8 + 2);
    this.#varint(0);
    return this;
  }

  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #varint(value: number | bigint): void {
    this.#reserve(10);
    this.#length = writeVarint(this.#bytes, this.#length, value);
  }

  #reserve(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** How many bytes a number takes as a varint. */
export function varintSize(value: number | bigint): number {
  let size = 1;
  if (typeof value === 'bigint') {
    for (let rest = value >> 7n; rest > 0n; rest >>= 7n) size += 1;
    return size;
  }
  for (let rest = value; rest >= 128; rest /= 128) size += 1;
  return size;
}

/** Writes a varint at the offset and returns the offset behind it. */
export function writeVarint(target: Buffer, at: number, value: number | bigint): number {
  let offset = at;
  if (typeof value === 'bigint') {
    let rest = value;
    while (rest > 127n) {
      target[offset++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    target[offset++] = Number(rest);
    return offset;
  }
  let rest = value;
  while (rest > 0x7fffffff) {
    target[offset++] = (rest % 128) | 0x80;
    rest = Math.floor(rest / 128);
  }
  while (rest > 127) {
    target[offset++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  target[offset++] = rest;
  return offset;
}
