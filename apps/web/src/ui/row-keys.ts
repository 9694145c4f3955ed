import { useRef } from 'react';
import { useKey } from '../shell/keys.js';

const rowLinks = (within: HTMLElement | null) => [
  ...(within?.querySelectorAll<HTMLAnchorElement>('[data-row-link]') ?? []),
];
const rowOfFocus = () => document.activeElement?.closest('li, tr') ?? null;

/** J and K move the focus from row to row of what has the ref, F opens the day of the row that has it. */
export function useRowKeys() {
  const within = useRef<HTMLDivElement>(null);
  const move = (by: number) => () => {
    const links = rowLinks(within.current);
    const row = rowOfFocus();
    const now = links.findIndex((link) => row?.contains(link) === true);
    links[Math.max(0, Math.min(links.length - 1, now + by))]?.focus();
  };
  useKey('j', move(1));
  useKey('k', move(-1));
  useKey('f', () => rowOfFocus()?.querySelector<HTMLElement>('[data-due]')?.click());
  return within;
}
