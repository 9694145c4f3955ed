import { correctionRefusals } from './corrections.js';
import { disposalRefusals } from './disposal.js';
import { endRefusals } from './ends.js';
import { identityRefusals } from './identity.js';
import { mergingRefusals } from './merging.js';
import { nameRefusals } from './names.js';
import { relationRefusals } from './relations.js';
import { personRefusals } from './subject.js';

/** Every refusal of this context, by feature. */
export const subjectRefusals = [
  personRefusals,
  identityRefusals,
  nameRefusals,
  relationRefusals,
  mergingRefusals,
  endRefusals,
  correctionRefusals,
  disposalRefusals,
] as const;
