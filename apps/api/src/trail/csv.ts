/** RFC 4180, with a byte order mark so that spreadsheets read æ, ø and å. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * A text that a spreadsheet would take for a formula is marked as text (OWASP: CSV injection); also behind a line break or a semicolon,
 * which parts the cells where a comma is the decimal sign, as in Norwegian, whatever the quotation marks say.
 */
function cell(text: string): string {
  const harmless = text.replaceAll(/^(?=[=+\-@\t\r])|(?<=[;\r\n]\s*)(?=[=+\-@])/g, "'");
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
