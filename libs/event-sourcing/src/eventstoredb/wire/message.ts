/** What arrived is no answer that the protocol knows. */
export class MalformedAnswer extends Error {
  override name = 'MalformedAnswer';
}

const cut = () => new MalformedAnswer('The event store’s answer ends within a field.');

/** Reads protobuf fields one after the other, in place. Nested messages are read by the same reader, up to their own end. */
export class MessageReader {
  at = 0;

  constructor(readonly bytes: Buffer) {}

  /** An unsigned integer; beyond 2^53 the nearest number. */
  uint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte === undefined) throw cut();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let factor = 0x80; ; factor *= 0x80) {
      byte = bytes[this.at++];
      if (byte === undefined || factor > 2 ** 63) throw cut();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** An unsigned integer of 64 bits. */
  uint64(): bigint {
    const start = this.at;
    const value = this.uint();
    if (value <= Number.MAX_SAFE_INTEGER) return BigInt(value);
    let exact = 0n;
    for (let at = this.at - 1; at >= start; at -= 1) {
      exact = (exact << 7n) | BigInt((this.bytes[at] ?? 0) & 0x7f);
    }
    return exact;
  }

  /** Where the field with a length that comes now will end. */
  end(): number {
    const length = this.uint();
    const end = this.at + length;
    if (end > this.bytes.length) throw cut();
    return end;
  }

  text(): string {
    const end = this.end();
    const text = this.bytes.toString('utf8', this.at, end);
    this.at = end;
    return text;
  }

  /** The bytes of the field with a length that comes now: a piece of the message, no copy. */
  content(): Buffer {
    const end = this.end();
    const content = this.bytes.subarray(this.at, end);
    this.at = end;
    return content;
  }

  /** The text under this tag in the message that comes now; empty where it has none. */
  textWithin(tag: number): string {
    const end = this.end();
    let text = '';
    while (this.at < end) {
      const found = this.uint();
      if (found === tag) text = this.text();
      else this.skip(found);
    }
    return text;
  }

  /** Whether these bytes come now; if so, they are passed. */
  passes(expected: Buffer): boolean {
    for (let index = 0; index < expected.length; index += 1) {
      if (this.bytes[this.at + index] !== expected[index]) return false;
    }
    this.at += expected.length;
    return true;
  }

  /** Passes over the field of this tag. */
  skip(tag: number): void {
    switch (tag & 7) {
      case 0:
        this.uint();
        return;
      case 1:
        this.at += 8;
        return;
      case 2:
        this.at = this.end();
        return;
      case 5:
        this.at += 4;
        return;
      default:
        throw new MalformedAnswer(`The event store’s answer has a field of wire type ${tag & 7}.`);
    }
  }
}

type Part = Buffer | string;

/** A field that holds an unsigned integer. */
export const uintField = (field: number, value: number | bigint): Buffer =>
  Buffer.from([...varint(BigInt(field * 8)), ...varint(BigInt(value))]);

/** A field that holds a text or a message; without parts the empty message, which chooses an option. */
export function field(number: number, ...parts: readonly Part[]): Buffer {
  let length = 0;
  for (const part of parts) length += typeof part === 'string' ? Buffer.byteLength(part) : part.length;
  const head = [...varint(number * 8 + 2), ...varint(length)];
  const bytes = Buffer.allocUnsafe(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  return bytes;
}

function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = typeof rest === 'bigint' ? rest >> 7n : Math.floor(rest / 0x80)) {
    bytes.push(Number(typeof rest === 'bigint' ? rest & 0x7fn : rest % 0x80) | 0x80);
  }
  bytes.push(Number(rest));
  return bytes;
}
