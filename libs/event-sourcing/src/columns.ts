import type { Events, Field, FieldKind, NameIn, StoredFields } from './event.js';
import type { ColumnType, EventIn } from './projection.js';

/** One column of a read model: its type in PostgreSQL, what stands there at first, and which fields of events are copied into it. */
export interface Column<T = unknown> {
  readonly type: ColumnType;
  /** Absent where the row's beginning tells it. */
  readonly empty?: T;
  /** `Event.field` of each event that is copied. */
  readonly from: readonly string[];
  /** The declaration of what is copied. */
  readonly field?: Field;
  /** Of a list of records: the columns of one. */
  readonly records?: Columns;
  /** The field that says which of them an event is about. */
  readonly key?: string;
  /** Types only; never present at run time. */
  readonly holds?: T;
}
/** One that is told when the row begins. */
export type Begun<T> = Column<T> & { readonly isTold: true };
export type Columns = Readonly<Record<string, Column>>;
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never;
};

/** Told when the row begins, and never empty. */
export const always = <T = string>(type: ColumnType = 'text'): Begun<T> => ({ type, from: [], isTold: true });
/** Null until a fold says otherwise. */
export const perhaps = <T = string>(type: ColumnType = 'text'): Column<T | null> => ({
  type,
  empty: null,
  from: [],
});
/** A list, empty until a fold adds to it. */
export const listed = <T>(type: 'jsonb' | 'text[]' = 'jsonb'): Column<readonly T[]> => ({
  type,
  empty: [],
  from: [],
});

/** A copy that the row begins with, and that is therefore never empty. */
export function begun<T>(column: Column<T | null>): Column<T> {
  const { type, from, field } = column;
  return { type, from, ...(field && { field }) };
}

/**
 * A list of records, one for each thing that an event begins. Events that are copied into the key begin a record; any other finds its record by the
 * field of the key's name, and is copied into it.
 */
export const recordsBy = <const C extends Columns>(
  key: keyof C & string,
  records: C,
): Column<readonly RowOf<C>[]> & { readonly records: C } => ({
  type: 'jsonb',
  from: [],
  empty: [],
  key,
  records,
});

/** The names and the data of several categories' events. */
type Name<E> = E extends Events ? NameIn<E> : never;
type DataOf<E, N> = Extract<EventIn<E>, { readonly type: N }>['data'];

type FieldPath<E> = E extends Events
  ? { [N in NameIn<E>]: `${N}.${keyof E['declared'][N]['fields'] & string}` }[NameIn<E>]
  : never;
type Stored<E, Path> = E extends Events
  ? Path extends `${infer N}.${infer K}`
    ? N extends NameIn<E>
      ? StoredAt<StoredFields<E['declared'][N]['fields']>, K>
      : never
    : never
  : never;
type StoredAt<Data, K> = K extends keyof Data ? Exclude<Data[K], undefined> : never;
/** A list is empty, anything else null until the event comes. */
type Copied<T> = [T] extends [readonly unknown[]] ? T : T | null;

/** Columns that are fields of these events: the column's type follows from the field's, and the fold is the copy. */
export const copyOf =
  <E extends Events>(events: readonly E[]) =>
  <const Path extends FieldPath<E>>(...from: readonly [Path, ...Path[]]): Column<Copied<Stored<E, Path>>> => {
    const [field, ...others] = from.map((path) => {
      const [type = '', name = ''] = path.split('.');
      const found = events.map(({ declared }) => declared[type]).find((one) => one)?.fields[name];
      if (!found) throw new Error(`There is no ${path} to copy`);
      return found;
    });
    if (!field || others.some(({ kind }) => kind !== field.kind)) {
      throw new Error(`${from.join(' and ')} are of different kinds: one column holds one`);
    }
    const empty = (field.kind === 'list' ? [] : null) as Copied<Stored<E, Path>>;
    return { type: typeOf(field), empty, from, field };
  };

const columnTypes: Readonly<Record<FieldKind, ColumnType>> = {
  code: 'text',
  id: 'text',
  serial: 'text',
  municipalityNo: 'text',
  digest: 'text',
  date: 'date',
  instant: 'timestamptz',
  number: 'integer',
  boolean: 'boolean',
  list: 'jsonb',
  record: 'jsonb',
  text: 'jsonb',
  personalDate: 'jsonb',
  personalDigest: 'jsonb',
};
const typeOf = ({ kind, element }: Field): ColumnType =>
  element?.kind === 'code' || element?.kind === 'id' ? 'text[]' : columnTypes[kind];

