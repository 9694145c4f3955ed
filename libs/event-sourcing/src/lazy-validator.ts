import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

/** The schema's validator, compiled when it is first asked for: a process meets few of all that is declared, and starts at once. */
export function lazyValidator(schema: () => TSchema): () => Validator {
  let validator: Validator | undefined;
  return () => (validator ??= Compile(schema()));
}
