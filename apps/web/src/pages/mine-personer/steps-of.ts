import { type OperationId, operations } from '../../steps/operations.js';
import type { Task } from '../../tasks/task.js';
import type { Answering } from './answers.js';

const steps: Readonly<Partial<Record<Task['kind'], Answering>>> = {
  STANDING_TO_REVIEW: ['Reviews_review'],
  PLAN_ENDED: ['Reviews_review'],
  HANDOVER_TO_WRITE: ['Handovers_write'],
  HANDOVER_TO_ACKNOWLEDGE: ['Handovers_acknowledge'],
  REPORT_TO_COMPLETE: ['UnitReports_complete'],
  FEEDBACK_MISSING: 'ENDS',
  PROPOSAL_TO_CONCUR: ['LeaderAnswers_concur', 'LeaderAnswers_object'],
};

/** How what waits is answered in place; not at all where that is done elsewhere. */
export const stepsOf = ({ kind }: Pick<Task, 'kind'>): Answering | undefined => steps[kind];

/** The command at whose address what waits is recorded. */
export const usualOf = (answering: Answering): OperationId | undefined =>
  answering === 'ENDS' ? 'EndReports_closure' : answering[0];

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
