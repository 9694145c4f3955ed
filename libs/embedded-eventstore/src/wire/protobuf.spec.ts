import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FrameSplitter, frame } from './grpc-frames.js';
import { eventFrameSize, readEventFrame, withStructuredId, writeEventFrame } from './event-frame.js';
import { MalformedMessage, MessageReader, MessageWriter, varintSize, writeVarint } from './protobuf.js';
import { readReadRequest } from './read-requests.js';
import { readUuid } from './request-parts.js';
import { readBatchAppend } from './write-requests.js';
import { rounds } from '../../../../test/support/rounds.js';

const uint64 = fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn });
const bytes = fc.uint8Array({ maxLength: 300 });
const text = fc.string({ unit: 'binary', maxLength: 60 });

describe('a varint', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(uint64, (value) => {
        const reader = new MessageReader(new MessageWriter().uint(1, value).finish());
        reader.next();
        expect(reader.int64()).toBe(BigInt.asIntN(64, value));
      }),
    );
  });

  it('takes the bytes that it is said to take', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (value) => {
        const target = Buffer.alloc(10);
        expect(writeVarint(target, 0, value)).toBe(varintSize(value));
        expect(varintSize(value)).toBe(varintSize(BigInt(value)));
      }),
    );
  });
});

describe('a message', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(uint64, bytes, text, fc.boolean(), (number, blob, words, flag) => {
        const inner = new MessageWriter().string(1, words).bool(2, flag);
        const reader = new MessageReader(
          new MessageWriter().uint(1, number).bytes(2, blob).message(3, inner).empty(4).finish(),
        );
        expect(reader.next() && reader.int64()).toBe(BigInt.asIntN(64, number));
        expect(reader.next() && Buffer.compare(reader.bytesField(), blob)).toBe(0);
        reader.next();
        const nested = reader.message();
        expect(nested.next() && nested.string()).toBe(words);
        expect(nested.next() && nested.bool()).toBe(flag);
        expect(reader.next() && reader.field).toBe(4);
        reader.skip();
        expect(reader.next()).toBe(false);
      }),
    );
  });

  it('of any bytes is read to its end or refused as malformed', () => {
    fc.assert(
      fc.property(bytes, (garbage) => {
        for (const read of [readReadRequest, readBatchAppend, drain]) {
          try {
            read(Buffer.from(garbage));
          } catch (error) {
            expect(error instanceof MalformedMessage || (error as Error).name === 'GrpcError').toBe(true);
          }
        }
      }),
      { numRuns: rounds(20_000) },
    );
  });
});

describe('a stored event', () => {
  const event = fc.record({
    id: fc.uuid(),
    type: fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
    isJson: fc.boolean(),
    metadata: bytes,
    data: bytes,
  });
  const place = fc.record({
    stream: text,
    revision: fc.oneof(fc.nat(), fc.constant(9_223_372_036_854_775_807n)),
    position: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  });

  it('is read from its frame as it was written, and the frame is as long as was said', () => {
    fc.assert(
      fc.property(event, place, (proposed, { stream, revision, position }) => {
        const placement = {
          stream: Buffer.from(stream),
          type: Buffer.from(proposed.type),
          revision,
          position,
          created: '17952987722759087',
        };
        const size = eventFrameSize(proposed, placement);
        const target = Buffer.alloc(size);
        expect(writeEventFrame(target, 0, proposed, placement)).toBe(size);
        expect(new FrameSplitter().add(target)).toHaveLength(1);
        const stored = readEventFrame(target);
        expect({ ...stored, data: [...stored.data], metadata: [...stored.metadata] }).toEqual({
          ...proposed,
          data: [...proposed.data],
          metadata: [...proposed.metadata],
          stream,
          revision: BigInt(revision),
          position,
          created: '17952987722759087',
        });
      }),
    );
  });

  it('keeps its id in the structured form', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const recorded = new MessageWriter()
          .message(1, new MessageWriter().string(2, id))
          .uint(5, 7)
          .finish();
        const reader = new MessageReader(withStructuredId(recorded));
        reader.next();
        expect(readUuid(reader.message())).toBe(id);
        expect(reader.next() && reader.uint()).toBe(7);
      }),
    );
  });
});

describe('the messages of a call', () => {
  it('are the same however they are chunked', () => {
    fc.assert(
      fc.property(
        fc.array(bytes, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (messages, cuts) => {
          const all = Buffer.concat(messages.map((message) => frame(message)));
          const splitter = new FrameSplitter();
          const found: Buffer[] = [];
          for (let at = 0, turn = 0; at < all.length; turn += 1) {
            const length = cuts[turn % cuts.length] ?? 1;
            found.push(...splitter.add(all.subarray(at, at + length)));
            at += length;
          }
          expect(found.map((message) => [...message])).toEqual(messages.map((message) => [...message]));
          expect(splitter.unfinished).toBe(false);
        },
      ),
    );
  });
});

function drain(message: Buffer): void {
  const reader = new MessageReader(message);
  while (reader.next()) reader.skip();
}
