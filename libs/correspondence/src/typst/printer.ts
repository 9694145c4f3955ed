import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type LetterDocument, withoutCharacters } from '../domain/document.js';
import { compilerMade, layoutOf, pdfOf, Unprintable } from './made.js';

const page = { nb: 'Side', nn: 'Side' } as const;

/** A letter as it was printed. */
export interface Printed {
  /** As it stands on paper. */
  readonly document: LetterDocument;
  readonly pdf: Buffer;
  /** What the typeface does not have, such as an emoji: a box stands in its place. */
  readonly unprintable: readonly string[];
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
  private readonly main = layoutOf('letter.typ');

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
    return pdfOf((this.compiler ??= compilerMade()), this.main, { letter }, date);
  }
}
