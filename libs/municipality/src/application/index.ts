import type { Provider } from '@nestjs/common';
import { AdoptProfileHandler } from './adopt-profile.js';
import { BindLoginHandler } from './bind-login.js';
import { RecordUnitStepHandler } from './record-unit-step.js';
import { RegisterPartyHandler } from './register-party.js';

export { adoptProfile, AdoptProfileCommand, type ProfileAdopted } from './adopt-profile.js';
export { BindLoginCommand } from './bind-login.js';
export { RecordUnitStepCommand } from './record-unit-step.js';
export { RegisterPartyCommand, type PartyRegisteredResult } from './register-party.js';
export * from './seed-profile.js';

export const municipalityHandlers: Provider[] = [
  AdoptProfileHandler,
  BindLoginHandler,
  RecordUnitStepHandler,
  RegisterPartyHandler,
];
