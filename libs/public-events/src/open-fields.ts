import { type Field, type Fields, objectSchema, optional } from '#event-sourcing/event';
import type { JsonSchema } from '#event-sourcing/json-schema';

/** What may leave: everything else, and what is sealed above all, is refused when it is declared. */
const openKinds = new Set<Field['kind']>(['code', 'id', 'date', 'instant', 'number', 'boolean']);

/** The fields at these paths and nothing beside them, in the order of the paths. Fails, when the program starts, for what must not leave. */
export const openFields = (declared: Fields, paths: readonly string[], about: string): Fields =>
  fieldsAt(declared, paths, about, openField);

/** The same, whatever they hold. */
export function fieldsAt(
  declared: Fields,
  paths: readonly string[],
  about: string,
  of: (field: Field | undefined, inner: readonly string[], at: string) => Field = anyField,
): Fields {
  const heads = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.split('.');
    heads.set(head, [...(heads.get(head) ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])]);
  }
  return Object.fromEntries(
    [...heads].map(([name, inner]) => [name, of(declared[name], inner, `${about}.${name}`)]),
  );
}

function anyField(field: Field | undefined, inner: readonly string[], at: string): Field {
  if (field === undefined) throw new Error(`There is no ${at} to tell of`);
  if (field.element) return { ...field, element: anyField(field.element, inner, `${at}[]`) };
  return field.fields && inner.length > 0 ? { ...field, fields: fieldsAt(field.fields, inner, at) } : field;
}

function openField(field: Field | undefined, inner: readonly string[], at: string): Field {
  if (field === undefined || field.personal !== undefined) {
    throw new Error(`${at} is no field that may be told outside`);
  }
  if (field.element) return { ...field, element: openField(field.element, inner, `${at}[]`) };
  if (field.fields && inner.length > 0) return { ...field, fields: openFields(field.fields, inner, at) };
  if (openKinds.has(field.kind) && inner.length === 0) return field;
  throw new Error(`${at} is a ${field.kind}, which is not told outside`);
}

/** The values of these fields, where there are any. */
export const valuesOf = (fields: Fields, data: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => data[name] !== undefined)
      .map(([name, field]) => [name, valueOf(field, data[name])]),
  );

function valueOf({ element, fields }: Field, value: unknown): unknown {
  if (element && Array.isArray(value)) return value.map((one) => valueOf(element, one));
  return fields ? valuesOf(fields, value as Readonly<Record<string, unknown>>) : value;
}

export const allOptional = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, optional(field)]));

/** Lists of codes grow, which is no new version: those of today are examples. */
export function openSchema({ kind, codes, element, fields, schema }: Field): JsonSchema {
  if (element) return { ...schema, items: openSchema(element) };
  if (fields) return objectSchema(fields, openSchema);
  if (kind !== 'code') return schema;
  return {
    type: 'string',
    pattern: '^[A-Z][A-Z0-9_]{0,59}$',
    ...(codes !== undefined && codes.codes.length > 0 && { examples: codes.codes }),
  };
}
