import { contactCardRefusals } from './organisation/contact-cards.js';
import { partyRefusals } from './party.js';
import { profileRefusals } from './profile.js';

/** Every refusal of this context, by feature. */
export const municipalityRefusals = [profileRefusals, partyRefusals, contactCardRefusals] as const;
