import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import { usePlace } from '../shell/place.js';
import { draftIdOf, dropInBrowser, findInBrowser, keepInBrowser } from './kept-by-browser.js';
import { dropOnServer, findOnServer, keepOnServer } from './kept-by-server.js';

/** What is filled in, and what it is about: the same again finds what was half written. */
export interface DraftOf<T> {
  readonly form: string;
  /** Tells one of several of the same form apart, such as the address of a command. */
  readonly place: string;
  /** The id of the person or case that it is about. */
  readonly about?: (values: T) => string | undefined;
}

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
  /** Keeps this at once, where a second more could be too late. */
  readonly keep: (values: T) => Promise<void>;
  readonly drop: () => void;
  /** Begins again with nothing written. */
  readonly reset: () => void;
}

const pauseMs = 900;

/** Both places are asked, and what was kept last stands: the browser knows what the server did not hear of. */
async function find<T>(draftKey: string, id: string): Promise<Kept<T> | undefined> {
  const [here, there] = await Promise.all([findInBrowser<Kept<T>>(draftKey, id), findOnServer<T>(id)]);
  const onServer = there && { values: there.text, savedAt: there.savedAt };
  if (here === undefined || onServer === undefined) return here ?? onServer;
  return here.savedAt >= onServer.savedAt ? here : onServer;
}

/** A code, as the server wants one. */
const codeOf = (form: string) => form.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase();

export function useDraft<T>({ form, place, about }: DraftOf<T>, start: () => T): Draft<T> {
  const { draftKey, municipality } = usePlace().session;
  const name = `${municipality} ${form} ${place}`;
  const [values, setValues] = useState<T>(start);
  const [savedAt, setSavedAt] = useState<string>();
  const touched = useRef(false);
  const timer = useRef<number>(undefined);
  const latest = useRef({ values, about });
  latest.current = { values, about };

  useEffect(() => {
    void draftIdOf(draftKey, name)
      .then((id) => find<T>(draftKey, id))
      .then((found) => {
        if (found === undefined || touched.current) return;
        setValues(found.values);
        setSavedAt(found.savedAt);
      });
  }, [draftKey, name]);

  const keep = useCallback(
    async (what: T) => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      const id = await draftIdOf(draftKey, name);
      const now = new Date().toISOString();
      await keepInBrowser(draftKey, id, { values: what, savedAt: now } satisfies Kept<T>);
      setSavedAt(now);
      await keepOnServer(id, { form: codeOf(form), about: latest.current.about?.(what), text: what });
    },
    [draftKey, name, form],
  );

  useEffect(() => {
    if (!touched.current) return;
    timer.current = window.setTimeout(() => void keep(values), pauseMs);
    return () => window.clearTimeout(timer.current);
  }, [values, keep]);

  // Whoever leaves within that second has written it all the same.
  useEffect(() => {
    const leave = () => {
      if (timer.current !== undefined && touched.current) void keep(latest.current.values);
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [keep]);

  const drop = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    touched.current = false;
    setSavedAt(undefined);
    void draftIdOf(draftKey, name).then((id) => {
      dropInBrowser(id);
      return dropOnServer(id);
    });
  };

  return {
    values,
    setValues: (next) => {
      touched.current = true;
      setValues(next);
    },
    savedAt,
    keep,
    drop,
    reset: () => {
      drop();
      setValues(start);
    },
  };
}
