import type { Role } from '../../session/session.js';
import type { StepFormProps } from '../../steps/step-form-props.js';

/** A step that can be done on the page. */
export interface Step extends Omit<StepFormProps, 'onDone' | 'onCancel'> {
  /** Of which of several it is, such as the consent that is withdrawn. */
  readonly of?: string;
  readonly label?: string;
  /** Who records it; caseworkers alone unless told. */
  readonly by?: readonly Role[];
  readonly primary?: boolean;
}

/** What stands in the address while the step is open. */
export const keyOf = ({ operation, of }: Pick<Step, 'operation' | 'of'>) =>
  of === undefined ? operation : `${operation}.${of}`;
