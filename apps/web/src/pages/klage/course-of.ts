import type { Complaint } from './scene.js';
import { asksForMore, hasPeriod } from './steps-of-complaint.js';

export type CourseName =
  'grounds' | 'received' | 'assessed' | 'reconsidered' | 'forwarded' | 'decided' | 'complied';

export interface CoursePoint {
  readonly name: CourseName;
  readonly state: 'done' | 'here' | 'not-begun';
  /** When it was done, where it is. */
  readonly on: string | null;
}

type Told = Pick<
  Complaint,
  | 'status'
  | 'begunOn'
  | 'groundsRequests'
  | 'decisionId'
  | 'dismissedComplaintId'
  | 'receivedOn'
  | 'assessedOn'
  | 'reconsideredOn'
  | 'forwardedOn'
  | 'decidedOn'
  | 'outcome'
  | 'compliedOn'
>;

/** What a complaint goes through: what is done, the first that is not, and what comes after. What it does not come to any more is left out. */
export function courseOf(of: Told): readonly CoursePoint[] {
  const isOver = ['DISMISSED', 'CHANGED', 'WITHDRAWN'].includes(of.status);
  const [asked] = of.groundsRequests;
  const days: readonly (readonly [CourseName, string | null])[] = [
    ...(asked === undefined ? [] : [['grounds', asked.requestedOn] as const]),
    ['received', of.receivedOn],
    ...(hasPeriod(of) ? [['assessed', of.assessedOn] as const] : []),
    ['reconsidered', of.reconsideredOn],
    ['forwarded', of.forwardedOn],
    ['decided', of.decidedOn],
    ...(asksForMore(of) ? [['complied', of.compliedOn] as const] : []),
  ];
  const here = isOver ? -1 : days.findIndex(([, on]) => on === null);
  return days
    .filter(([, on]) => !isOver || on !== null)
    .map(([name, on]) => ({
      name,
      on,
      state: on !== null ? 'done' : name === days[here]?.[0] ? 'here' : 'not-begun',
    }));
}
