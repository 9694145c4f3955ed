import type { Annotated } from './effective.js';
import type { Events, Recorded } from './event.js';

/** PostgreSQL types that a read model's column may have. Sealed fields and lists are `jsonb`. */
export type ColumnType =
  'text' | 'uuid' | 'date' | 'timestamptz' | 'bigint' | 'integer' | 'boolean' | 'jsonb' | 'text[]';

/** A row as the fold sees it; keys are the columns' names in snake_case. Dates and bigints are strings. */
export type Row = Readonly<Record<string, unknown>>;

interface Definition<R extends Row> {
  /** Checkpoint key and table prefix, snake_case, never changed. */
  readonly name: string;
  /** Raised when types, fold or schema change; each version has tables of its own. */
  readonly version: number;
  readonly handles: readonly Events[];
  /** Column names and types, the key first. The engine adds `municipality`, `stream`, `revision` and `position`. */
  readonly columns: Readonly<Record<keyof R & string, ColumnType>>;
  readonly keyColumn: keyof R & string;
  /** `schema.sql` beside the definition: indexes and constraints, `:table` standing for the build's table. */
  readonly schema: URL;
}

/** A row is the fold of one stream's effective events: annulled ones are gone, corrections applied. */
export interface EffectiveProjection<R extends Row = Row> extends Definition<R> {
  readonly sees: 'effective';
  /** Which row of the stream the event belongs to; undefined passes it over. */
  key(event: Recorded): string | undefined;
  fold(row: R | undefined, event: Recorded): R | undefined;
}

/** A row is one recorded event, with what later entries say of it. Only the audit trail is made so. */
export interface RecordedProjection<R extends Row = Row> extends Definition<R> {
  readonly sees: 'recorded';
  row(entry: Annotated): R | undefined;
}

export type Projection<R extends Row = Row> = EffectiveProjection<R> | RecordedProjection<R>;

export const defineProjection = <R extends Row>(projection: Projection<R>) =>
  projection as unknown as Projection;
