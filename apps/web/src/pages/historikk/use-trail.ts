import { useEffect } from 'react';
import { type Read, useReadPages } from '../../api/read.js';
import { recordOf } from './records.js';
import type { Entry } from './trail.js';

/** What stands above the trail of a case or a person, and of nothing else. */
export type TrailHead = Pick<Read<'/v1/cases/{caseId}/audit-trail'>, 'extract' | 'caseNumber'>;

/** A whole trail, its pages one after the other: what is filtered and numbered is all of it. */
export function useTrail(what: string, id: string, withFields: boolean) {
  const record = recordOf(what);
  const query = {
    limit: 200,
    ...(withFields && { withFields }),
    ...(record?.query !== undefined && { [record.query]: id }),
  };
  const path = record?.id === undefined ? {} : { [record.id]: id };
  // Every trail answers with such entries; that of a person tells the most around them.
  const trail = (record?.trail ?? '/v1/board/audit-trail') as '/v1/subjects/{subjectId}/trail';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useReadPages(
    trail,
    { params: { path, query } } as never,
    { enabled: record !== undefined, every: 60_000 },
  );
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const entries: readonly Entry[] = data?.pages.flatMap((page) => page.entries) ?? [];
  const [first] = data?.pages ?? [];
  const head = first as Partial<TrailHead> | undefined;
  return {
    isFound: record !== undefined,
    entries,
    isWhole: data !== undefined && !hasNextPage,
    currentTo: first?.currentTo,
    extract: head?.extract,
    caseNumber: head?.caseNumber,
    error,
    refetch,
  };
}
