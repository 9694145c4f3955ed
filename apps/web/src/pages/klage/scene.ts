import type { Case } from '../../cases/case.js';
import { type Read, useRead } from '../../api/read.js';

export type Complaint = Read<'/v1/complaints/{complaintId}'>;
export type Task = Read<'/v1/tasks'>['tasks'][number];

/** All that the page of a complaint is made of. */
export interface Scene {
  readonly of: Complaint;
  /** The case that it is about; undefined where it is about none, or that cannot be read. */
  readonly ofCase: Case | undefined;
  /** What waits of it. */
  readonly tasks: readonly Task[];
}

/** The complaint with what stands beside it. */
export function useScene(complaintId: string) {
  const read = useRead('/v1/complaints/{complaintId}', { params: { path: { complaintId } } });
  const of = read.data?.complaintId === complaintId ? read.data : undefined;
  const caseId = of?.caseId ?? null;
  const { data: ofCase, error: ofCaseError } = useRead(
    '/v1/cases/{caseId}',
    { params: { path: { caseId: caseId ?? '' } } },
    { enabled: caseId !== null },
  );
  const subjectId = of?.subject.subjectId ?? '';
  const { data: waiting } = useRead(
    '/v1/tasks',
    { params: { query: { subjectId, limit: 50 } } },
    { enabled: of !== undefined },
  );
  // What a step starts from is the case's: no step is shown before that is read.
  const isWhole = caseId === null || ofCase?.caseId === caseId || ofCaseError !== null;
  const scene: Scene | undefined =
    isWhole && of !== undefined
      ? {
          of,
          ofCase: caseId !== null && ofCase?.caseId === caseId ? ofCase : undefined,
          tasks: waiting?.tasks.filter((task) => task.complaintId === complaintId) ?? [],
        }
      : undefined;
  return { scene, error: read.error, refetch: read.refetch };
}
