import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePlace } from '../shell/place.js';
import { draftIdOf, dropInBrowser, findInBrowser, keepInBrowser } from './kept-by-browser.js';
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

type SentUnder = Readonly<Record<string, string>>;

/** As it is kept, here and with the server. */
interface Kept<T> {
  readonly values: T;
  readonly savedAt: string;
  /** Of commands that were sent and not answered, by name. */
  readonly sentUnder: SentUnder;
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

/** Both places are asked, and what was kept last stands: the browser knows what the server did not hear of. */
async function find<T>(draftKey: string, id: string): Promise<Kept<T> | undefined> {
  const kept = await Promise.all([findInBrowser<Kept<T>>(draftKey, id), findOnServer<Kept<T>>(id)]);
  // What an older page kept otherwise is none of ours.
  const [here, there] = kept.map((one) => (one && 'sentUnder' in one ? one : undefined));
  if (here === undefined || there === undefined) return here ?? there;
  return here.savedAt >= there.savedAt ? here : there;
}

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
  const inTurn = useTurns();

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
      });
  }, [draftKey, name]);

  const keep = useCallback(
    async (what: T) => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      const id = await draftIdOf(draftKey, name);
      const savedNow = new Date().toISOString();
      const kept: Kept<T> = { values: what, savedAt: savedNow, sentUnder: sentUnder.current };
      const text = { form: codeOf(form), about: latest.current.about?.(what), text: kept };
      void inTurn(() => keepOnServer(id, text));
      await keepInBrowser(draftKey, id, kept);
      setSavedAt(savedNow);
    },
    [draftKey, name, form, inTurn],
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
    setSavedAt(undefined);
    setFound(undefined);
    void inTurn(async () => {
      const id = await draftIdOf(draftKey, name);
      dropInBrowser(id);
      await dropOnServer(id);
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

/** What is told the server about one draft goes in turn: what was dropped is not kept again by a word that was under way. */
function useTurns() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((work: () => Promise<void>): Promise<void> => {
    const next = last.current.then(work);
    last.current = next.catch(() => undefined);
    return next;
  }, []);
}
