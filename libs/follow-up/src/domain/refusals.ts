import { courseRefusals } from './course.js';
import { callingRefusals } from './steps/calling.js';
import { holdingRefusals } from './steps/holding.js';
import { insightRefusals } from './steps/insights.js';
import { insightReviewRefusals } from './steps/insight-reviews.js';
import { promiseRefusals } from './steps/promises.js';

/** Every refusal of this context, by feature. */
export const followUpRefusals = [
  courseRefusals,
  callingRefusals,
  holdingRefusals,
  promiseRefusals,
  insightRefusals,
  insightReviewRefusals,
] as const;
