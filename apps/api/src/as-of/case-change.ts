import { inLanguage } from '#projections/audit-trail/norwegian';
import { type Telling, valueOf } from '#projections/audit-trail/values';
import { wordsForId } from '#projections/audit-trail/ids';
import type { Field } from '#event-sourcing/event';
import { camel } from '#projections/selection';
import { columnWords } from './case-words.js';
import { type ColumnChange, isSame } from './changes-between.js';

type Data = Readonly<Record<string, unknown>>;

/** What stood in a column of a case and what stands there, opened; of a list, what went and what came alone. */
export interface Differing {
  readonly column: string;
  readonly was: unknown;
  readonly now: unknown;
}

/** The same in words; null where nothing stands. */
export interface ToldChange {
  readonly field: string;
  readonly called: string;
  readonly was: string | null;
  readonly now: string | null;
}

/** Of a list, what went and what came. */
export function withoutWhatStayed({ column, was, now, by }: ColumnChange): ColumnChange {
  if (!Array.isArray(was) && !Array.isArray(now)) return { column, was, now, by };
  const [before, after] = [elementsOf(column, was), elementsOf(column, now)];
  const without = (some: readonly unknown[], others: readonly unknown[]) =>
    some.filter((one) => !others.some((other) => isSame(one, other)));
  return { column, was: without(before, after), now: without(after, before), by };
}

/** Whether a change of this column says anything to people. */
export const isTold = (column: string): boolean => columnWords.has(column);

/** Records of a list one by one, none of what is empty in them. */
export function elementsOf(column: string, value: unknown): readonly unknown[] {
  const partsOf = columnWords.get(column)?.parts ?? ((one: Data) => [one]);
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? partsOf(one as Data).map(withoutNulls) : [one],
  );
}
const withoutNulls = (one: Data): Data =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));

/** Every party that a value of this column names. */
export function partiesIn(column: string, value: unknown): string[] {
  const field = columnWords.get(column)?.field;
  return field === undefined ? [] : named(field, value);
}
function named(field: Field, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (field.element ? named(field.element, one) : []));
  if (field.fields && typeof value === 'object' && value !== null) {
    return Object.entries(field.fields).flatMap(([name, of]) => named(of, (value as Data)[name]));
  }
  return typeof value === 'string' && wordsForId(field) === 'name' && field.kind === 'id' ? [value] : [];
}

/** A change in words. Its lists are of `elementsOf`. */
export function changeTold({ column, was, now }: Differing, telling: Telling): ToldChange {
  const words = columnWords.get(column);
  if (words === undefined) throw new Error(`Nothing is said of the column ${column}`);
  const { called, field, each } = words;
  const inWords = (value: unknown): string | null => {
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? null : valueOf(field, value, telling, each, each && ';');
  };
  return {
    field: camel(column),
    called: inLanguage(telling.language, called),
    was: inWords(was),
    now: inWords(now),
  };
}
