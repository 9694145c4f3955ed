import { contactCardRefusals } from './organisation/contact-cards.js';
import { delegationRefusals } from './organisation/delegations.js';
import { partnerRefusals } from './organisation/partners.js';
import { serviceRefusals } from './organisation/services.js';
import { partyRefusals } from './party.js';
import { profileRefusals } from './profile.js';
import { unitRefusals } from './unit.js';

/** Every refusal of this context, by feature. */
export const municipalityRefusals = [
  profileRefusals,
  partyRefusals,
  unitRefusals,
  contactCardRefusals,
  delegationRefusals,
  serviceRefusals,
  partnerRefusals,
] as const;
