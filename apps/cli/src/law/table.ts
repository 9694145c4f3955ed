import { computeDeadline, faultsIn, type InputsOf, isRuleId, type RuleId } from '#deadlines';
import { type Cell, columnsIn, type Grid } from '#spreadsheet';

/** A case with what should come of it. */
export interface TableRow {
  /** As a spreadsheet shows it, the headings being 1. */
  readonly row: number;
  readonly id: string;
  readonly rule: string;
  readonly inputs: string;
  readonly version: string | undefined;
  readonly due: string;
  readonly verdict: string;
}

const columns = {
  id: { headings: ['id'] },
  rule: { headings: ['rule', 'regel'], isNeeded: true },
  inputs: { headings: ['inputs', 'opplysninger'], isNeeded: true },
  version: { headings: ['version', 'versjon'] },
  due: { headings: ['due', 'expected_due', 'frist'], isNeeded: true },
  verdict: { headings: ['verdict', 'expected_verdict', 'vurdering'] },
} as const;

/** The rows of a table. Throws where a heading that is needed is not there. */
export function tableOf(grid: Grid): readonly TableRow[] {
  const { at, faults } = columnsIn<keyof typeof columns>(grid, columns);
  if (faults.length > 0) throw new Error(faults.map(({ what }) => `The table: ${what.en}.`).join(' '));
  return grid.rows
    .slice(1)
    .map((cells, index) => {
      const cell = (place: number | undefined) =>
        place === undefined ? undefined : textOf(cells[place] ?? null);
      return {
        row: index + 2,
        id: cell(at.id) ?? '',
        rule: cell(at.rule) ?? '',
        inputs: cell(at.inputs) ?? '',
        version: cell(at.version),
        due: cell(at.due) ?? '',
        verdict: cell(at.verdict) ?? '',
      };
    })
    .filter(({ rule, inputs }) => rule !== '' || inputs !== '');
}

const textOf = (cell: Cell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim();

/** How a row comes out otherwise than it says; undefined where it does not. */
export function triedOf({ row, id, rule, inputs, ...said }: TableRow): string | undefined {
  const place = `Row ${row}${id === '' ? '' : ` (${id})`}`;
  if (!isRuleId(rule)) return `${place}: there is no rule of that name`;
  const told = jsonOf(inputs);
  if (told === undefined) return `${place}: the inputs are no JSON`;
  const faults = faultsIn(rule, told);
  if (faults.length > 0) return `${place}: ${faults.join('; ')}`;
  try {
    const { version, due = '', verdict = '' } = computeDeadline(rule, told as InputsOf[RuleId]);
    const found = { version: said.version === undefined ? undefined : version, due, verdict };
    const differs = (['version', 'due', 'verdict'] as const).filter((name) => found[name] !== said[name]);
    if (differs.length === 0) return undefined;
    const sides = differs.map((name) => `${name} is ${found[name] || 'none'}, not ${said[name] || 'none'}`);
    return `${place}: ${sides.join(', ')}`;
  } catch (error) {
    if (error instanceof RangeError) return `${place}: ${error.message}`;
    throw error;
  }
}

/** Undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
