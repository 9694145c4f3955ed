/** A JSON Schema, as far as declarations need one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

interface Bounds {
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export const string = (bounds: Bounds = {}): JsonSchema => ({ type: 'string', ...bounds });
export const integer = (bounds: { readonly minimum: number; readonly maximum?: number }): JsonSchema => ({
  type: 'integer',
  ...bounds,
});
export const array = (items: JsonSchema, bounds: { readonly maxItems?: number } = {}): JsonSchema => ({
  type: 'array',
  items,
  ...bounds,
});
export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** These properties, of which some may be absent, and no others. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): ObjectSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
