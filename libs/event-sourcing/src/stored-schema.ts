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

/** The JSON Schema of an event's data as the log holds it: personal fields are envelopes. */
export const storedSchema = ({ fields }: EventDeclaration): TObject => storedObject(fields);

function storedObject(fields: Fields): TObject {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, presence(field, storedField(field))]),
  );
  return Type.Object(properties, { additionalProperties: false });
}

function storedField({ personal, fields, element, schema }: Field): TSchema {
  if (personal) return envelopeSchema;
  if (fields) return storedObject(fields);
  return element ? Type.Array(storedField(element), { maxItems: 200 }) : schema;
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
