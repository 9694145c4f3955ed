import type { Read } from '../../api/read.js';
import { type Day, daysFrom, today } from '../../dates/dates.js';
import type { Task } from '../../tasks/task.js';

type Coordinated = Read<'/v1/coordination'>['coordination'][number];

/** Somebody without a coordinator: for so many days, below zero where it is to come. */
export interface Gap {
  readonly subject: Coordinated['subject'];
  readonly since: Day;
  readonly days: number;
  /** What waits about it. */
  readonly tasks: readonly Task[];
}

/** The gaps, the longest first: those of the register with what waits about them, and those that only a task tells of, as of one who is to leave. */
export function gapsOf(
  without: readonly Pick<Coordinated, 'subject' | 'withoutCoordinatorSince'>[],
  waiting: readonly Task[],
  now: Day = today(),
): readonly Gap[] {
  const about = (subjectId: string) => waiting.filter(({ subject }) => subject?.subjectId === subjectId);
  const gapSince = (subject: Gap['subject'], since: Day, tasks: readonly Task[]) => ({
    subject,
    since,
    days: daysFrom(since, now),
    tasks,
  });
  const open = without.map(({ subject, withoutCoordinatorSince }) =>
    gapSince(subject, withoutCoordinatorSince ?? now, about(subject.subjectId)),
  );
  const known = new Set(open.map(({ subject }) => subject.subjectId));
  const ahead = waiting.flatMap((task) => {
    const { kind, subject, since } = task;
    if (kind !== 'COORDINATOR_LEFT' || subject === null || since <= now) return [];
    const { subjectId } = subject;
    return subjectId === null || known.has(subjectId)
      ? []
      : [gapSince({ ...subject, subjectId }, since, [task])];
  });
  return [...open, ...ahead].toSorted((one, other) => one.since.localeCompare(other.since));
}
