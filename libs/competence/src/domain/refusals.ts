import { cooperationRefusals } from './cooperation/steps.js';
import { documentRefusals } from './documents/steps.js';
import { staffRefusals } from './staff/steps.js';
import { topicRefusals } from './topics/step.js';
import { trainingRefusals } from './training/steps.js';

/** Every refusal of this context, by feature. */
export const competenceRefusals = [
  trainingRefusals,
  staffRefusals,
  documentRefusals,
  cooperationRefusals,
  topicRefusals,
] as const;
