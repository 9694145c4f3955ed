import type { Field } from './operations.js';

/** What every control takes: its field, where its value stands, and what it is called. */
export interface ControlProps<F extends Field = Field> {
  readonly field: F;
  readonly path: string;
  readonly label: string;
}
