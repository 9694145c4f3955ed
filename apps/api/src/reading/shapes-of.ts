import type { Column, Columns } from '#event-sourcing/columns';
import type { Field } from '#event-sourcing/event';
import type { ColumnType } from '#event-sourcing/projection';
import { camel } from '#projections/selection';
import { fixedListOf } from '../validation/codes.js';
import {
  code,
  codeOf,
  date,
  flag,
  integer,
  instant,
  list,
  orNull,
  personal,
  type Shape,
  text,
} from './shape.js';

/** How a read model's columns look in an answer, by their names there. `says`: a description, or another shape; null leaves one out. Fails where it names no column. */
export const shapesOf = (
  columns: Columns,
  says: Readonly<Record<string, string | Shape | null>> = {},
): Readonly<Record<string, Shape>> => {
  const named = Object.entries(columns).map(([column, of]) => [camel(column), of] as const);
  const unknown = Object.keys(says).filter((name) => !named.some(([known]) => known === name));
  if (unknown.length > 0) throw new Error(`The read model has no ${unknown.join(', ')} to say anything of.`);
  return Object.fromEntries(
    named.flatMap(([name, of]) => {
      const said = says[name];
      if (said === null) return [];
      return [[name, typeof said === 'object' ? said : shapeOf(of, said)] as const];
    }),
  );
};

function shapeOf({ type, field, empty }: Column, description?: string): Shape {
  const one = (field && shapeOfField(field, description)) ?? plainShape(type, description);
  const shape = Array.isArray(empty) || field?.element ? list(one) : one;
  return empty === null ? orNull(shape) : shape;
}

function shapeOfField(field: Field, description?: string): Shape | undefined {
  const { personal: isPersonal, codes, ...one } = field.element ?? field;
  if (isPersonal) return personal();
  return codes && (fixedListOf({ ...one, codes }) ? codeOf(codes, description) : code(codes, description));
}

const plainShapes: Readonly<Partial<Record<ColumnType, (description?: string) => Shape>>> = {
  text,
  date,
  boolean: flag,
  timestamptz: instant,
  integer,
  bigint: integer,
};
function plainShape(type: ColumnType, description?: string): Shape {
  const shape = plainShapes[type];
  if (!shape) throw new Error(`Say the shape of a ${type} of one's own`);
  return shape(description);
}
