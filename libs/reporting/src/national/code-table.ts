import { isRealDate } from '#vocabulary';
import type { Day } from '../domain/days.js';
import { coordinatorStatuses, planStatuses, threeAges } from '../domain/figures/codes.js';

/** What a national register asks of each person, with our values of it. */
export const askedNationally = {
  STATUS: planStatuses,
  COORDINATOR: coordinatorStatuses,
  AGE3: threeAges,
} as const;
export type Asked = keyof typeof askedNationally;

/** Which code of a register one of our values is, as the municipality has found out. The registers' own values are known to nobody here. */
export interface CodeEntry {
  readonly register: string;
  readonly asked: Asked;
  readonly value: string;
  readonly code: string;
  readonly validFrom: Day;
  /** Where that is written. */
  readonly source: string;
  readonly confirmedBy: string;
}

/** What a line of the table lacks, in English, bokmål and nynorsk. */
export type TableFault = readonly [en: string, nb: string, nn: string];

export interface CodeTable {
  readonly entries: readonly CodeEntry[];
  /** What of the table cannot be taken, line by line; while there is any, nothing is exported by it. */
  readonly faults: readonly TableFault[];
}

const columns = ['register', 'asked', 'value', 'code', 'validFrom', 'source', 'confirmedBy'] as const;
const isAsked = (text: string): text is Asked => Object.hasOwn(askedNationally, text);

/** A table as the municipality fills it in: a line a value, parted by semicolons, below a line with the names of the columns. */
export function readCodeTable(text: string): CodeTable {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (head.trim() !== columns.join(';')) {
    const is = columns.join(';');
    return {
      entries: [],
      faults: [[`Line 1 is not ${is}`, `Linje 1 er ikke ${is}`, `Linje 1 er ikkje ${is}`]],
    };
  }
  const entries: CodeEntry[] = [];
  const faults: TableFault[] = [];
  const known = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(';').map((cell) => cell.trim());
    const fault = faultIn(cells, known);
    if (fault !== undefined) {
      const [en, nb, nn] = fault;
      const at = index + 2;
      faults.push([`Line ${at}: ${en}`, `Linje ${at}: ${nb}`, `Linje ${at}: ${nn}`]);
    }
    const [register = '', asked = '', value = '', code = '', validFrom = '', source = '', confirmedBy = ''] =
      cells;
    if (fault === undefined && isAsked(asked)) {
      entries.push({ register, asked, value, code, validFrom, source, confirmedBy });
    }
  }
  return { entries, faults };
}

function faultIn(cells: readonly string[], known: Set<string>): TableFault | undefined {
  const [register = '', asked = '', value = '', , validFrom = ''] = cells;
  if (cells.length !== columns.length) {
    const [is, due] = [cells.length, columns.length];
    return [
      `there are ${is} values, not ${due}`,
      `det står ${is} verdier, ikke ${due}`,
      `det står ${is} verdiar, ikkje ${due}`,
    ];
  }
  const empty = columns.find((_, at) => cells[at] === '');
  if (empty !== undefined) return [`${empty} is empty`, `${empty} er tom`, `${empty} er tom`];
  if (!isAsked(asked)) {
    const all = Object.keys(askedNationally).join(', ');
    return [
      `asked is one of ${all}, not ${asked}`,
      `asked er en av ${all}, ikke ${asked}`,
      `asked er ein av ${all}, ikkje ${asked}`,
    ];
  }
  if (!askedNationally[asked].includes(value)) {
    const all = askedNationally[asked].join(', ');
    return [
      `${asked} has no value ${value}: it is one of ${all}`,
      `${asked} har ingen verdi ${value}: den er en av ${all}`,
      `${asked} har ingen verdi ${value}: han er ein av ${all}`,
    ];
  }
  if (!isRealDate(validFrom)) {
    return [
      `validFrom is no day: ${validFrom}`,
      `validFrom er ingen dag: ${validFrom}`,
      `validFrom er ingen dag: ${validFrom}`,
    ];
  }
  const key = [register, asked, value, validFrom].join(' ');
  if (known.has(key)) {
    return [`${key} stands there twice`, `${key} står der to ganger`, `${key} står der to gonger`];
  }
  known.add(key);
  return undefined;
}

/** The code that holds on a day; undefined where the municipality has said none: nothing is guessed. */
export const codeOn = (
  { entries }: CodeTable,
  register: string,
  on: Day,
): ((asked: Asked, value: string) => string | undefined) => {
  const held = new Map<string, CodeEntry>();
  for (const entry of entries) {
    if (entry.register !== register || entry.validFrom > on) continue;
    const key = `${entry.asked} ${entry.value}`;
    const before = held.get(key);
    if (before === undefined || before.validFrom < entry.validFrom) held.set(key, entry);
  }
  return (asked, value) => held.get(`${asked} ${value}`)?.code;
};
