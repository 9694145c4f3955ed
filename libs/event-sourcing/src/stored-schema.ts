import Type, { type TObject, type TSchema } from 'typebox';
import { type EventDeclaration, type Events, type Field, type Fields, presence } from './event.js';

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

/** The JSON Schema of an event's data as the log holds it: personal fields are envelopes. */
export const storedSchema = ({ fields }: EventDeclaration): TObject => objectOf(fields, envelopeSchema);

/** The same of the data as it is read back: each envelope with its place beside it. */
export const decodedSchema = ({ fields }: EventDeclaration): TObject => objectOf(fields, sealedSchema);

function objectOf(fields: Fields, personal: TObject): TObject {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, presence(field, schemaOf(field, personal))]),
  );
  return Type.Object(properties, { additionalProperties: false });
}

function schemaOf({ personal: isPersonal, fields, element, schema }: Field, personal: TObject): TSchema {
  if (isPersonal) return personal;
  if (fields) return objectOf(fields, personal);
  return element ? Type.Array(schemaOf(element, personal), { maxItems: 200 }) : schema;
}

export interface StoredEventSchema {
  readonly category: string;
  readonly type: string;
  readonly version: number;
  /** JSON Schema 2020-12 of the data. */
  readonly data: TObject;
}

/** Every event that may be stored, for documentation and for readers of the log in other languages. */
export const jsonSchemas = (declarations: readonly Events[]): StoredEventSchema[] =>
  declarations.flatMap(({ category, all }) =>
    Object.entries(all).map(([type, declaration]) => ({
      category,
      type,
      version: declaration.version,
      data: storedSchema(declaration),
    })),
  );
