import type { Provider } from '@nestjs/common';
import { AdoptProfileHandler } from './adopt-profile.js';
import { RecordOrganisationStepHandler } from './record-organisation-step.js';
import { RecordPartyStepHandler } from './record-party-step.js';
import { RecordUnitStepHandler } from './record-unit-step.js';
import { RegisterPartyHandler } from './register-party.js';
import { ReviseOrganisationEventHandler } from './revise-organisation-event.js';
import { RevisePartyEventHandler } from './revise-party-event.js';

export { adoptProfile, AdoptProfileCommand, type ProfileAdopted } from './adopt-profile.js';
export { RecordPartyStepCommand, type ToldPartyStep } from './record-party-step.js';
export { RevisePartyEventCommand } from './revise-party-event.js';
export type { PartyStepType } from '../domain/party/decide.js';
export { RecordUnitStepCommand } from './record-unit-step.js';
export {
  RecordOrganisationStepCommand,
  recordOrganisationStep,
  type ToldOrganisationStep,
} from './record-organisation-step.js';
export { ReviseOrganisationEventCommand } from './revise-organisation-event.js';
export type { StepType as OrganisationStepType } from '../domain/organisation/decide.js';
export { RegisterPartyCommand, type PartyRegisteredResult } from './register-party.js';
export * from './seed-profile.js';

export const municipalityHandlers: Provider[] = [
  AdoptProfileHandler,
  RecordPartyStepHandler,
  RecordUnitStepHandler,
  RecordOrganisationStepHandler,
  RegisterPartyHandler,
  ReviseOrganisationEventHandler,
  RevisePartyEventHandler,
];
