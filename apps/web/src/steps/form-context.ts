import { createContext, type ReactNode, useContext } from 'react';
import type { Keys } from '../drafts/keys.js';
import type { Page } from './fitted.js';

/** What the controls of one form share. A path is as the API names a field in a refusal: `items[0].outcome`. */
export interface Form extends Pick<Page, 'isHidden' | 'choicesFor'> {
  readonly id: string;
  readonly operation: string;
  /** What stands in the command's address. */
  readonly params: Readonly<Record<string, string>>;
  readonly valueAt: (path: string) => unknown;
  readonly set: (path: string, value: unknown) => void;
  readonly faultAt: (path: string) => string | undefined;
  /** What the page draws in the place of a field. */
  readonly drawnAt: (path: string) => ReactNode;
  readonly keys: Keys;
}

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error('A control stands in a form');
  return form;
}

/** What is written in a field, as a text. */
export function typedAt({ valueAt }: Pick<Form, 'valueAt'>, path: string): string {
  const value = valueAt(path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Where a summary of faults leads. */
export const controlId = ({ id }: Pick<Form, 'id'>, path: string) => `${id}-${path.replace(/[^\w]+/g, '-')}`;
