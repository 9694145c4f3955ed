import { createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { NoRoom } from '#event-sourcing';
import type { CodeIn } from '#event-sourcing/codes';
import type { scanOutcomes } from '../domain/codes.js';
import { type Content, keyLength, sealed } from './file-format.js';
import type { DocumentFolder } from './folder.js';
import type { DocumentFormat } from './media-types.js';
import type { DocumentScanner, Scan } from './scanner.js';
import { sniffing } from './sniff.js';
import { UnfitDocument, type Unfitness } from './unfit-document.js';

/** The most that a document may have, in bytes: 25 MB. */
export const mostBytes = 25 * 1024 * 1024;

/** A document that was read to its end, found to be what it was said to be, and written under a temporary name; it is nobody's yet. */
export interface Incoming {
  readonly at: string;
  readonly key: Buffer;
  readonly format: DocumentFormat;
  readonly size: number;
  readonly contentSha256: string;
  readonly ciphertextSha256: string;
  readonly scan: CodeIn<typeof scanOutcomes>;
}

/** Reads it once, a piece at a time: what it is, how long, looked through, sealed and on disk. Of what is refused or breaks off nothing is left. */
export async function takeIn(
  content: Content,
  format: DocumentFormat,
  { folder, scanner }: { readonly folder: DocumentFolder; readonly scanner: DocumentScanner },
): Promise<Incoming> {
  const scan = await scanner.begin();
  const { at, file } = await folder.begin().catch((error: unknown) => {
    scan.cancel();
    throw error;
  });
  try {
    const key = randomBytes(keyLength);
    const seen = new Seen(format, scan);
    const ciphertext = createHash('sha256');
    for await (const bytes of sealed(key, seen.of(content))) {
      ciphertext.update(bytes);
      await writeAll(file, bytes);
    }
    const judged = await seen.judged();
    await file.sync();
    await file.close();
    return { at, key, format, ...judged, ciphertextSha256: ciphertext.digest('hex') };
  } catch (error) {
    scan.cancel();
    await file.close();
    await folder.drop(at);
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? noRoomIn(folder, error) : error;
  }
}

const noRoomIn = ({ path }: DocumentFolder, cause: unknown) =>
  new NoRoom(`The disk of ${path} is full: make room there.`, { cause });

/** What passed of a document. */
class Seen {
  readonly #hash = createHash('sha256');
  readonly #sniffing;
  #size = 0;

  constructor(
    format: DocumentFormat,
    readonly scan: Scan,
  ) {
    this.#sniffing = sniffing(format);
  }

  async *of(content: Content): AsyncGenerator<Uint8Array> {
    for await (const bytes of content) {
      this.#size += bytes.length;
      refuseIf(this.#size > mostBytes, 'too-large');
      this.#hash.update(bytes);
      this.#sniffing.write(bytes);
      await this.scan.write(bytes);
      yield bytes;
    }
  }

  async judged(): Promise<Pick<Incoming, 'size' | 'contentSha256' | 'scan'>> {
    refuseIf(this.#size === 0, 'empty');
    refuseIf(!this.#sniffing.end(), 'other-format');
    const scan = await this.scan.end();
    if (scan === 'FOUND') throw new UnfitDocument('harmful');
    return { size: this.#size, contentSha256: this.#hash.digest('hex'), scan };
  }
}

function refuseIf(fault: boolean, which: Unfitness): void {
  if (fault) throw new UnfitDocument(which);
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}
