import { type EventDeclaration, type Field, objectSchema } from './event.js';
import { array, type JsonSchema, object, type ObjectSchema, string } from './json-schema.js';

const base64 = string({ pattern: '^[A-Za-z0-9+/_=-]*$' });

/** The stored form of a personal field (docs/adr/0010). */
export const envelopeSchema = object({
  v: { const: 1 },
  keyId: string({ minLength: 1 }),
  nonce: base64,
  ciphertext: base64,
  commitment: base64,
});

/** An envelope with its place, as decoding makes it. */
const sealedSchema = object({
  ...envelopeSchema.properties,
  stream: string(),
  eventId: string(),
  field: string(),
});

/** The JSON Schema of an event's data as it is read back: personal fields are envelopes, each with its place beside it. */
export const decodedSchema = ({ fields }: EventDeclaration): ObjectSchema => objectSchema(fields, schemaOf);

function schemaOf({ personal, fields, element, schema }: Field): JsonSchema {
  if (personal) return sealedSchema;
  if (fields) return objectSchema(fields, schemaOf);
  return element ? array(schemaOf(element), { maxItems: 200 }) : schema;
}
