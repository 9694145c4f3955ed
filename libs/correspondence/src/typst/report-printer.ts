import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { compilerMade, layoutOf, pdfOf, printedWithout } from './made.js';

/** A line of a chart and of the table under it: what it is called, how it is said, and its bar as thousandths of the longest. */
export interface PrintedLine {
  readonly label: string;
  readonly said: string;
  readonly before: string;
  readonly depth: number;
  readonly least: number;
  readonly most: number;
  readonly mark: number | null;
}
export interface PrintedFigure {
  readonly name: string;
  readonly said: string;
  readonly note: string;
  readonly breakdowns: readonly { readonly name: string; readonly lines: readonly PrintedLine[] }[];
}
/** A report of figures as it stands on paper; words and numbers alone, whatever is drawn is drawn of them. */
export interface PrintedReport {
  readonly language: 'nb' | 'nn';
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly lead: string;
  readonly keys: readonly { readonly name: string; readonly said: string; readonly note: string }[];
  readonly sections: readonly { readonly name: string; readonly text: string }[];
  readonly themes: readonly {
    readonly name: string;
    readonly figures: readonly PrintedFigure[];
    readonly none: string;
  }[];
  readonly heads: { readonly now: string; readonly before: string };
  readonly footer: string;
}

/** Prints reports as PDF/A-2a with charts of shapes, the same bytes for the same report. */
export class ReportPrinter {
  private compiler: NodeCompiler | undefined;
  private readonly main = layoutOf('report.typ');

  print(report: PrintedReport): Buffer {
    return printedWithout((unprintable) => {
      const inputs = { report: JSON.stringify(withoutCharacters(report, unprintable)) };
      return pdfOf((this.compiler ??= compilerMade()), this.main, inputs, report.date);
    });
  }
}

/** A box stands in the place of each of these. */
const withoutCharacters = <T>(told: T, characters: readonly string[]): T => {
  if (typeof told === 'string') {
    return characters.reduce((text: string, one) => text.replaceAll(one, '□'), told) as T & string;
  }
  if (Array.isArray(told)) return told.map((one: unknown) => withoutCharacters(one, characters)) as T;
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, withoutCharacters(value as unknown, characters)]),
  ) as T;
};
