import type { KeyboardEvent } from 'react';

/** Enter in a search field sends no form: it picks what alone was found. */
export const pickOnEnter =
  (pick: (() => void) | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    pick?.();
  };

/** Goes to a search field with something in it that was not picked: what was meant is not what would be sent. */
export function goToUnpicked(within: ParentNode | null): boolean {
  const field = within?.querySelector<HTMLInputElement>('[data-unpicked="true"]');
  field?.focus();
  return field !== null && field !== undefined;
}
