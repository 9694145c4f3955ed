import { contactCardRefusals } from './organisation/contact-cards.js';
import { delegationRefusals } from './organisation/delegations.js';
import { lawRefusals } from './organisation/law.js';
import { partnerRefusals } from './organisation/partners.js';
import { serviceRefusals } from './organisation/services.js';
import { partyRevisionRefusals } from './party/decide.js';
import { engagementRefusals } from './party/engagements.js';
import { listedRefusals } from './party/listed.js';
import { registrationRefusals } from './party/registration.js';
import { partyRefusals } from './party/step.js';
import { profileRefusals } from './profile.js';
import { unitRevisionRefusals } from './unit/decide.js';
import { unitRefusals } from './unit/step.js';

/** Every refusal of this context, by feature. */
export const municipalityRefusals = [
  profileRefusals,
  partyRefusals,
  registrationRefusals,
  engagementRefusals,
  partyRevisionRefusals,
  listedRefusals,
  unitRefusals,
  unitRevisionRefusals,
  contactCardRefusals,
  delegationRefusals,
  serviceRefusals,
  partnerRefusals,
  lawRefusals,
] as const;
