import { useCallback } from 'react';
import { usePlace } from '../shell/place.js';
import { capital, useOwnText } from './texts.js';

/** What a code is called: by the list that it is of (`x-code-list` in the API's description), in the language that is spoken. */
export function useLabel(): (list: string, code: string) => string {
  const own = useOwnText();
  const { labels } = usePlace();
  return useCallback(
    (list, code) => {
      const found = labels[list]?.[code];
      return found === undefined ? code : own(found);
    },
    [labels, own],
  );
}

/** The codes that can be chosen: these, else all of the list. */
export function useCodes(list: string | undefined, codes?: readonly string[]) {
  const label = useLabel();
  const { labels } = usePlace();
  if (list === undefined) return (codes ?? []).map((code) => ({ value: code, label: code }));
  const all = codes ?? Object.keys(labels[list] ?? {});
  return all.map((code) => ({ value: code, label: capital(label(list, code)) }));
}
