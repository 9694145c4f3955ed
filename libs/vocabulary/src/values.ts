/** A day that the calendar has, between 1850 and 2199. */
export function isRealDate(text: string): boolean {
  if (!/^(18[5-9]\d|19\d\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export interface TextOptions {
  /** Line feeds and tabs are welcome: a reason, a summary. */
  readonly lines?: boolean;
}

// Control characters, halves of characters, and those that turn the reading direction of what follows (names stay readable without them).
const controls = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

// Something that shows: neither a space, nor a character without width, nor an accent without its letter.
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Mark}\p{Cc}]/u;

/** Something to read, of at most `max` characters (code points, as JSON Schema counts), whole ones only. */
export function isCleanText(text: string, max: number, { lines = false }: TextOptions = {}): boolean {
  if (!visible.test(text) || (text.length > max && Array.from(text).length > max)) return false;
  return lines ? !controls.test(text.replace(/\r\n|[\n\t]/g, ' ')) : !controls.test(text);
}
