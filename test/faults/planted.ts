import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** In every planted text. Letters alone, so that it may stand in a name, and found in no program. */
const mark = 'zqvxplantet';

/** Texts of one person, each another, that are looked for afterwards. */
export class Planted {
  readonly texts: string[] = [];
  /** What cannot hold the mark: numbers and dates. */
  readonly others: string[] = [];

  /** A new text to be found again. */
  text(length = 0): string {
    const text = `${mark} ${words[this.texts.length % words.length]} nummer ${this.texts.length}`;
    this.texts.push(text);
    return text.padEnd(length, ' og mer');
  }

  /** A number or a date to be found again, as it is. */
  other(text: string): string {
    this.others.push(text);
    return text;
  }

  /** Which of them stand in these bytes, in any of the writings that a program might use; the places where. */
  foundIn(bytes: Buffer): string[] {
    return [mark, ...this.others].flatMap((text) =>
      writings(text).flatMap(({ way, pattern }) => {
        const at = bytes.indexOf(pattern);
        return at === -1 ? [] : [`${text === mark ? around(bytes, at, way) : text} (${way}, at ${at})`];
      }),
    );
  }

  /** Where they stand in files below a folder: `file: what`. */
  foundBelow(folder: string): string[] {
    const found: string[] = [];
    for (const [file, bytes] of contentsBelow(folder)) {
      if (bytes.subarray(0, 3).equals(gzip)) found.push(`${file}: is compressed, so nobody knows`);
      else found.push(...this.foundIn(bytes).map((what) => `${file}: ${what}`));
    }
    return found;
  }
}

const words = ['fjellgard', 'havbunn', 'lyngmark', 'steinrøys', 'bjørkeskog'];
const gzip = Buffer.from([0x1f, 0x8b, 0x08]);

interface Writing {
  readonly way: string;
  readonly pattern: Buffer;
}

function writings(text: string): Writing[] {
  const plain = (way: string, pattern: Buffer) => ({ way, pattern });
  const utf8 = Buffer.from(text, 'utf8');
  return [
    plain('UTF-8', utf8),
    plain('capitals', Buffer.from(text.toUpperCase(), 'utf8')),
    plain('UTF-16LE', Buffer.from(text, 'utf16le')),
    plain('UTF-16BE', Buffer.from(text, 'utf16le').swap16()),
    plain('hex', Buffer.from(utf8.toString('hex'))),
    ...[0, 1, 2].map((before) => plain('base64', inBase64(utf8, before))),
  ].filter(({ way }) => way !== 'capitals' || text.toUpperCase() !== text);
}

/** What a text becomes in base64 after so many other bytes, without the ends that its neighbours share. */
function inBase64(text: Buffer, before: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(before), text]).toString('base64');
  const start = Math.ceil((before * 8) / 6);
  const end = Math.floor(((before + text.length) * 8) / 6);
  return Buffer.from(whole.slice(start, end));
}

const around = (bytes: Buffer, at: number, way: string) =>
  bytes.toString(way === 'UTF-16LE' ? 'utf16le' : 'latin1', Math.max(0, at - 20), at + 60);

/** The files below a folder and what they hold; one that a running program took away meanwhile holds nothing. */
export function* contentsBelow(folder: string): Generator<readonly [file: string, bytes: Buffer]> {
  for (const entry of readdirSync(realpathSync(folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = bytesIn(file);
    if (bytes !== undefined) yield [file, bytes];
  }
}

function bytesIn(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
