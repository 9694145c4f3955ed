import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type LetterDocument, withoutCharacters } from '../domain/document.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const fonts = ['SourceSans3-Regular.ttf', 'SourceSans3-Bold.ttf'];
const page = { nb: 'Side', nn: 'Side' } as const;

/** A letter as it was printed. */
export interface Printed {
  /** As it stands on paper. */
  readonly document: LetterDocument;
  readonly pdf: Buffer;
  /** What the typeface does not have, such as an emoji: a box stands in its place. */
  readonly unprintable: readonly string[];
}

/** Characters that cannot be printed as they are. */
class Unprintable extends Error {
  constructor(readonly characters: readonly string[]) {
    super('Some characters cannot be printed');
  }
}

/** What is printed beside the letter's own text. */
export interface Imprint {
  /** The day on the letter, in the document's properties too: the same letter is the same bytes, whenever it is printed. */
  readonly date: string;
  readonly author: string;
}

/** Prints letters as PDF/A-2a: tagged, the typeface embedded, the same bytes for the same letter. Takes a few milliseconds once it is warm. */
export class Printer {
  private compiler: NodeCompiler | undefined;
  private readonly main = readFileSync(`${here}letter.typ`, 'utf8');

  print(document: LetterDocument, imprint: Imprint): Printed {
    const unprintable: string[] = [];
    for (;;) {
      const shown = withoutCharacters(document, unprintable);
      try {
        return { document: shown, pdf: this.pdf(shown, imprint), unprintable };
      } catch (error) {
        if (!(error instanceof Unprintable)) throw error;
        const learned = error.characters.filter((one) => !unprintable.includes(one));
        if (learned.length === 0) throw error;
        unprintable.push(...learned);
      }
    }
  }

  private pdf(document: LetterDocument, { date, author }: Imprint): Buffer {
    const { language, title, blocks } = document;
    const letter = JSON.stringify({ language, title, blocks, date, author, page: page[language] });
    const compiler = (this.compiler ??= made());
    try {
      const compiled = compiler.compile({ mainFileContent: this.main, inputs: { letter } });
      if (compiled.result === null) throw new Error('The letter’s layout could not be set');
      return compiler.pdf(compiled.result, {
        pdfStandard: 'a-2a',
        pdfTags: true,
        creationTimestamp: Date.parse(date) / 1000,
      });
    } catch (error) {
      throw unprintableIn(error) ?? error;
    } finally {
      compiler.evictCache(10);
    }
  }
}

const made = () =>
  NodeCompiler.create({
    workspace: here,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(`${here}../../fonts/${font}`)) }],
  });

/** What Typst says of characters that it cannot print, all of them at once; the text itself goes no further. */
function unprintableIn(error: unknown): Unprintable | undefined {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  const told = typeof message === 'string' ? message : '';
  // Some, such as a byte order mark, PDF/A allows in no text, whether the typeface has them or not. A box is at fault by its neighbour alone.
  const named = told.matchAll(/the text (?:contains the disallowed codepoint )?`\\?"(.+?)\\?"`/gu);
  const characters = new Set(
    Array.from(named, ([, text = '']) => unescaped(text)).filter((one) => one !== '□'),
  );
  return characters.size === 0 ? undefined : new Unprintable([...characters]);
}

/** Typst writes what nobody sees by its number. */
function unescaped(text: string): string {
  const number = /\\u\{([0-9a-f]+)\}/.exec(text)?.[1];
  return number === undefined ? text : String.fromCodePoint(Number.parseInt(number, 16));
}
