import { type Read, useRead } from '../../api/read.js';

export type Case = Read<'/v1/cases/{caseId}'>;
export type Coordination = Read<'/v1/subjects/{subjectId}/coordination'>;
export type Person = Read<'/v1/subjects/{subjectId}'>;
export type Task = Read<'/v1/tasks'>['tasks'][number];

/** All that a page of a case is made of. What is beside the case may come later, or not be for this reader. */
export interface Scene {
  readonly of: Case;
  readonly person: Person | undefined;
  readonly coordination: Coordination | undefined;
  /** What waits in this case, the nearest first. */
  readonly tasks: readonly Task[];
}

/** The case with what stands beside it. */
export function useScene(caseId: string) {
  const read = useRead('/v1/cases/{caseId}', { params: { path: { caseId } } });
  const of = read.data?.caseId === caseId ? read.data : undefined;
  const subjectId = of?.subject.subjectId ?? '';
  const enabled = of !== undefined;
  const ofPerson = { params: { path: { subjectId } } };
  const { data: person } = useRead('/v1/subjects/{subjectId}', ofPerson, { enabled, every: 60_000 });
  const { data: coordination } = useRead('/v1/subjects/{subjectId}/coordination', ofPerson, { enabled });
  const { data: waiting } = useRead(
    '/v1/tasks',
    { params: { query: { subjectId, limit: 50 } } },
    { enabled },
  );
  const scene: Scene | undefined = of && {
    of,
    person: person?.subjectId === subjectId ? person : undefined,
    coordination: coordination?.subject.subjectId === subjectId ? coordination : undefined,
    tasks: waiting === undefined ? [] : tasksOf(of, waiting.tasks),
  };
  return { scene, error: read.error, refetch: read.refetch };
}

/** Those of the case, and those of the person that are of no other case, the nearest first; an enquiry waits on a page of its own. */
export const tasksOf = ({ caseId }: Pick<Case, 'caseId'>, tasks: readonly Task[]): readonly Task[] =>
  tasks
    .filter((task) => task.enquiryId === null && (task.caseId === null || task.caseId === caseId))
    .toSorted(
      (one, other) =>
        (one.dueOn ?? never).localeCompare(other.dueOn ?? never) ||
        one.since.localeCompare(other.since) ||
        Number(isOfPerson(one)) - Number(isOfPerson(other)),
    );

const never = '9999-12-31';
/** What is the person's own follows what is the case's: whoever is to have a coordinator is told first that they are. */
const isOfPerson = ({ step: { path } }: Task) => path.startsWith('/v1/subjects/');
