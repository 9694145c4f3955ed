import type { Provider } from '@nestjs/common';
import { AdoptProfileHandler } from './adopt-profile.js';
import { RegisterPartyHandler } from './register-party.js';

export { adoptProfile, AdoptProfileCommand, type ProfileAdopted } from './adopt-profile.js';
export { RegisterPartyCommand, type PartyRegisteredResult } from './register-party.js';
export * from './seed-profile.js';

export const municipalityHandlers: Provider[] = [AdoptProfileHandler, RegisterPartyHandler];
