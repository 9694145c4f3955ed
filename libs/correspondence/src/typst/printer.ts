import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type LetterDocument, withoutCharacters } from '../domain/document.js';
import { compilerMade, layoutOf, pdfOf, printedWithout } from './made.js';

const page = { nb: 'Side', nn: 'Side' } as const;

/** A letter as it was printed. */
export interface Printed {
  /** As it stands on paper. */
  readonly document: LetterDocument;
  readonly pdf: Buffer;
  /** What the typeface does not have, such as an emoji: a box stands in its place. */
  readonly unprintable: readonly string[];
}

/** How it is set: a letter, or a file of a case with its contents and running heads. */
export type Layout = 'letter' | 'file';

/** What is printed beside the letter's own text. */
export interface Imprint {
  /** The day on the letter, in the document's properties too: the same letter is the same bytes, whenever it is printed. */
  readonly date: string;
  readonly author: string;
  /** A letter unless told. */
  readonly layout?: Layout;
}

/** Prints letters as PDF/A-2a: tagged, the typeface embedded, the same bytes for the same letter. Takes a few milliseconds once it is warm. */
export class Printer {
  private compiler: NodeCompiler | undefined;
  private readonly main = { letter: layoutOf('letter.typ'), file: layoutOf('file.typ') };

  print(document: LetterDocument, imprint: Imprint): Printed {
    return printedWithout((unprintable) => {
      const shown = withoutCharacters(document, unprintable);
      return { document: shown, pdf: this.pdf(shown, imprint), unprintable };
    });
  }

  private pdf(document: LetterDocument, { date, author, layout = 'letter' }: Imprint): Buffer {
    const { language, title, blocks } = document;
    const letter = JSON.stringify({ language, title, blocks, date, author, page: page[language] });
    return pdfOf((this.compiler ??= compilerMade()), this.main[layout], { letter }, date);
  }
}
