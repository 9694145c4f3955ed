import type { Shape } from '../reading/shape.js';

const wholes = new Map<string, Shape>();

/** Says in OpenAPI what a body is held to as a whole, beside its fields. Whoever takes it does the checking. */
const whole =
  (shape: Shape): ClassDecorator =>
  (of) =>
    void wholes.set(of.name, shape);

const each = (fields: readonly string[]) => fields.map((field) => ({ required: [field] }));

export const ExactlyOneOf = (...fields: readonly string[]) => whole({ oneOf: each(fields) });
export const AtLeastOneOf = (...fields: readonly string[]) => whole({ anyOf: each(fields) });

/** What was said of the class of this name. */
export const wholeOf = (name: string): Shape | undefined => wholes.get(name);
