import { courseRefusals } from './course.js';
import { complaintDeadlineRefusals } from './steps/deadlines.js';
import { groundsRefusals } from './steps/grounds.js';
import { outcomeRefusals } from './steps/outcome.js';
import { packageRefusals } from './steps/package.js';
import { receivingRefusals } from './steps/receiving.js';
import { reconsideringRefusals } from './steps/reconsidering.js';
import { timelinessRefusals } from './steps/timeliness.js';

/** Every refusal of this context, by feature. */
export const complaintRefusals = [
  courseRefusals,
  groundsRefusals,
  receivingRefusals,
  timelinessRefusals,
  reconsideringRefusals,
  packageRefusals,
  outcomeRefusals,
  complaintDeadlineRefusals,
] as const;
