import { strFromU8, unzipSync } from 'fflate';

/** A workbook opened again: the cells of its sheet by their places, and the parts that tell of them. */
export function openedWorkbook(file: Uint8Array) {
  const files = unzipSync(file);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
    ([, words = '']) => words,
  );
  const sheet = part('xl/worksheets/sheet1.xml');
  const cells = [...sheet.matchAll(/<c r="(\w+)"([^>]*)><v>([^<]*)<\/v>/g)].map(
    ([, at, of = '', value]) => [at, of.includes('t="s"') ? strings[Number(value)] : Number(value)] as const,
  );
  return { sheet, cells, styles: part('xl/styles.xml'), workbook: part('xl/workbook.xml') };
}
