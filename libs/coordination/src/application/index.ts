import type { Provider } from '@nestjs/common';
import { AnnulCoordinationEventHandler } from './annul-coordination-event.js';
import { AppointCoordinatorHandler } from './appoint-coordinator.js';
import { ClosePlanHandler } from './close-plan.js';
import { CorrectCoordinationEventHandler } from './correct-coordination-event.js';
import { GiveConsentHandler } from './give-consent.js';
import { JoinGroupHandler } from './join-group.js';
import { LeaveGroupHandler } from './leave-group.js';
import { ReleaseCoordinatorHandler } from './release-coordinator.js';
import { StartPlanHandler } from './start-plan.js';
import { WithdrawConsentHandler } from './withdraw-consent.js';

export {
  AnnulCoordinationEventCommand,
  type AnnulCoordinationEventData,
} from './annul-coordination-event.js';
export { AppointCoordinatorCommand, type AppointCoordinatorData } from './appoint-coordinator.js';
export { ClosePlanCommand, type ClosePlanData } from './close-plan.js';
export {
  CorrectCoordinationEventCommand,
  type CorrectCoordinationEventData,
} from './correct-coordination-event.js';
export { GiveConsentCommand, type GiveConsentData } from './give-consent.js';
export { JoinGroupCommand, type JoinGroupData } from './join-group.js';
export { LeaveGroupCommand, type LeaveGroupData } from './leave-group.js';
export { ReleaseCoordinatorCommand, type ReleaseCoordinatorData } from './release-coordinator.js';
export { StartPlanCommand, type StartPlanData } from './start-plan.js';
export { WithdrawConsentCommand, type WithdrawConsentData } from './withdraw-consent.js';

/** They need `CommandRunner` by class. */
export const coordinationHandlers: Provider[] = [
  AnnulCoordinationEventHandler,
  AppointCoordinatorHandler,
  ClosePlanHandler,
  CorrectCoordinationEventHandler,
  GiveConsentHandler,
  JoinGroupHandler,
  LeaveGroupHandler,
  ReleaseCoordinatorHandler,
  StartPlanHandler,
  WithdrawConsentHandler,
];
