import type { Events, EventOf, Field, FieldKind, NameIn, StoredFields } from './event.js';
import type { ColumnType } from './projection.js';

/** One column of a read model: its type in PostgreSQL, what stands there at first, and which fields of events are copied into it. */
export interface Column<T = unknown> {
  readonly type: ColumnType;
  /** Absent where the row's beginning tells it. */
  readonly empty?: T;
  /** `Event.field` of each event that is copied. */
  readonly from: readonly string[];
  /** The declaration of what is copied. */
  readonly field?: Field;
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

type FieldPath<E extends Events> = {
  [N in NameIn<E>]: `${N}.${keyof E['declared'][N]['fields'] & string}`;
}[NameIn<E>];
type Stored<E extends Events, Path> = Path extends `${infer N}.${infer K}`
  ? N extends NameIn<E>
    ? StoredAt<StoredFields<E['declared'][N]['fields']>, K>
    : never
  : never;
type StoredAt<Data, K> = K extends keyof Data ? Exclude<Data[K], undefined> : never;
/** A list is empty, anything else null until the event comes. */
type Copied<T> = [T] extends [readonly unknown[]] ? T : T | null;

/** Columns that are fields of these events: the column's type follows from the field's, and the fold is the copy. */
export const copyOf =
  <E extends Events>(events: E) =>
  <const Path extends FieldPath<E>>(...from: readonly [Path, ...Path[]]): Column<Copied<Stored<E, Path>>> => {
    const [type = '', name = ''] = from[0].split('.');
    const field = events.declared[type]?.fields[name];
    if (!field) throw new Error(`There is no ${from[0]} to copy`);
    const empty = (field.kind === 'list' ? [] : null) as Copied<Stored<E, Path>>;
    return { type: typeOf(field), empty, from, field };
  };

const columnTypes: Readonly<Record<FieldKind, ColumnType>> = {
  code: 'text',
  id: 'text',
  digest: 'text',
  date: 'date',
  instant: 'timestamptz',
  number: 'integer',
  boolean: 'boolean',
  list: 'jsonb',
  record: 'jsonb',
  text: 'jsonb',
  personalDate: 'jsonb',
};
const typeOf = ({ kind, element }: Field): ColumnType =>
  element?.kind === 'code' || element?.kind === 'id' ? 'text[]' : columnTypes[kind];

export const typesOf = <C extends Columns>(columns: C) =>
  Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type])) as {
    readonly [K in keyof C]: ColumnType;
  };

type DataOf<E extends Events, N> = Extract<EventOf<E>, { readonly type: N }>['data'];
type Beginning<C extends Columns> = {
  readonly [K in keyof C as C[K] extends { readonly isTold: true } ? K : never]: RowOf<C>[K];
};
/** What an event changes beside what is copied. */
type Fold<C extends Columns, Data> = (data: Data, row: RowOf<C>) => Partial<RowOf<C>>;
/** Nothing but what is copied. */
export const copied = () => ({});

/** The fold of a row: what is copied, and over it what `folds` says. An event without an entry does not compile. */
export function foldOf<E extends Events, const C extends Columns>(
  events: E,
  columns: C,
  {
    begin,
    folds,
  }: {
    /** What a row begins with, at each event that may begin one. */
    readonly begin: { readonly [N in NameIn<E>]?: (data: DataOf<E, N>) => Beginning<C> };
    readonly folds: { readonly [N in NameIn<E>]: Fold<C, DataOf<E, N>> };
  },
): (row: RowOf<C> | undefined, event: EventOf<E>) => RowOf<C> | undefined {
  const entries = Object.entries(columns);
  const empties = Object.fromEntries(entries.map(([name, { empty }]) => [name, empty]));
  const copiesIn = (type: string) =>
    entries.flatMap(([column, { from, empty }]) =>
      from
        .filter((path) => path.startsWith(`${type}.`))
        .map((path) => [column, path.slice(type.length + 1), empty] as const),
    );
  const copies = new Map(Object.keys(events.declared).map((type) => [type, copiesIn(type)]));
  return (before, { type, data }) => {
    const beginning = (begin as Readonly<Record<string, ((data: unknown) => object) | undefined>>)[type];
    const row = before ?? (beginning && ({ ...empties, ...beginning(data) } as RowOf<C>));
    if (row === undefined) return undefined;
    const told = data as Readonly<Record<string, unknown>>;
    const after: Record<string, unknown> = { ...row };
    for (const [column, name, empty] of copies.get(type) ?? []) after[column] = told[name] ?? empty;
    const fold = folds[type as NameIn<E>] as Fold<C, unknown>;
    return Object.assign(after as RowOf<C>, fold(data, row));
  };
}
