import { Textfield } from '@digdir/designsystemet-react';
import type { KeyboardEvent } from 'react';
import type { PickerProps } from './picker.js';

interface Props extends Pick<PickerProps, 'id' | 'label' | 'error'> {
  readonly hint: string;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Picks what alone was found for what stands in the field. */
  readonly pickOnly: (() => void) | undefined;
}

/** Where somebody or something is looked for in the middle of a form. */
export function SearchField({ typed, setTyped, hint, pickOnly, ...field }: Props) {
  return (
    <Textfield
      {...field}
      description={hint}
      value={typed}
      autoComplete="off"
      data-unpicked={typed.trim() !== ''}
      onKeyDown={onEnter(pickOnly)}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

/** Enter in the middle of a form sends no form: it does this, if anything. */
export const onEnter =
  (act: (() => void) | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act?.();
  };

/** Goes to a search field with something in it that was not picked: what was meant is not what would be sent. */
export function goToUnpicked(within: ParentNode | null): boolean {
  const field = within?.querySelector<HTMLInputElement>('[data-unpicked="true"]');
  field?.focus();
  return field !== null && field !== undefined;
}
