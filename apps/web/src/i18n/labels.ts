import { useCallback } from 'react';
import { useRead } from '../api/read.js';
import { useWords } from './texts.js';

/** What a code is called: by the list that it is of (`x-code-list` in the API's description), in the language that is spoken. */
export function useLabel(): (list: string, code: string) => string {
  const words = useWords();
  const { data } = useRead('/v1/labels', {}, { every: 0 });
  const labels = data?.labels as
    Readonly<Record<string, Readonly<Record<string, { nb: string; nn: string }>>>> | undefined;
  return useCallback(
    (list, code) => {
      const found = labels?.[list]?.[code];
      return found === undefined ? '' : words(found);
    },
    [labels, words],
  );
}
