import { type OperationId, operations } from '../../steps/operations.js';
import type { Task } from '../../tasks/task.js';

const steps: Readonly<Partial<Record<Task['kind'], readonly OperationId[]>>> = {
  STANDING_TO_REVIEW: ['Reviews_review'],
  PLAN_ENDED: ['Reviews_review'],
  HANDOVER_TO_WRITE: ['Handovers_write'],
  HANDOVER_TO_ACKNOWLEDGE: ['Handovers_acknowledge'],
  REPORT_TO_COMPLETE: ['UnitReports_complete'],
  PROPOSAL_TO_CONCUR: ['LeaderAnswers_concur', 'LeaderAnswers_object'],
};

/** The commands by which what waits is answered in place, the usual one first; none where it is done elsewhere. */
export const stepsOf = ({ kind }: Pick<Task, 'kind'>): readonly OperationId[] => steps[kind] ?? [];

/** What stands in the address at which something that waits is recorded, by the names of the command's parameters. */
export function paramsIn(path: string, operation: OperationId): Readonly<Record<string, string>> {
  const parts = path.split('/');
  const named = operations[operation].path.split('/').flatMap((part, place) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const value = parts[place];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(named);
}
