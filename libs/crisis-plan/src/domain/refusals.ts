import { courseRefusals } from './course.js';
import { copyRefusals } from './steps/copies.js';
import { readingRefusals } from './steps/readings.js';
import { recipientRefusals } from './steps/recipients.js';
import { writingRefusals } from './steps/writing.js';

/** Every refusal of this context, by feature. */
export const crisisPlanRefusals = [
  courseRefusals,
  writingRefusals,
  recipientRefusals,
  copyRefusals,
  readingRefusals,
] as const;
