import { Compile, type Validator } from 'typebox/schema';
import type { JsonSchema } from './json-schema.js';

/** The schema's validator, compiled when it is first asked for: a process meets few of all that is declared, and starts at once. */
export function lazyValidator(schema: () => JsonSchema): () => Validator {
  let validator: Validator | undefined;
  return () => (validator ??= Compile(schema()));
}
