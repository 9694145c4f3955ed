import { createHash, webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { chunkLength, DamagedDocument, headerLength, opened, sealed, sealedLength } from './file-format.js';

const key = Buffer.alloc(32, 7);
const otherKey = Buffer.alloc(32, 8);
const sealedChunk = chunkLength + 16;

const gathered = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
/** Bytes that differ from place to place, so that an exchange shows. */
const bytesOf = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, place) => (place * 31 + (place >> 8)) & 0xff));
const fileOf = (content: Buffer) => gathered(sealed(key, [content]));
const cut = (bytes: Buffer, lengths: readonly number[]): Buffer[] => {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const length of lengths) pieces.push(bytes.subarray(at, (at += length)));
  return [...pieces, bytes.subarray(at)];
};

/** Lengths around the ends of chunks, where mistakes are made. */
const someLength = fc.oneof(
  fc.nat(300),
  fc.constantFrom(chunkLength - 1, chunkLength, chunkLength + 1, 2 * chunkLength, 2 * chunkLength + 1),
  fc.nat(3 * chunkLength),
);
const cuts = fc.array(fc.oneof(fc.nat(40), fc.nat(90_000)), { maxLength: 12 });
const runs = { numRuns: 60 };

describe('the file of a document', () => {
  it('opens to what was sealed, however both come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(someLength, cuts, cuts, async (length, given, read) => {
        const content = bytesOf(length);
        const file = await gathered(sealed(key, cut(content, given)));
        expect(file).toHaveLength(sealedLength(length));
        expect((await gathered(opened(key, cut(file, read)))).equals(content)).toBe(true);
      }),
      runs,
    );
  });

  it('does not open once any bit of it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(someLength, fc.nat(), fc.nat(7), async (length, place, bit) => {
        const file = await fileOf(bytesOf(length));
        const at = place % file.length;
        file[at] = (file[at] ?? 0) ^ (1 << bit);
        await expect(gathered(opened(key, [file]))).rejects.toThrow(DamagedDocument);
      }),
      runs,
    );
  });

  it('does not open cut short or added to, wherever', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLength,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        async (length, at, more) => {
          const file = await fileOf(bytesOf(length));
          await expect(gathered(opened(key, [file.subarray(0, at % file.length)]))).rejects.toThrow(
            DamagedDocument,
          );
          await expect(gathered(opened(key, [file, more]))).rejects.toThrow(DamagedDocument);
        },
      ),
      runs,
    );
  });

  it('does not open cut at the end of a part, nor with parts left out, twice or in another order', async () => {
    const file = await fileOf(bytesOf(3 * chunkLength));
    const part = (n: number) =>
      file.subarray(headerLength + n * sealedChunk, headerLength + (n + 1) * sealedChunk);
    const header = file.subarray(0, headerLength);
    for (const parts of [[], [0], [0, 1], [0, 2], [1, 0, 2], [0, 1, 1, 2], [0, 1, 2, 2], [1, 2]]) {
      const pieces = [header, ...parts.map(part)];
      await expect(gathered(opened(key, pieces))).rejects.toThrow(DamagedDocument);
    }
    expect(await gathered(opened(key, [header, part(0), part(1), part(2)]))).toHaveLength(3 * chunkLength);
  });

  it('hands out nothing of a part that is not what was kept, and the parts before it', async () => {
    const content = bytesOf(3 * chunkLength);
    const file = await fileOf(content);
    const inSecond = headerLength + sealedChunk + 5;
    file[inSecond] = (file[inSecond] ?? 0) ^ 1;
    const given: Buffer[] = [];
    await expect(
      (async () => {
        for await (const piece of opened(key, [file])) given.push(piece);
      })(),
    ).rejects.toThrow('its part 1');
    expect(Buffer.concat(given).equals(content.subarray(0, chunkLength))).toBe(true);
  });

  it('opens with its own key alone, and says so before anything else', async () => {
    await expect(gathered(opened(otherKey, [await fileOf(bytesOf(10))]))).rejects.toThrow(
      'not under its key',
    );
  });

  it('is another file each time', async () => {
    expect((await fileOf(bytesOf(10))).equals(await fileOf(bytesOf(10)))).toBe(false);
  });

  it('holds one part in memory at a time', async () => {
    let [made, taken] = [0, 0];
    async function* content() {
      for (; made < 200; made += 1) {
        expect(made - taken).toBeLessThanOrEqual(3);
        yield bytesOf(chunkLength);
      }
    }
    for await (const piece of opened(key, sealed(key, content()))) taken += piece.length / chunkLength;
    expect(taken).toBe(200);
  });
});

/** Stored for ever: none of these may change. */
describe('the golden file', () => {
  const prefix = Buffer.from('00112233445566', 'hex');
  it.each([
    [0, 'a95e837b5325f757162083cb38b68c8bfad7c03acc5b94419b79359063ee884d'],
    [1, 'c66b9164b184d8c5e87e38568d2d8000f67e69b94266225bb58d4072a535dced'],
    [chunkLength, 'b6382f3bc2570a94dfe2ccc7ea18d1c1868e1db7685b2b43414c4f091852e8dd'],
    [chunkLength + 1, '3bcc34fad82385f288fc69e7640d929fa90418479b636759f7fb3f34a6fc68e6'],
  ])('of %s bytes', async (length, expected) => {
    const file = await gathered(sealed(key, [bytesOf(length)], prefix));
    expect(createHash('sha256').update(file).digest('hex')).toBe(expected);
  });

  it('of a word, which opens by what is written of it, whoever reads it', async () => {
    const file = await gathered(sealed(key, [Buffer.from('Samspor')], prefix));
    expect(file.toString('hex')).toBe(
      '53414d53444f43010011223344556635ac638feddec63ddf521c3c202c43aa0be4811c0a3a108c886d6925db6f7abd30d97864bc3b3a2faf7d081100a39e192f8f1719efa557',
    );
    const { subtle } = webcrypto;
    const dataKey = await subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
    const chunkKey = await subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: Buffer.from('samspor/document/v1') },
      dataKey,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
    const iv = Buffer.concat([prefix, Buffer.of(0, 0, 0, 0, 1)]);
    const opening = subtle.decrypt({ name: 'AES-GCM', iv }, chunkKey, file.subarray(headerLength));
    expect(Buffer.from(await opening).toString()).toBe('Samspor');
  });
});
