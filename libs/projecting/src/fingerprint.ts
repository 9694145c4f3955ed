import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Field } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';

/**
 * What a projection's rows follow from: handled types and their fields, columns, schema and the source of the fold (given as text).
 * When it changes, the version must: rows of the old fold would stay beside those of the new one.
 */
export function fingerprint(projection: Projection, foldSource: string): string {
  const handled = projection.handles.map(({ category, all }) => ({
    category,
    // What is seen as it was recorded is the same whatever else is declared.
    types:
      projection.sees === 'recorded'
        ? []
        : Object.entries(all).map(([type, { version, fields }]) => [type, version, shapeOf(fields)]),
  }));
  const { name, version, columns, keyColumn, sees } = projection;
  const schema = readFileSync(projection.schema, 'utf8').replaceAll('\r\n', '\n');
  const parts = {
    name,
    version,
    sees,
    keyColumn,
    columns: Object.entries(columns),
    handled,
    schema,
    foldSource,
  };
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function shapeOf(fields: Readonly<Record<string, Field>>): unknown {
  return Object.entries(fields).map(([name, { kind, isOptional, element, fields: inner }]) => [
    name,
    kind,
    isOptional,
    element && shapeOf({ element }),
    inner && shapeOf(inner),
  ]);
}
