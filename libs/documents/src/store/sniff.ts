import type { DocumentFormat } from './media-types.js';

/** Looks at content as it passes, and tells at its end whether it is what it is said to be. Holds no more of it than its ends. */
export interface Sniffing {
  write(bytes: Uint8Array): void;
  /** Whether all of it was such a document. */
  end(): boolean;
}

export const sniffing = (format: DocumentFormat): Sniffing => sniffers[format]();

const pdf = Buffer.from('%PDF-');

const sniffers: Readonly<Record<DocumentFormat, () => Sniffing>> = {
  PDF: () => beginningWith(pdf),
  PNG: () => beginningWith(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  JPEG: () => beginningWith(Buffer.from([0xff, 0xd8, 0xff])),
  DOCX: wordDocument,
  TXT: plainText,
};

function beginningWith(signature: Buffer): Sniffing {
  const held = new Beginning(signature.length);
  return { write: (bytes) => held.add(bytes), end: () => held.bytes.equals(signature) };
}

/** UTF-8 without control characters but those of lines and tabs, and no PDF, which may be written in letters alone. */
function plainText(): Sniffing {
  const beginning = new Beginning(pdf.length);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isText = true;
  const look = (bytes?: Uint8Array) => {
    if (!isText) return;
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      isText = !/[^\P{Cc}\t\n\f\r]/u.test(text);
    } catch {
      isText = false;
    }
  };
  return {
    write(bytes) {
      beginning.add(bytes);
      look(bytes);
    },
    end() {
      look();
      return isText && !beginning.bytes.equals(pdf);
    },
  };
}

/** No list of a document's parts is longer; one that is, is of no document that anybody would send in earnest. */
const longestList = 1024 * 1024;
const localFile = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const listEntry = 0x02014b50;
const endOfList = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const endLength = 22;
const entryLength = 46;

/** A ZIP whose list of parts, at its end, names those of a Word document and no program. */
function wordDocument(): Sniffing {
  const beginning = new Beginning(localFile.length);
  const end = new Ending(longestList);
  let length = 0;
  return {
    write(bytes) {
      length += bytes.length;
      beginning.add(bytes);
      end.add(bytes);
    },
    end() {
      const names = beginning.bytes.equals(localFile) ? partsIn(end.bytes, length) : [];
      const has = (part: string) => names.includes(part);
      return (
        has('[Content_Types].xml') &&
        has('word/document.xml') &&
        !names.some((name) => /vbaProject/i.test(name))
      );
    },
  };
}

/** The names in the list of a ZIP, of which these are the last bytes; none where there is no whole list. */
function partsIn(ending: Buffer, length: number): string[] {
  const at = ending.lastIndexOf(endOfList);
  if (at < 0 || ending.length - at < endLength) return [];
  const count = ending.readUInt16LE(at + 10);
  let place = ending.readUInt32LE(at + 16) - (length - ending.length);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (place < 0 || place + entryLength > at || ending.readUInt32LE(place) !== listEntry) return [];
    const [name, extra, comment] = [28, 30, 32].map((field) => ending.readUInt16LE(place + field)) as [
      number,
      number,
      number,
    ];
    names.push(ending.toString('utf8', place + entryLength, place + entryLength + name));
    place += entryLength + name + extra + comment;
  }
  return names;
}

class Beginning {
  bytes = Buffer.alloc(0);
  constructor(readonly length: number) {}

  add(bytes: Uint8Array): void {
    const lacking = this.length - this.bytes.length;
    if (lacking > 0) this.bytes = Buffer.concat([this.bytes, bytes.subarray(0, lacking)]);
  }
}

/** The last bytes, at least so many of them where there are as many. */
class Ending {
  #parts: Buffer[] = [];
  #length = 0;
  constructor(readonly least: number) {}

  add(bytes: Uint8Array): void {
    this.#parts.push(Buffer.from(bytes));
    this.#length += bytes.length;
    while (this.#length - (this.#parts[0]?.length ?? 0) >= this.least) {
      this.#length -= this.#parts.shift()?.length ?? 0;
    }
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
