import { addressOf, operations } from '../../steps/operations.js';
import type { Role } from '../../session/session.js';
import { keyOf } from '../../steps/placed-step.js';
import type { Scene, Task } from './scene.js';
import { type CaseStep, type Circumstances, stepsOfCase } from './steps-of-case.js';
import { stepsOfCoordination } from './steps-of-coordination.js';
import { stepsForMissing } from './missing-of.js';

/** What can be done on the page of a case by somebody with these roles. */
export function stepsIn(
  { of, coordination }: Scene,
  roles: readonly Role[],
  circumstances: Circumstances,
): readonly CaseStep[] {
  const all = [
    ...stepsOfCase(of, circumstances),
    ...(coordination === undefined ? [] : stepsOfCoordination(of, coordination, circumstances)),
    ...stepsForMissing(of),
  ];
  return all.filter((step) => (step.roles ?? ['CASEWORKER']).some((role) => roles.includes(role)));
}

/** Whether what it records is of the case itself, so that a colleague's change of the case stands in its way. */
export const isOfCase = ({ operation }: CaseStep) => operations[operation].path.startsWith('/v1/cases/');

/** The step that an address names: by its own key, or by the kind of what waits, as the inbox links to it. */
export const stepNamed = (
  named: string | undefined,
  steps: readonly CaseStep[],
  { of, tasks }: Scene,
): CaseStep | undefined =>
  steps.find((step) => keyOf(step) === named) ??
  tasks.filter(({ kind }) => kind === named).map((task) => stepFor(task, steps, of))[0];

/** What is done about a task: whatever is recorded at the address that it names. */
export function stepFor(
  { kind, step: { path } }: Task,
  steps: readonly CaseStep[],
  { caseId, decidedOn, recommendation, subject: { subjectId } }: Scene['of'],
): CaseStep | undefined {
  // What the board approved of a case that is decided amends the decision.
  if (kind === 'DECISION_TO_MAKE' && decidedOn !== null && recommendation.length > 0) {
    return steps.find(({ operation }) => operation === 'Cases_amend');
  }
  const wanted = path.replace('{subjectId}', subjectId);
  return steps.find(
    ({ operation, params }) => addressOf(operations[operation], { ...params, caseId, subjectId }) === wanted,
  );
}

/** What waits first. An application may go on while something of it is missing, which stands in a place of its own. */
export const nextOf = (tasks: readonly Task[]): Task | undefined =>
  tasks.find(({ kind }) => kind !== 'APPLICATION_TO_COMPLETE') ?? tasks[0];
