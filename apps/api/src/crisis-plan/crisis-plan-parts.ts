import { CrisisPlanController } from './crisis-plan.controller.js';
import { CrisisPlanReadController } from './crisis-plan-read.controller.js';
import { CrisisPlanHandler, SharedCrisisPlansHandler } from './crisis-plan.queries.js';
import { EmergencyReadingsController } from './emergency-readings.controller.js';
import { SharedCrisisPlansController } from './shared-crisis-plans.controller.js';

/** What of the API is about crisis plans. */
export const crisisPlanControllers = [
  CrisisPlanController,
  EmergencyReadingsController,
  CrisisPlanReadController,
  SharedCrisisPlansController,
];
export const crisisPlanQueryHandlers = [CrisisPlanHandler, SharedCrisisPlansHandler];
