import { correctionRefusals } from './corrections.js';
import { disposalRefusals } from './disposal.js';
import { identityRefusals } from './identity.js';
import { personRefusals } from './subject.js';

/** Every refusal of this context, by feature. */
export const subjectRefusals = [
  personRefusals,
  identityRefusals,
  correctionRefusals,
  disposalRefusals,
] as const;
