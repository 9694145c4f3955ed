import type { ApiResponseSchemaHost } from '@nestjs/swagger';
import type { CodeList } from '#event-sourcing';
import { ofList } from '../validation/codes.js';

/** A JSON Schema as OpenAPI 3.1 shows it. */
export type Shape = ApiResponseSchemaHost['schema'];

const described = (description?: string) => (description === undefined ? {} : { description });

export const text = (description?: string): Shape => ({ type: 'string', ...described(description) });
export const date = (description?: string): Shape => ({
  type: 'string',
  format: 'date',
  ...described(description),
});
export const instant = (): Shape => ({ type: 'string', format: 'date-time' });
export const flag = (description?: string): Shape => ({ type: 'boolean', ...described(description) });
export const integer = (): Shape => ({ type: 'integer' });
/** One of a few words of the protocol's own. */
export const oneOf = (words: readonly string[], description?: string): Shape => ({
  type: 'string',
  enum: [...words],
  ...described(description),
});
/** One of the list's codes. */
export const codeOf = (list: CodeList, description?: string): Shape => ({
  ...oneOf(list.codes, description),
  ...ofList(list),
});
/** A code from a list that the municipality keeps, or that may grow. */
export const code = (known: CodeList, description?: string): Shape => ({
  ...text(description),
  ...ofList(known),
});
export const list = (items: Shape): Shape => ({ type: 'array', items });
export const orNull = (shape: Shape): Shape => ({ oneOf: [shape, { type: 'null' } as unknown as Shape] });
export const object = (
  properties: Readonly<Record<string, Shape>>,
  optional: readonly string[] = [],
): Shape => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

/** The properties but one. */
export const without = (name: string, properties: Readonly<Record<string, Shape>>) =>
  Object.fromEntries(Object.entries(properties).filter(([one]) => one !== name));

/** What was sealed: the text, or that its key was destroyed. */
export const personal = (): Shape => ({
  oneOf: [
    { type: 'string' },
    object({
      disposed: { type: 'boolean', enum: [true], description: 'The key was destroyed; the text is gone' },
    }),
  ],
});

/** The same, where it may be left sealed for this purpose. */
export const perhapsWithheld = (): Shape => ({
  oneOf: [
    ...(personal().oneOf ?? []),
    object({
      withheld: {
        type: 'boolean',
        enum: [true],
        description: 'Recorded about the wrong person or in the wrong case',
      },
    }),
  ],
});

/** A shape in which every such text may be left sealed. */
export function mayBeWithheld<S>(shape: S): S {
  if (JSON.stringify(shape) === JSON.stringify(personal())) return perhapsWithheld() as S;
  if (Array.isArray(shape)) return shape.map(mayBeWithheld) as S;
  if (typeof shape !== 'object' || shape === null) return shape;
  return Object.fromEntries(
    Object.entries(shape).map(([name, of]) => [name, mayBeWithheld(of as unknown)]),
  ) as S;
}

export const currentTo = object({
  position: orNull(text('Opaque')),
  at: orNull(instant()),
});

export const party = object({ partyId: text(), name: orNull(personal()) });
const subjectFields = {
  subjectId: text(),
  givenName: orNull(personal()),
  familyName: orNull(personal()),
  birthYear: orNull(integer()),
  protectedAddress: orNull(flag()),
  disposed: flag('The keys of the person’s own record are destroyed'),
};
export const subject = object(subjectFields);
/** As a list shows somebody. */
export const listedSubject = object({
  ...subjectFields,
  subjectId: orNull(text('Null, as the name is, where the address is protected')),
});
/** Where one person must not be taken for another. */
export const born = object({ ...subjectFields, birthDate: orNull(personal()) });

/** An answer, with what it is current to. */
export const answer = (properties: Readonly<Record<string, Shape>>): Shape =>
  object({ ...properties, currentTo });
/** A page of a list. */
export const page = (properties: Readonly<Record<string, Shape>>): Shape =>
  object(
    { ...properties, next: text('Give it back as `after` for the next page; absent on the last'), currentTo },
    ['next'],
  );
