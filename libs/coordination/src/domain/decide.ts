import type { Decider } from '#event-sourcing/decider';
import { type CheckBasis, checkBasis } from './basis.js';
import { type GiveConsent, giveConsent, type WithdrawConsent, withdrawConsent } from './consents.js';
import {
  type AppointCoordinator,
  appointCoordinator,
  type ReleaseCoordinator,
  releaseCoordinator,
} from './coordinators.js';
import { type Coordination, type CoordinationEvents, evolve, initialState } from './coordination.js';
import {
  type AnnulCoordinationEvent,
  annulEvent,
  type CorrectCoordinationEvent,
  correctEvent,
} from './corrections.js';
import { coordinationEvents } from './events.js';
import { type DetectCoordinatorGap, detectCoordinatorGap } from './gaps.js';
import { type JoinGroup, joinGroup, type LeaveGroup, leaveGroup } from './group.js';
import { type ClosePlan, closePlan, type StartPlan, startPlan } from './plans.js';

export type CoordinationIntent =
  | GiveConsent
  | WithdrawConsent
  | AppointCoordinator
  | ReleaseCoordinator
  | DetectCoordinatorGap
  | CheckBasis
  | StartPlan
  | ClosePlan
  | JoinGroup
  | LeaveGroup
  | CorrectCoordinationEvent
  | AnnulCoordinationEvent;

/** Decisions about one person's coordination. What other streams say comes with the intent. */
export const coordinationDecider: Decider<Coordination, CoordinationIntent, CoordinationEvents> = {
  events: coordinationEvents,
  initialState,
  evolve,
  decide(intent, state, history) {
    switch (intent.type) {
      case 'GiveConsent':
        return giveConsent(intent);
      case 'WithdrawConsent':
        return withdrawConsent(intent, state);
      case 'AppointCoordinator':
        return appointCoordinator(intent, state);
      case 'ReleaseCoordinator':
        return releaseCoordinator(intent, state);
      case 'DetectCoordinatorGap':
        return detectCoordinatorGap(intent, state, history);
      case 'CheckBasis':
        return checkBasis(intent, state, history);
      case 'StartPlan':
        return startPlan(intent, state, history);
      case 'ClosePlan':
        return closePlan(intent, state, history);
      case 'JoinGroup':
        return joinGroup(intent, state);
      case 'LeaveGroup':
        return leaveGroup(intent, state);
      case 'CorrectCoordinationEvent':
        return correctEvent(intent, history);
      case 'AnnulCoordinationEvent':
        return annulEvent(intent, history);
    }
  },
};
