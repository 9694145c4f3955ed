import { daysFrom, today } from '../../dates/dates.js';
import type { Task } from '../../tasks/task.js';

const groups = [
  ['overdue', (days: number | undefined) => days !== undefined && days < 0],
  ['week', (days: number | undefined) => days !== undefined && days >= 0 && days <= 6],
  ['later', (days: number | undefined) => days !== undefined && days > 6],
  ['undated', (days: number | undefined) => days === undefined],
] as const;

/** The tasks by how near their day is, in the order in which they came; no group is empty. */
export function groupsOf(tasks: readonly Task[], now = today()) {
  const daysTo = ({ dueOn }: Task) => (dueOn === null ? undefined : daysFrom(now, dueOn));
  return groups
    .map(([name, fits]) => ({ name, tasks: tasks.filter((task) => fits(daysTo(task))) }))
    .filter((group) => group.tasks.length > 0);
}
