type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** A row as queries answer it: the columns' names in camelCase. */
export type Read<R> = { readonly [K in keyof R & string as Camel<K>]: R[K] };

/** Where the row comes from; `revision` is the stream's at the last event that concerned the row. */
export interface Provenance {
  readonly municipality: string;
  readonly revision: bigint;
}

export const camel = (name: string) =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The columns by name, `alias.case_id as "caseId"`: a query asks for what it knows. */
export const selection = (columns: Readonly<Record<string, unknown>>, alias: string) =>
  Object.keys(columns)
    .map((name) => `${alias}.${name} as "${camel(name)}"`)
    .join(', ');

/** Some of the columns. */
export const only = <C extends object, const Name extends keyof C>(columns: C, ...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<C, Name>;

/** A column's list of records without these of their fields. */
export const without = (column: string, ...fields: readonly string[]) => `(
  select coalesce(jsonb_agg(one - '{${fields.join(',')}}'::text[]), '[]') from jsonb_array_elements(${column}) one)`;

/** One page of a list, and what to ask for the next with. */
export interface Page<T, After> {
  readonly rows: readonly T[];
  readonly next?: After;
}

export interface PageRequest<After> {
  /** The `next` of the page before. */
  readonly after?: After | undefined;
  readonly limit: number;
}

/** Parts of a place in a list. A client gives them back, and may give anything: what a database would choke on is none. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-zA-Z.-]{1,200}$/.test(value);
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[12]\d{3}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** Takes the row too many that tells of a next page. */
export function pageOf<T, After>(
  rows: readonly T[],
  limit: number,
  afterOf: (row: T) => After,
): Page<T, After> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined ? { rows: shown, next: afterOf(last) } : { rows: shown };
}

/** The values of a statement, numbered as they are named. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of one more value. */
  of(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
