/** What parts the cells of a CSV: spreadsheets with a decimal comma, as in Norwegian, expect the semicolon. */
export const delimiters = [';', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** So that spreadsheets read æ, ø and å; it stands before the first line. */
export const byteOrderMark = '\ufeff';

/** Lines of a CSV: RFC 4180 but for the delimiter. */
export const linesOf = (rows: readonly (readonly string[])[], delimiter: Delimiter): string =>
  rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');

const cell = (text: string): string => {
  const harmless = withoutFormulas(text);
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Also as wide and small letters of East Asian keyboards write them, and the minus of print. */
const beginsFormula = /[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−]/u;
const partsCells = /[;,|\t\r\n]/;
/** What a reader may drop from the front of a cell: white space, quotation marks, what nobody sees. */
const mayBeDropped = /[\s"'\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Marks as text what a spreadsheet would take for a formula (OWASP: CSV injection): at the front, and behind whatever could part cells for
 * a reader with another delimiter or no sense of quotation marks. One walk over the text.
 */
function withoutFormulas(text: string): string {
  let harmless = '';
  let isFront = true;
  for (const letter of text) {
    if (isFront && beginsFormula.test(letter)) {
      harmless += `'`;
      isFront = false;
    }
    harmless += letter;
    if (partsCells.test(letter)) isFront = true;
    else if (!mayBeDropped.test(letter)) isFront = false;
  }
  return harmless;
}