export const typesOf = <C extends Columns>(columns: C) =>
  Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type])) as {
    readonly [K in keyof C]: ColumnType;
  };

type Beginning<C extends Columns> = {
  readonly [K in keyof C as C[K] extends { readonly isTold: true } ? K : never]: RowOf<C>[K];
};
/** What an event changes beside what is copied. */
type Fold<C extends Columns, Data> = (data: Data, row: RowOf<C>) => Partial<RowOf<C>>;
/** Nothing but what is copied. */
export const copied = () => ({});

interface Folding<E extends Events, C extends Columns> {
  /** What a row begins with, at each event that may begin one; one function where any may. */
  readonly begin:
    | { readonly [N in Name<E>]?: (data: DataOf<E, N>) => Beginning<C> }
    | ((data: DataOf<E, Name<E>>) => Beginning<C>);
  readonly folds: { readonly [N in Name<E>]: Fold<C, DataOf<E, N>> };
  /** What follows from the whole row after each event. */
  readonly follows?: (row: RowOf<C>) => Partial<RowOf<C>>;
}

/** The fold of a row: what is copied, over it what `folds` says, and what follows. An event without an entry does not compile. */
export function foldOf<E extends Events, const C extends Columns>(
  events: readonly E[],
  columns: C,
  { begin, folds, follows = copied }: Folding<E, C>,
): (row: RowOf<C> | undefined, event: EventIn<E>) => RowOf<C> | undefined {
  type Row = RowOf<C>;
  const empties = emptyOf(columns);
  const stepOf = (type: string) => ({
    begin: (typeof begin === 'function' ? begin : begin[type as Name<E>]) as
      ((data: unknown) => object) | undefined,
    copies: copiesIn(type, columns),
    records: recordsIn(type, columns),
    fold: folds[type as Name<E>] as Fold<C, unknown>,
  });
  const types = events.flatMap(({ declared }) => Object.keys(declared));
  const steps = new Map(types.map((type) => [type, stepOf(type)]));
  return (before, { type, data }) => {
    const step = steps.get(type);
    if (!step) throw new Error(`There is no ${type} to fold`);
    const row = before ?? (step.begin && ({ ...empties, ...step.begin(data) } as Row));
    if (row === undefined) return undefined;
    const changes = step.fold(data, row);
    // A row is copied once an event and no more: with some forty columns, that is what a fold costs.
    const after: Record<string, unknown> = row === before ? { ...row } : row;
    copyInto(after, step.copies, data as Data);
    for (const { column, take } of step.records) after[column] = take(after[column] as Data[], data as Data);
    Object.assign(after, changes);
    return Object.assign(after as Row, follows(after as Row));
  };
}

type Data = Readonly<Record<string, unknown>>;
interface Copy {
  readonly column: string;
  readonly name: string;
  readonly empty: unknown;
}

const emptyOf = (columns: Columns): Data =>
  Object.fromEntries(Object.entries(columns).map(([name, { empty }]) => [name, empty]));

const copiesIn = (type: string, columns: Columns): Copy[] =>
  Object.entries(columns).flatMap(([column, { from, empty }]) =>
    from
      .filter((path) => path.startsWith(`${type}.`))
      .map((path) => ({ column, name: path.slice(type.length + 1), empty })),
  );

function copyInto(target: Record<string, unknown>, copies: readonly Copy[], data: Data) {
  for (const { column, name, empty } of copies) target[column] = data[name] ?? empty;
  return target;
}

/** The lists of records that an event of this type begins one of, or says something of. */
const recordsIn = (type: string, columns: Columns) =>
  Object.entries(columns).flatMap(([column, { key, records }]) => {
    const copies = records ? copiesIn(type, records) : [];
    if (!records || key === undefined || copies.length === 0) return [];
    const empties = emptyOf(records);
    const take = copies.some((copy) => copy.column === key)
      ? (list: readonly Data[], data: Data) => [...list, copyInto({ ...empties }, copies, data)]
      : (list: readonly Data[], data: Data) =>
          list.map((one) => (one[key] === data[key] ? copyInto({ ...one }, copies, data) : one));
    return [{ column, take }];
  });
