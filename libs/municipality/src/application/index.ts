import type { Provider } from '@nestjs/common';
import { AdoptProfileHandler } from './adopt-profile.js';
import { MergePartyHandler } from './merge-party.js';
import { RecordOrganisationStepHandler } from './record-organisation-step.js';
import { RecordPartyStepHandler } from './record-party-step.js';
import { RecordUnitStepHandler } from './record-unit-step.js';
import { RegisterPartyHandler } from './register-party.js';
import { ReviseOrganisationEventHandler } from './revise-organisation-event.js';
import { RevisePartyEventHandler } from './revise-party-event.js';
import { ReviseUnitEventHandler } from './revise-unit-event.js';

export { adoptProfile, AdoptProfileCommand, type ProfileAdopted } from './adopt-profile.js';
export { MergePartyCommand } from './merge-party.js';
export { RecordPartyStepCommand, type ToldPartyStep } from './record-party-step.js';
export { RevisePartyEventCommand } from './revise-party-event.js';
export type { PartyStepType } from '../domain/party/decide.js';
export { RecordUnitStepCommand, type ToldUnitStep } from './record-unit-step.js';
export { ReviseUnitEventCommand } from './revise-unit-event.js';
export type { UnitStep } from '../domain/unit/decide.js';
export {
  RecordOrganisationStepCommand,
  recordOrganisationStep,
  type ToldOrganisationStep,
} from './record-organisation-step.js';
export { ReviseOrganisationEventCommand } from './revise-organisation-event.js';
export type { StepType as OrganisationStepType } from '../domain/organisation/decide.js';
export { RegisterPartyCommand, type PartyRegisteredResult } from './register-party.js';
export * from './seed-profile.js';
export { ActsOnDelegations } from './acts-on-delegations.js';
export { concludeUnit, importUnit } from './import/import-units.js';
export { importPerson, StoppedAt } from './import/import-person.js';
export {
  type Imported,
  type Importing,
  numbered,
  partyBy,
  type PartyIds,
  RehearsedIds,
} from './import/importing.js';
export type { ListedPerson, ListedPlace, ListedUnit } from './import/listed.js';

export const municipalityHandlers: Provider[] = [
  AdoptProfileHandler,
  MergePartyHandler,
  RecordPartyStepHandler,
  RecordUnitStepHandler,
  RecordOrganisationStepHandler,
  RegisterPartyHandler,
  ReviseOrganisationEventHandler,
  RevisePartyEventHandler,
  ReviseUnitEventHandler,
];
