import { courseRefusals } from './step.js';
import { accessRefusals } from './steps/access.js';
import { planCourseRefusals } from './steps/course.js';
import { entryRefusals } from './steps/entries.js';
import { goalRefusals } from './steps/goals.js';
import { measureRefusals } from './steps/measures.js';
import { participantRefusals } from './steps/participants.js';
import { subPlanRefusals } from './steps/sub-plans.js';

/** Every refusal of this context, by feature. */
export const planContentRefusals = [
  courseRefusals,
  entryRefusals,
  goalRefusals,
  measureRefusals,
  participantRefusals,
  subPlanRefusals,
  planCourseRefusals,
  accessRefusals,
] as const;
