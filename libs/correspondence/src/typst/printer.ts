import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { LetterDocument } from '../domain/document.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const fonts = ['SourceSans3-Regular.ttf', 'SourceSans3-Bold.ttf'];
const page = { nb: 'Side', nn: 'Side' } as const;

/** The letter has a character that its typeface has not, such as an emoji: nothing was printed. */
export class Unprintable extends Error {
  constructor(readonly character: string) {
    super(`The letter holds a character that cannot be printed: ${codePoint(character)}`);
    this.name = 'Unprintable';
  }
}
const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

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

  /** Throws `Unprintable`. */
  pdf(document: LetterDocument, { date, author }: Imprint): Buffer {
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

/** What Typst says of a glyph that is missing; the text itself goes no further. */
function unprintableIn(error: unknown): Unprintable | undefined {
  const told = String((error as { readonly message?: unknown } | null)?.message ?? '');
  const found = /the text `\\?"(.+?)\\?"` could not be displayed/u.exec(told)?.[1];
  if (found === undefined) return undefined;
  const escaped = /\\u\{([0-9a-f]+)\}/.exec(found)?.[1];
  return new Unprintable(escaped === undefined ? found : String.fromCodePoint(Number.parseInt(escaped, 16)));
}
