import type { ReactNode } from 'react';
import type { Receipt } from '../api/send.js';
import type { Choice } from '../ui/choose-one.js';
import type { OperationId } from './operations.js';
import type { Values } from './values.js';

export type ChoicesFor = (values: Values, path: string) => readonly Choice[] | undefined;

/** What a page says of the form of a command. */
export interface StepFormProps {
  /** The command, by its name in the API's description. */
  readonly operation: OperationId;
  /** What stands in its address. */
  readonly params?: Readonly<Record<string, string>>;
  readonly preset?: Values;
  /** Paths of fields that are not shown; what is preset in them is sent. `items[]` keeps the rows as they are. */
  readonly hide?: readonly string[];
  /** Fields that mean nothing beside what stands in the form: neither shown nor sent. */
  readonly needless?: (values: Values) => readonly string[];
  /** Fields that stand before the others, in this order. */
  readonly first?: readonly string[];
  /** Fields that the page draws itself, by their path: they read and write the form that they stand in. */
  readonly drawn?: Readonly<Record<string, ReactNode>>;
  /** What can be chosen where not all can: for ids and codes, by their path; where it rests on what stands in the form, as a function of that and of the field's own path. */
  readonly choices?: Readonly<Record<string, readonly Choice[] | ChoicesFor>>;
  readonly ifMatch?: string;
  readonly title?: string;
  readonly lead?: ReactNode;
  readonly submitLabel?: string;
  /** What the page asks for itself, above the fields. */
  readonly children?: ReactNode;
  readonly onDone?: (receipt: Receipt) => void;
  readonly onCancel?: () => void;
}
