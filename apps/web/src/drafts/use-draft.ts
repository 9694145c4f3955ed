import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { usePlace } from '../shell/place.js';
import { forget, keep, kept } from './sealed-store.js';

interface Kept<T> {
  readonly values: T;
  readonly savedAt: string;
}

/** What stands in a form, kept from the first letter until it is recorded or given up. */
export interface Draft<T> {
  readonly values: T;
  readonly setValues: Dispatch<SetStateAction<T>>;
  /** When it was kept last; undefined where nothing is. */
  readonly savedAt: string | undefined;
  readonly drop: () => void;
}

const pauseMs = 900;

/** `form` is what is filled in, `about` what it is about: the same again finds what was half written. */
export function useDraft<T>(form: string, about: string, start: () => T): Draft<T> {
  const { session } = usePlace();
  const { draftKey, municipality } = session;
  const name = `${municipality} ${form} ${about}`;
  const [values, setValues] = useState<T>(start);
  const [savedAt, setSavedAt] = useState<string>();
  const touched = useRef(false);
  const timer = useRef<number>(undefined);

  useEffect(() => {
    void kept<Kept<T>>(draftKey, name).then((found) => {
      if (found === undefined || touched.current) return;
      setValues(found.values);
      setSavedAt(found.savedAt);
    });
  }, [draftKey, name]);

  useEffect(() => {
    if (!touched.current) return;
    timer.current = window.setTimeout(() => {
      const now = new Date().toISOString();
      void keep(draftKey, name, { values, savedAt: now } satisfies Kept<T>).then(() => setSavedAt(now));
    }, pauseMs);
    return () => window.clearTimeout(timer.current);
  }, [values, draftKey, name]);

  return {
    values,
    setValues: (next) => {
      touched.current = true;
      setValues(next);
    },
    savedAt,
    drop: () => {
      window.clearTimeout(timer.current);
      touched.current = false;
      setSavedAt(undefined);
      void forget(draftKey, name);
    },
  };
}
