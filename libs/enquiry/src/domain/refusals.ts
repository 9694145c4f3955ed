import { courseRefusals } from './course.js';
import { answeringRefusals } from './steps/answering.js';
import { disposalRefusals } from './steps/disposal.js';
import { endingRefusals } from './steps/ending.js';
import { receivingRefusals } from './steps/receiving.js';

/** Every refusal of this context, by feature. */
export const enquiryRefusals = [
  courseRefusals,
  receivingRefusals,
  answeringRefusals,
  endingRefusals,
  disposalRefusals,
] as const;
