import { useRead } from '../../api/read.js';

const most = 200;

/** The history of a case and its person, in the order in which it was recorded. */
export function useRecorded(caseId: string) {
  const { data } = useRead('/v1/cases/{caseId}/audit-trail', {
    params: { path: { caseId }, query: { limit: most } },
  });
  const entries = data?.caseId === caseId ? data.entries : undefined;
  return entries?.toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt));
}
