import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const here = fileURLToPath(new URL('.', import.meta.url));
const fonts = ['SourceSans3-Regular.ttf', 'SourceSans3-Bold.ttf'];

/** What is beside this file, as text. */
export const layoutOf = (name: string): string => readFileSync(`${here}${name}`, 'utf8');

/** Sets pages with the letters' own typeface alone. */
export const compilerMade = () =>
  NodeCompiler.create({
    workspace: here,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(`${here}../../fonts/${font}`)) }],
  });

/** Characters that cannot be printed as they are. */
class Unprintable extends Error {
  constructor(readonly characters: readonly string[]) {
    super('Some characters cannot be printed');
  }
}

/** Prints again without what cannot be printed, until nothing new is learned of. */
export function printedWithout<T>(print: (unprintable: readonly string[]) => T): T {
  const unprintable: string[] = [];
  for (;;) {
    try {
      return print(unprintable);
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      const learned = error.characters.filter((one) => !unprintable.includes(one));
      if (learned.length === 0) throw error;
      unprintable.push(...learned);
    }
  }
}

/** The bytes as PDF/A-2a, dated a day: the same for the same input. Fails as `Unprintable` where the typeface lacks something. */
export function pdfOf(
  compiler: NodeCompiler,
  mainFileContent: string,
  inputs: Record<string, string>,
  date: string,
): Buffer {
  try {
    const compiled = compiler.compile({ mainFileContent, inputs });
    if (compiled.result === null) throw new Error('The layout could not be set');
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
