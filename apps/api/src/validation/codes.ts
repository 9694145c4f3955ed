import type { Field } from '#event-sourcing';

/** The codes that an event's field may hold, from its declaration; undefined where it names none. */
export const codesIn = ({ schema }: Field): readonly string[] | undefined =>
  (schema as { readonly enum?: readonly string[] }).enum;

/** The codes that an event's field may hold: what the API takes and what the log holds cannot differ. */
export function codesOf<C extends string>(field: Field<C>): readonly C[] {
  return enumOf(field);
}

/** Likewise for a field that is a list of codes. */
export function listedCodesOf<C extends string>(field: Field<readonly C[]>): readonly C[] {
  if (field.element === undefined) throw new Error('The field is not a list');
  return enumOf(field.element);
}

function enumOf<C extends string>(field: Field): readonly C[] {
  const codes = codesIn(field);
  if (codes === undefined) throw new Error('The field is not a code');
  return codes as readonly C[];
}
