import type { EventOf, Events, Recorded } from './event.js';

export type { Sealed } from './event.js';

/** PostgreSQL types that a read model's column may have. Sealed fields and lists of records are `jsonb`. */
export type ColumnType =
  'text' | 'uuid' | 'date' | 'timestamptz' | 'bigint' | 'integer' | 'boolean' | 'jsonb' | 'text[]';

/**
 * A row as the fold sees it; keys are the columns' names in snake_case, and what is unknown is null.
 * Dates and bigints are strings, instants ISO 8601 with milliseconds. A jsonb column may come back with its keys in another order.
 */
export type Row = Readonly<Record<string, unknown>>;

/** An event of any of these categories, as a fold sees it. */
export type EventIn<E> = E extends Events ? EventOf<E> : never;

interface Definition<R extends Row, E extends Events> {
  /** Checkpoint key and table prefix, snake_case, never changed. */
  readonly name: string;
  /** Raised when types, fold or schema change; each version has tables of its own. */
  readonly version: number;
  readonly handles: readonly E[];
  /** Column names and types, the key first. The engine adds `municipality`, `stream`, `revision` and `position`. */
  readonly columns: Readonly<Record<keyof R & string, ColumnType>>;
  readonly keyColumn: keyof R & string;
  /** `schema.sql` beside the definition: indexes and constraints, `:table` standing for the build's table. */
  readonly schema: URL;
  /** `whole`: rows hold sealed texts themselves, for who opens many without the log. Elsewhere they hold the place of each (docs/adr/0018). */
  readonly sealed?: 'whole';
}

/** Rows are the fold of one stream's effective events: annulled ones are gone, corrections applied. */
export interface EffectiveProjection<R extends Row = Row, E extends Events = Events> extends Definition<
  R,
  E
> {
  readonly sees: 'effective';
  /** Which row of the stream the event belongs to; undefined passes it over. */
  key(event: EventIn<E>): string | undefined;
  /** The row after the event; undefined for none. */
  fold(row: R | undefined, event: EventIn<E>): R | undefined;
}

/** Rows are the fold of one stream as it was recorded, wrong entries, corrections and annulments too. */
export interface RecordedProjection<R extends Row = Row, E extends Events = Events> extends Definition<R, E> {
  readonly sees: 'recorded';
  key(event: Recorded): string | undefined;
  fold(row: R | undefined, event: Recorded): R | undefined;
}

export type Projection<R extends Row = Row, E extends Events = Events> =
  EffectiveProjection<R, E> | RecordedProjection<R, E>;

/** Declares a projection; how rows are kept, rebuilt and switched is the engine's (libs/projecting). */
export const defineProjection = <R extends Row, E extends Events>(
  projection: Projection<R, E>,
): Projection & { readonly columns: Readonly<Record<keyof R & string, ColumnType>> } =>
  projection as unknown as Projection & { readonly columns: Readonly<Record<keyof R & string, ColumnType>> };
