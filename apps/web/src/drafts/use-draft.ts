import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePlace } from '../shell/place.js';
import { draftIdOf, dropInBrowser, findInBrowser, keepInBrowser } from './kept-by-browser.js';
import { type Kept, type KeptOnce, newerOf, type SentUnder } from './kept.js';
import type { Keys } from './keys.js';
import { dropOnServer, findOnServer, keepOnServer } from './kept-by-server.js';

/** What is filled in, and what it is about: the same again finds what was half written. */
export interface DraftOf<T> {
  readonly form: string;
  /** Tells one of several of the same form apart, such as the address of a command. */
  readonly place: string;
  /** The id of the person or case that it is about. */
  readonly about?: (values: T) => string | undefined;
}

/** What stands in a form, kept from the first letter until it is recorded or given up. */
export interface Draft<T> {
  readonly values: T;
  readonly setValues: Dispatch<SetStateAction<T>>;
  /** When it was kept last; undefined where nothing is. */
  readonly savedAt: string | undefined;
  /** What was written before this page was opened, as it was found. */
  readonly found: T | undefined;
  readonly keys: Keys;
  /** Keeps this at once, where a second more could be too late. */
  readonly keep: (values: T) => Promise<void>;
  readonly drop: () => void;
  /** Begins again with nothing written. */
  readonly reset: () => void;
}

const pauseMs = 900;

/** Both places are asked. */
const find = async <T>(draftKey: string, id: string): Promise<Kept<T> | undefined> =>
  newerOf(...(await Promise.all([findInBrowser<KeptOnce<T>>(draftKey, id), findOnServer<KeptOnce<T>>(id)])));

/** A code, as the server wants one. */
const codeOf = (form: string) => form.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase();

export function useDraft<T>({ form, place, about }: DraftOf<T>, start: () => T): Draft<T> {
  const { draftKey, municipality } = usePlace().session;
  // What was begun in one municipality is not seen in another.
  const name = `${municipality} ${form} ${place}`;
  const [values, setValues] = useState<T>(start);
  const [savedAt, setSavedAt] = useState<string>();
  const [found, setFound] = useState<T>();
  const touched = useRef(false);
  const timer = useRef<number>(undefined);
  const latest = useRef({ values, about });
  latest.current = { values, about };
  const sentUnder = useRef<SentUnder>({});
  const looked = useRef<Promise<void>>(Promise.resolve());
  const inBrowser = useTurns();
  const onServer = useTurns();

  useEffect(() => {
    looked.current = draftIdOf(draftKey, name)
      .then((id) => find<T>(draftKey, id))
      .then((kept) => {
        if (kept === undefined) return;
        sentUnder.current = kept.sentUnder;
        if (touched.current) return;
        setValues(kept.values);
        setSavedAt(kept.savedAt);
        setFound(kept.values);
      })
      // What cannot be looked for is no reason not to write and send.
      .catch(() => undefined);
  }, [draftKey, name]);

  const keep = useCallback(
    async (what: T) => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      const id = draftIdOf(draftKey, name);
      const savedNow = new Date().toISOString();
      const kept: Kept<T> = { values: what, savedAt: savedNow, sentUnder: sentUnder.current };
      const text = { form: codeOf(form), about: latest.current.about?.(what), text: kept };
      void onServer(async () => keepOnServer(await id, text));
      await inBrowser(async () => {
        await keepInBrowser(draftKey, await id, kept);
        setSavedAt(savedNow);
      });
    },
    [draftKey, name, form, inBrowser, onServer],
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

  const keys = useMemo(
    (): Keys => ({
      keyFor: async (command) => {
        await looked.current;
        const known = sentUnder.current[command];
        if (known !== undefined) return known;
        const key = crypto.randomUUID();
        sentUnder.current = { ...sentUnder.current, [command]: key };
        await keep(latest.current.values);
        return key;
      },
      spend: (command) => {
        const { [command]: _spent, ...others } = sentUnder.current;
        sentUnder.current = others;
      },
    }),
    [keep],
  );

  const drop = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    touched.current = false;
    sentUnder.current = {};
    setFound(undefined);
    const id = draftIdOf(draftKey, name);
    void onServer(async () => dropOnServer(await id));
    void inBrowser(async () => {
      dropInBrowser(await id);
      setSavedAt(undefined);
    });
  };

  return {
    values,
    setValues: (next) => {
      touched.current = true;
      setValues(next);
    },
    savedAt,
    found,
    keys,
    keep,
    drop,
    reset: () => {
      drop();
      setValues(start);
    },
  };
}

/** What is done with one draft in one place goes in turn: what was dropped is not kept again by a word that was under way. A full browser stops nothing. */
function useTurns() {
  const last = useRef<Promise<void>>(Promise.resolve());
  return useCallback((work: () => Promise<void>): Promise<void> => {
    last.current = last.current.then(work).catch(() => undefined);
    return last.current;
  }, []);
}
