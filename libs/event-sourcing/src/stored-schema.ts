import Type, { type TObject, type TSchema } from 'typebox';
import { type EventDeclaration, type Field, type Fields, presence } from './event.js';

const base64 = { pattern: '^[A-Za-z0-9+/_=-]*$' };

/** The stored form of a personal field (docs/adr/0010). */
export const envelopeSchema = Type.Object(
  {
    v: Type.Literal(1),
    keyId: Type.String({ minLength: 1 }),
    nonce: Type.String(base64),
    ciphertext: Type.String(base64),
    commitment: Type.String(base64),
  },
  { additionalProperties: false },
);

/** An envelope with its place, as decoding makes it. */
const sealedSchema = Type.Object(
  {
    ...envelopeSchema.properties,
    stream: Type.String(),
    eventId: Type.String(),
    field: Type.String(),
  },
  { additionalProperties: false },
);

/** The JSON Schema of an event's data as it is read back: personal fields are envelopes, each with its place beside it. */
export const decodedSchema = ({ fields }: EventDeclaration): TObject => objectOf(fields);

function objectOf(fields: Fields): TObject {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, presence(field, schemaOf(field))]),
  );
  return Type.Object(properties, { additionalProperties: false });
}

function schemaOf({ personal, fields, element, schema }: Field): TSchema {
  if (personal) return sealedSchema;
  if (fields) return objectOf(fields);
  return element ? Type.Array(schemaOf(element), { maxItems: 200 }) : schema;
}
