import { useCallback } from 'react';
import { useRead } from '../api/read.js';
import { useWords } from './texts.js';

type Labels = Readonly<Record<string, Readonly<Record<string, { nb: string; nn: string }>>>>;

function useLabels() {
  const { data } = useRead('/v1/labels', {}, { every: 0 });
  return data?.labels as Labels | undefined;
}

/** What a code is called: by the list that it is of (`x-code-list` in the API's description), in the language that is spoken. */
export function useLabel(): (list: string, code: string) => string {
  const words = useWords();
  const labels = useLabels();
  return useCallback(
    (list, code) => {
      const found = labels?.[list]?.[code];
      return found === undefined ? '' : words(found);
    },
    [labels, words],
  );
}

/** The codes of a list with what they are called, in the order of the list. */
export function useCodes(list: string | null): readonly { readonly code: string; readonly name: string }[] {
  const words = useWords();
  const labels = useLabels();
  return Object.entries((list !== null && labels?.[list]) || {}).map(([code, name]) => ({
    code,
    name: words(name),
  }));
}
