import { coordinatorItems } from './coordinator-items.js';
import { hasBeen, meetingsOf } from '../../cases/meetings-of.js';
import type { Case } from './scene.js';

export type CourseName =
  | 'need'
  | 'application'
  | 'mapped'
  | 'meeting'
  | 'recommended'
  | 'board'
  | 'decided'
  | 'sent'
  | 'coordinator';

export interface CoursePoint {
  readonly name: CourseName;
  readonly state: 'done' | 'here' | 'not-begun';
  /** When it was done, where it is. */
  readonly on: string | null;
}

type Told = Pick<
  Case,
  | 'status'
  | 'opening'
  | 'notifiedOn'
  | 'receivedOn'
  | 'mappedOn'
  | 'meetings'
  | 'agenda'
  | 'recommendedOn'
  | 'boardConcludedOn'
  | 'decidedOn'
  | 'decisionNotifiedOn'
  | 'appointedOn'
  | 'items'
  | 'outcomes'
>;

/** What a case goes through in a municipality, by who decides there: what is done, the first that is not, and what comes after. */
export function courseOf(of: Told, decider: string, today: string): readonly CoursePoint[] {
  const days = [
    ...(of.notifiedOn === null ? [] : [['need', of.notifiedOn] as const]),
    ['application', of.receivedOn] as const,
    ['mapped', of.mappedOn] as const,
    ...whereConsidered(of, decider, today),
    ['decided', of.decidedOn] as const,
    ['sent', of.decisionNotifiedOn] as const,
    ...(isAboutCoordinator(of) ? [['coordinator', of.appointedOn] as const] : []),
  ];
  const isOver = of.status === 'CLOSED' || of.status === 'WITHDRAWN';
  const here = isOver ? -1 : days.findIndex(([, on]) => on === null);
  return days.map(([name, on], at) => ({
    name,
    on,
    state: on !== null ? 'done' : at === here ? 'here' : 'not-begun',
  }));
}

function whereConsidered(
  of: Told,
  decider: string,
  today: string,
): readonly (readonly [CourseName, string | null])[] {
  if (decider === 'BOARD') {
    return [
      ['recommended', of.recommendedOn],
      ['board', of.boardConcludedOn],
    ];
  }
  const last = meetingsOf(of).findLast((one) => hasBeen(one, today) && one.treatment !== 'PUT_OFF');
  // A case may be decided without a meeting, where none has to be.
  if (last === undefined && (decider !== 'KE_MEETING' || of.decidedOn !== null)) return [];
  return [['meeting', last?.meetsOn ?? null]];
}

const isAboutCoordinator = ({ items, outcomes }: Told) =>
  outcomes.length === 0
    ? items.some((item) => item === 'COORDINATOR' || item === 'CHILD_COORDINATOR')
    : coordinatorItems(outcomes).length > 0;
