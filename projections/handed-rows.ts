import { viewOf } from '#projecting';
import type { Parameters } from './selection.js';

/** A read model, as a statement reads it. */
interface Model {
  readonly name: string;
  readonly version: number;
  readonly columns: Readonly<Record<string, string>>;
}

/** Rows of a read model that are handed in, each sealed text in them reduced to its place, as the tables have it. */
export interface HandedRows {
  readonly model: Model;
  readonly rows: readonly HandedRow[];
}
interface HandedRow {
  readonly municipality: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly row: Readonly<Record<string, unknown>>;
}

const engineColumns = { municipality: 'text', stream: 'text', revision: 'bigint', position: 'bigint' };

/** A statement that reads these rows in place of the read models that they are of: what is asked of today and of an earlier day is one statement. */
export function overRows(statement: string, handed: readonly HandedRows[], parameters: Parameters): string {
  const tables = handed.map(({ model, rows }) => {
    const columns = { ...model.columns, ...engineColumns };
    const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    const values = rows.map(({ row, municipality, stream, revision, position }) => {
      const place = { municipality, stream, revision: String(revision), position: String(position) };
      return { ...row, ...place };
    });
    return `${nameOf(model)} as materialized (select ${Object.keys(columns).join(', ')}
      from jsonb_to_recordset(${parameters.of(JSON.stringify(values))}::jsonb) handed(${typed.join(', ')}))`;
  });
  const asked = handed.reduce(
    (text, { model }) => text.replaceAll(new RegExp(`\\b${viewOf(model)}\\b`, 'g'), nameOf(model)),
    statement,
  );
  const kept = /\bsamspor\.\w+/.exec(asked);
  if (kept) throw new Error(`Rows of ${kept[0]} are asked for, and none are handed in`);
  return `with ${tables.join(',\n')} ${asked}`;
}

const nameOf = ({ name }: Model) => `handed_${name}`;
