import type { FileHandle } from 'node:fs/promises';
import type { KeyOwner } from '#event-sourcing';
import type { DocumentKeys, DocumentPlace, UnfiledDocument } from '#personal-data';
import { type Content, DamagedDocument, opened } from './file-format.js';
import { DocumentFolder } from './folder.js';
import { type Incoming, takeIn } from './incoming.js';
import type { DocumentFormat } from './media-types.js';
import { type DocumentScanner, noScanner } from './scanner.js';
import { AnotherDocument } from './unfit-document.js';

/** Whose a document is, and the event that files it. */
export interface Keeping extends DocumentPlace, KeyOwner {
  readonly eventId: string;
}

/** What is known of a document that is kept. The hash of its content may stand in a sealed field alone. */
export interface Kept extends Pick<Incoming, 'size' | 'contentSha256' | 'ciphertextSha256'> {
  readonly documentId: string;
}

/** A document to be read, with whose it is. */
export interface Held extends KeyOwner {
  readonly size: number;
  /** Its content, each piece once it is verified. Whoever asks for it reads it to its end, or closes it. */
  readonly content: AsyncIterableIterator<Buffer>;
}

export interface StoreOptions {
  readonly folder: string;
  readonly keys: DocumentKeys;
  readonly scanner?: DocumentScanner;
}

/** So long a document is kept that nothing has filed. */
const unfiledMs = 24 * 60 * 60_000;

/**
 * Documents as files, each under its own key (docs/personal-data.md). In this order: the file is whole on disk under a temporary name, its key is
 * committed in the vault, the file gets its name, an event files it. What is cut short in between is not there, and is cleaned away.
 */
export class DocumentStore {
  readonly #folder: DocumentFolder;
  readonly #keys: DocumentKeys;
  readonly #scanner: DocumentScanner;

  constructor({ folder, keys, scanner = noScanner }: StoreOptions) {
    this.#folder = new DocumentFolder(folder);
    this.#keys = keys;
    this.#scanner = scanner;
  }

