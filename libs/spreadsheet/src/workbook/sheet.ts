import type { Phrase } from '#event-sourcing/refusals';
import {
  type Cell,
  type Fault,
  type Grid,
  letterOf,
  mostColumns,
  mostFaults,
  mostRows,
  placeOf,
  UnreadableFile,
} from '../grid.js';
import { say } from '../faults.js';
import { dayOf } from './days.js';
import { plain, Reading } from './texts.js';
import { walk } from './xml.js';

/** What the cells of a sheet point to. */
interface Around {
  readonly texts: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly from1904: boolean;
  /** Of a formula what it came to when the file was saved is taken; else it is a fault. */
  readonly takesValues: boolean;
}

/** A cell as it is written. */
interface Written {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
  isComputed: boolean;
}

/**
 * The cells of a sheet that hold something. Errors, merged cells and, unless their values are taken, formulas are faults: what they show is not what
 * stands in them. No formula is ever worked out.
 * Fails with `UnreadableFile` at the first cell that lies beyond the most rows or columns, before there is room made for it.
 */
export function gridIn(sheet: string, around: Around): Grid {
  const rows: Cell[][] = [];
  const faults: Fault[] = [];
  const fault = (one: Fault) => void (faults.length < mostFaults && faults.push(one));
  const reading = new Reading();
  let row = 0;
  let column = 0;
  let cell: Written | undefined;
  walk(sheet, {
    open(name, attribute) {
      reading.open(name);
      if (name === 'row') {
        row = attribute('r') === undefined ? row + 1 : Number(attribute('r'));
        column = 0;
      } else if (name === 'c') {
        ({ row, column } = addressOf(attribute('r')) ?? { row, column: column + 1 });
        const type = attribute('t') ?? 'n';
        cell = { row, column, type, style: Number(attribute('s') ?? 0), text: '', isComputed: false };
      } else if (name === 'f' && cell) cell.isComputed = true;
      else if (name === 'mergeCell') {
        const range = attribute('ref') ?? '';
        const what = say('merged', { range });
        fault({ ...placeOf(range.split(':', 1)[0] ?? ''), what });
      }
    },
    text: (part) => void (cell && reading.isOn && (cell.text += part)),
    close(name) {
      reading.close(name);
      if (name !== 'c' || cell === undefined) return;
      put(cell);
      cell = undefined;
    },
  });
  return { rows, faults };

  function put(written: Written): void {
    if (written.text.trim() === '' && !written.isComputed) return;
    const at = placed(written);
    const read = valueOf(written, around);
    if ('what' in read) return fault({ ...at, what: read.what });
    while (rows.length < at.row) rows.push([]);
    const line = rows[at.row - 1] ?? [];
    while (line.length < at.column) line.push(null);
    line[at.column - 1] = read.value;
  }
}

/** Row and column behind a name such as `C12`, however far off. */
function addressOf(name: string | undefined): { readonly row: number; readonly column: number } | undefined {
  if (name === undefined) return undefined;
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  if (letters === undefined) throw new Error('a cell has no place');
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

function placed({ row, column }: Written): { readonly row: number; readonly column: number } {
  if (!(row >= 1 && column >= 1)) throw new Error('a cell has no place');
  if (row > mostRows + 1) {
    throw new UnreadableFile(say('row-far-off', { row: String(row), most: String(mostRows) }));
  }
  if (column > mostColumns) {
    const letter = column > mostNamed ? `number ${column}` : letterOf(column);
    const at = { row: String(row), column: letter, most: String(mostColumns) };
    throw new UnreadableFile(say('column-far-off', at));
  }
  return { row, column };
}
/** As many columns as a spreadsheet has; others have no name that says anything. */
const mostNamed = 16_384;

const unread = { what: say('unread') };

function valueOf(
  { type, style, text, isComputed }: Written,
  { texts, dayStyles, from1904, takesValues }: Around,
): { readonly value: Cell } | { readonly what: Phrase } {
  if (isComputed && !takesValues) return { what: say('formula') };
  if (isComputed && text.trim() === '') return { what: say('formula-without-value') };
  switch (type) {
    case 'n': {
      const number = Number(text);
      const value = dayStyles.has(style) ? dayOf(number, { from1904 }) : number;
      return value === undefined || Number.isNaN(number) ? unread : { value };
    }
    case 's': {
      const value = texts[Number(text)];
      return value === undefined ? unread : { value };
    }
    case 'str':
    case 'inlineStr':
      return { value: plain(text) };
    case 'b':
      return { value: text === '1' || text === 'true' };
    case 'd': {
      const value = new Date(`${text.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(value.getTime()) ? unread : { value };
    }
    case 'e':
      return { what: say('error') };
    default:
      return unread;
  }
}
