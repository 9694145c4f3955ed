import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Freshness } from '../freshness.js';
import { ProblemNotice } from '../problem-notice.js';
import { Waiting } from '../waiting.js';

interface Props<Told> {
  readonly read: UseQueryResult<Told>;
  readonly lead: ReactNode;
  readonly children: (told: Told) => ReactNode;
}

/** One part of a page, once it is read: what it is for, how fresh it is, and what stands there. */
export function Part<Told extends { readonly currentTo: { readonly at: string | null } }>({
  read: { data, error, refetch, isPlaceholderData },
  lead,
  children,
}: Props<Told>) {
  // What was asked before is not shown as what is asked now.
  if (data === undefined || isPlaceholderData) {
    return error === null ? <Waiting /> : <ProblemNotice error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <p className="quiet">{lead}</p>
      <Freshness currentTo={data.currentTo} />
      {children(data)}
    </>
  );
}