  /** Reads a document to its end, checks and seals it; then it is kept or dropped. Rejects with what is wrong with it, and leaves nothing. */
  takeIn(content: Content, format: DocumentFormat): Promise<Incoming> {
    return takeIn(content, format, { folder: this.#folder, scanner: this.#scanner });
  }

  drop({ at }: Incoming): Promise<void> {
    return this.#folder.drop(at);
  }

  /** Runs `work` while nobody else keeps this document. */
  alone<T>(place: DocumentPlace, work: () => Promise<T>): Promise<T> {
    return this.#keys.alone(place, work);
  }

  /**
   * Keeps what was taken in, for whoever is alone at it. The same content once more is what is kept already; other content under an id that is
   * filed is refused (`AnotherDocument`). What nobody files within a day is destroyed.
   */
  async keep({ at, ...incoming }: Incoming, keeping: Keeping): Promise<Kept> {
    const { documentId } = keeping;
    const found = await this.#keys.find(keeping);
    if (found !== undefined && found !== 'destroyed') {
      const isSame = found.contentSha256 === incoming.contentSha256;
      if (found.isFiled && !isSame) throw new AnotherDocument(documentId);
      if (
        found.isFiled ||
        (isSame && isOf(found, keeping) && (await this.#folder.has(found.ciphertextSha256)))
      ) {
        await this.#folder.drop(at);
        const { size, contentSha256, ciphertextSha256 } = found;
        return { documentId, size, contentSha256, ciphertextSha256 };
      }
    }
    const { key, size, contentSha256, ciphertextSha256 } = incoming;
    await this.#keys.keep({ ...keeping, key, size, contentSha256, ciphertextSha256 });
    await this.#folder.name(at, ciphertextSha256);
    if (typeof found === 'object') await this.#folder.remove(found.ciphertextSha256);
    return { documentId, size, contentSha256, ciphertextSha256 };
  }

  /** Takes in and keeps at once, for who has the content at hand. */
  async put({
    content,
    format,
    ...keeping
  }: Keeping & { readonly content: Content; readonly format: DocumentFormat }): Promise<Kept> {
    const incoming = await this.takeIn(content, format);
    try {
      return await this.alone(keeping, () => this.keep(incoming, keeping));
    } catch (error) {
      await this.drop(incoming);
      throw error;
    }
  }

  /** The event that files it is recorded. */
  filed(place: DocumentPlace): Promise<void> {
    return this.#keys.filed(place);
  }

  /** Takes back what was kept and is not filed, for whoever is alone at it: its event was refused. */
  async abandon(place: DocumentPlace): Promise<void> {
    const file = await this.#keys.abandon(place);
    if (file !== undefined) await this.#folder.remove(file);
  }

  /** Undefined where there is none; fails with `DamagedDocument` where its file is not what was kept, its beginning already when this rejects. */
  async open(place: DocumentPlace): Promise<Held | 'destroyed' | undefined> {
    const found = await this.#keys.find(place);
    if (found === undefined || found === 'destroyed') return found;
    const { tenant, owner, class: recordClass, size, key, ciphertextSha256 } = found;
    const file = await this.#folder.read(ciphertextSha256).catch((cause: NodeJS.ErrnoException) => {
      throw cause.code === 'ENOENT'
        ? new DamagedDocument(`its file ${ciphertextSha256} is not there`, { cause })
        : cause;
    });
    const content = await begun(opened(key, bytesOf(file)));
    return { tenant, owner, class: recordClass, size, content };
  }

  /** Destroys a document by itself: its key, then its file. */
  async destroy(place: DocumentPlace, because: string): Promise<void> {
    const file = await this.#keys.destroy(place, because);
    if (file !== undefined) await this.#folder.remove(file);
  }

  /** Removes the files whose keys are destroyed. Answers how many files have no key here: of a vault older than they are. */
  async removeDestroyed(): Promise<number> {
    const { destroyed, unknown } = await this.#keys.strayed(await this.#folder.names());
    for (const file of destroyed) await this.#folder.remove(file);
    return unknown.length;
  }

  /**
   * At the start: removes what was half written, what nothing filed, and files whose keys are destroyed; `isFiled` asks the log. Who is not the only
   * one to write leaves alone what another may still be writing.
   */
  async clean({
    isFiled,
    isAlone,
  }: {
    readonly isFiled: (unfiled: UnfiledDocument) => Promise<boolean>;
    readonly isAlone: boolean;
  }): Promise<number> {
    await this.#folder.clean(isAlone ? 0 : unfiledMs);
    for (const place of await this.#keys.unfiled(unfiledMs)) {
      if (await isFiled(place)) await this.filed(place);
      else await this.destroy(place, place.documentId);
    }
    return this.removeDestroyed();
  }

  /** Why nothing can be kept just now, for the operator; undefined where nothing is in the way. */
  hindrance(): string | undefined {
    return this.#folder.isWritable()
      ? undefined
      : `Documents cannot be kept: ${this.#folder.path} cannot be written. Let this account write there; all else is recorded.`;
  }
}

const isOf = (one: KeyOwner & { readonly eventId: string }, other: KeyOwner & { readonly eventId: string }) =>
  one.owner === other.owner && one.class === other.class && one.eventId === other.eventId;

async function* bytesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(256 * 1024) });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The same, of which the first piece was verified. */
async function begun(content: AsyncGenerator<Buffer>): Promise<AsyncIterableIterator<Buffer>> {
  let first: IteratorResult<Buffer> | undefined = await content.next();
  const whole: AsyncIterableIterator<Buffer> = {
    next: async () => {
      const given = first ?? (await content.next());
      first = undefined;
      return given;
    },
    // A generator that was begun closes its file, also where nobody asks for a second piece.
    return: () => content.return(undefined),
    [Symbol.asyncIterator]: () => whole,
  };
  return whole;
}
