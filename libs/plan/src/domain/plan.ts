import type { PlanSection } from './codes.js';

export interface Entry {
  readonly entryId: string;
  readonly section: PlanSection;
  readonly writtenOn: string;
}
export interface Goal {
  readonly goalId: string;
  readonly kind: 'MAIN' | 'PART';
  readonly partOfId?: string;
  readonly setOn: string;
  readonly endedOn?: string;
}
export interface Milestone {
  readonly milestoneId: string;
  readonly goalId: string;
  readonly setOn: string;
  readonly reachedOn?: string;
}
export interface Measure {
  readonly measureId: string;
  readonly agreedOn: string;
  readonly hasCost: boolean;
  readonly unit?: string;
  readonly endedOn?: string;
  /** Asked last of the leader, and what came of it. */
  readonly clearance?: {
    readonly clearanceId: string;
    readonly unit: string;
    readonly requestedOn: string;
    readonly granted?: boolean;
  };
}
export interface Participant {
  readonly participantId: string;
  readonly partyId?: string;
  readonly since: string;
  readonly refusedOn?: string;
  readonly leftOn?: string;
}
export interface SubPlan {
  readonly subPlanId: string;
  readonly linkedOn: string;
  readonly unlinkedOn?: string;
}
export interface Access {
  readonly accessId: string;
  readonly partyId: string;
  readonly grantedOn: string;
  readonly until: string;
  readonly revokedOn?: string;
}

/** What decisions look at of a plan's content; its beginning and end are the person's coordination's to say. */
export interface PlanState {
  readonly entries: readonly Entry[];
  readonly goals: readonly Goal[];
  readonly milestones: readonly Milestone[];
  readonly measures: readonly Measure[];
  readonly participants: readonly Participant[];
  readonly subPlans: readonly SubPlan[];
  readonly accesses: readonly Access[];
  /** The number of the newest version, and when it was made; 0 before the first. */
  readonly version: number;
  readonly revisedOn?: string;
  /** The newest version that its owner approved. */
  readonly approved: number;
  readonly pausedOn?: string;
}

export const initialState: PlanState = {
  entries: [],
  goals: [],
  milestones: [],
  measures: [],
  participants: [],
  subPlans: [],
  accesses: [],
  version: 0,
  approved: 0,
};

/** Whether it binds anybody: what costs something does once the unit's leader has cleared it (invariant 15). */
export const binds = ({ hasCost, clearance }: Measure): boolean => !hasCost || clearance?.granted === true;
