import { useEffect } from 'react';

/** While a dialog is open, keys are its own. */
export const isDialogOpen = () => document.querySelector('dialog[open]') !== null;

/** Whether a key belongs to a field or a dialog, where single letters are letters. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (isDialogOpen()) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

const place = 'samspor.keys-off';
export const singleKeysOff = () => localStorage.getItem(place) === 'yes';
/** Single letters can be turned off (WCAG 2.1.4). */
export const turnSingleKeys = (on: boolean) =>
  on ? localStorage.removeItem(place) : localStorage.setItem(place, 'yes');

/** Calls back for a letter that is pressed by itself outside of fields and dialogs. */
export function useKey(key: string, act: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) || singleKeysOff()) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

/** Ctrl-K and the keys that work on every page. */
export function useGlobalKeys(open: (what: 'palette' | 'help') => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (!isDialogOpen()) open('palette');
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [open]);
  useKey('?', () => open('help'));
  useKey('/', () => open('palette'));
}
