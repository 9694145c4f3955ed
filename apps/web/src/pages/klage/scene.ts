import type { Case } from '../../cases/case.js';
import { type Read, useRead } from '../../api/read.js';

export type Complaint = Read<'/v1/complaints/{complaintId}'>;
export type Task = Read<'/v1/tasks'>['tasks'][number];

/** All that the page of a complaint is made of. What is beside the complaint may come later. */
export interface Scene {
  readonly of: Complaint;
  /** The case that it is about; undefined where it is about none, or while that is read. */
  readonly ofCase: Case | undefined;
  /** What waits of it. */
  readonly tasks: readonly Task[];
}

/** The complaint with what stands beside it. */
export function useScene(complaintId: string) {
  const read = useRead('/v1/complaints/{complaintId}', { params: { path: { complaintId } } });
  const of = read.data?.complaintId === complaintId ? read.data : undefined;
  const caseId = of?.caseId ?? null;
  const { data: ofCase } = useRead(
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
  const scene: Scene | undefined = of && {
    of,
    ofCase: caseId !== null && ofCase?.caseId === caseId ? ofCase : undefined,
    tasks: waiting?.tasks.filter((task) => task.complaintId === complaintId) ?? [],
  };
  return { scene, error: read.error, refetch: read.refetch };
}
