import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * A document's file, stored for ever (docs/personal-data.md): magic, 7 random bytes, a commitment to the key, then chunks of 64 KiB, each
 * AES-256-GCM with its tag. A chunk's nonce is those 7 bytes, its number and whether it is the last (the STREAM construction), so that a file
 * cut short, put in another order or added to does not open.
 */
const magic = Buffer.from('SAMSDOC\u0001', 'latin1');
const prefixLength = 7;
const commitmentLength = 32;
const tagLength = 16;
export const headerLength = magic.length + prefixLength + commitmentLength;
export const chunkLength = 64 * 1024;
export const keyLength = 32;

/** Labels keep the two uses of a document's key apart. */
const labels = { chunks: 'samspor/document/v1', commitment: 'samspor/document-commitment/v1' } as const;

export type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A document's file is not what was kept: cut short, changed, or another document's. Nothing of the chunk at fault was handed out. */
export class DamagedDocument extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `A document cannot be opened: ${what}. Bring its file back from the backup of the documents; the event names it.`,
      options,
    );
    this.name = 'DamagedDocument';
  }
}

/** The file's bytes, one chunk in memory at a time. The prefix is random unless a test says it. */
export async function* sealed(
  key: Buffer,
  content: Content,
  prefix: Buffer = randomBytes(prefixLength),
): AsyncGenerator<Buffer> {
  const chunkKey = derived(key, labels.chunks);
  yield Buffer.concat([magic, prefix, commitmentOf(key, prefix)]);
  let number = 0;
  for await (const { bytes, isLast } of chunksOf(content, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', chunkKey, nonceOf(prefix, number, isLast), {
      authTagLength: tagLength,
    });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** What was sealed, a chunk at a time, each once it is verified. Fails with `DamagedDocument` before anything of a wrong chunk. */
export async function* opened(key: Buffer, file: Content): AsyncGenerator<Buffer> {
  const chunkKey = derived(key, labels.chunks);
  let prefix: Buffer | undefined;
  let number = 0;
  for await (const { bytes, isLast } of chunksOf(file, chunkLength + tagLength, headerLength)) {
    if (prefix === undefined) {
      prefix = prefixIn(key, bytes);
      if (isLast) throw new DamagedDocument('its file ends after its beginning');
      continue;
    }
    yield openedChunk(chunkKey, bytes, nonceOf(prefix, number, isLast), number);
    number += 1;
  }
}

/** How many bytes the file of so many bytes of content has. */
export const sealedLength = (contentLength: number): number =>
  headerLength + contentLength + Math.max(1, Math.ceil(contentLength / chunkLength)) * tagLength;

function openedChunk(key: Buffer, bytes: Buffer, nonce: Buffer, number: number): Buffer {
  if (bytes.length < tagLength) throw new DamagedDocument(`its part ${number} is cut short`);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const plain = decipher.update(bytes.subarray(0, -tagLength));
  try {
    decipher.final();
  } catch (cause) {
    throw new DamagedDocument(`its part ${number} is not what was kept`, { cause });
  }
  return plain;
}

function prefixIn(key: Buffer, header: Buffer): Buffer {
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) {
    throw new DamagedDocument('its file does not begin as one');
  }
  const prefix = header.subarray(magic.length, magic.length + prefixLength);
  if (!timingSafeEqual(header.subarray(-commitmentLength), commitmentOf(key, prefix))) {
    throw new DamagedDocument('its file is not under its key');
  }
  return prefix;
}

/** Commits the file to its key: AES-GCM alone would let two keys open one file to two contents. */
const commitmentOf = (key: Buffer, prefix: Buffer) =>
  createHmac('sha256', derived(key, labels.commitment)).update(magic).update(prefix).digest();

function derived(key: Buffer, label: string): Buffer {
  if (key.length !== keyLength) throw new RangeError('The key of a document has 32 bytes');
  return Buffer.from(hkdfSync('sha256', key, '', label, keyLength));
}

function nonceOf(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(prefixLength + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, prefixLength);
  nonce[prefixLength + 4] = isLast ? 1 : 0;
  return nonce;
}

/**
 * The same bytes in chunks of one length, the last one shorter or as long, however they come; of nothing one empty chunk. The first may have a
 * length of its own.
 */
async function* chunksOf(
  content: Content,
  length: number,
  first = length,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let chunk = Buffer.allocUnsafe(first);
  let filled = 0;
  for await (const some of content) {
    let rest = some;
    while (rest.length > 0) {
      if (filled === chunk.length) {
        yield { bytes: chunk, isLast: false };
        chunk = Buffer.allocUnsafe(length);
        filled = 0;
      }
      const taken = rest.subarray(0, chunk.length - filled);
      chunk.set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
    }
  }
  yield { bytes: chunk.subarray(0, filled), isLast: true };
}
