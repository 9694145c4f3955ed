import { useCallback, useMemo } from 'react';
import { useRead } from '../api/read.js';
import { textOf } from '../ui/opened.js';
import type { Words } from './language.js';
import { capital, useOwnText } from './texts.js';

type Labels = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** The lists of codes, with the units that are the municipality's own. */
function useLabels(): Labels | undefined {
  const { data } = useRead('/v1/labels', {}, { every: 0 });
  const { data: profile } = useRead('/v1/profile', {}, { every: 300_000 });
  return useMemo(() => {
    if (data === undefined) return undefined;
    const ownUnits = (profile?.units ?? []).map(
      ({ code, nb, nn }) => [code, { nb: textOf(nb), nn: textOf(nn) }] as const,
    );
    const ownRoles = (profile?.roles ?? []).map(
      ({ code, nb, nn }) => [code, { nb: textOf(nb), nn: textOf(nn) }] as const,
    );
    const { unit, memberRole } = data.labels;
    return {
      ...data.labels,
      unit: { ...unit, ...Object.fromEntries(ownUnits) },
      memberRole: { ...memberRole, ...Object.fromEntries(ownRoles) },
    };
  }, [data, profile]);
}

/** What a code is called: by the list that it is of (`x-code-list` in the API's description), in the language that is spoken. */
export function useLabel(): (list: string, code: string) => string {
  const own = useOwnText();
  const labels = useLabels();
  return useCallback(
    (list, code) => {
      const found = labels?.[list]?.[code];
      return found === undefined ? code : own(found);
    },
    [labels, own],
  );
}

/** The codes that can be chosen: these, else all of the list. */
export function useCodes(list: string | undefined, codes?: readonly string[]) {
  const label = useLabel();
  const labels = useLabels();
  if (list === undefined) return (codes ?? []).map((code) => ({ code, name: code }));
  const all = codes ?? Object.keys(labels?.[list] ?? {});
  return all.map((code) => ({ code, name: capital(label(list, code)) }));
}
