import { walk } from './xml.js';

/** Formats of days and times that have no text in the file: of all languages, then of those that have their own. */
const builtIn = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
  [71, 81],
] as const;

/** The cell styles of a workbook, by their place, that show a number as a day or a time. */
export function dayStylesIn(styles: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isOfCells = false;
  walk(styles, {
    open(name, attribute) {
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && isOfCells) formats.push(Number(attribute('numFmtId')));
    },
    close: (name) => void (name === 'cellXfs' && (isOfCells = false)),
  });
  const isDay = (format: number) => {
    const code = codes.get(format);
    return code === undefined ? builtIn.some(([from, to]) => from <= format && format <= to) : showsDay(code);
  };
  return new Set(formats.flatMap((format, style) => (isDay(format) ? [style] : [])));
}

/** As many letters as a spreadsheet lets a format have. */
const longestFormat = 255;

/** By its letters for day, month, year, hour or second, outside of what is written as it stands. */
function showsDay(code: string): boolean {
  const letters = code.slice(0, longestFormat).replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  return !/^(general|standard)/i.test(letters) && /[dmyhs]/i.test(letters);
}

/** The last day that a spreadsheet knows: 31 December 9999. */
const last = 2_958_466;

/** What a workbook counts in days: from the last day of 1899, with a 29 February 1900, or from 1904. Undefined where there is no such day. */
export function dayOf(count: number, { from1904 }: { readonly from1904: boolean }): Date | undefined {
  const days = from1904 ? count + 1462 : count < 60 ? count + 1 : count;
  if (!(days >= 0 && days < last)) return undefined;
  return new Date(Math.round((days - 25_569) * 86_400) * 1000);
}
