import { useState } from 'react';
import { usePlace } from '../shell/place.js';

/** What this browser keeps of how one likes a page, for each municipality by itself. Nothing of a person is kept so. */
export function useKept<T>(
  name: string,
  isKept: (value: unknown) => value is T,
): readonly [kept: T | undefined, keep: (value: T | undefined) => void] {
  const { session } = usePlace();
  const place = `samspor.${session.municipality}.${name}`;
  const [kept, setKept] = useState(() => read(place, isKept));
  return [
    kept,
    (value) => {
      setKept(value);
      if (value === undefined) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(value));
    },
  ];
}

function read<T>(place: string, isKept: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
