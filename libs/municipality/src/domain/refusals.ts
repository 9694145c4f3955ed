import { partyRefusals } from './party.js';
import { profileRefusals } from './profile.js';
import { unitRefusals } from './unit.js';

/** Every refusal of this context, by feature. */
export const municipalityRefusals = [profileRefusals, partyRefusals, unitRefusals] as const;
