import { CrisisPlanController } from './crisis-plan.controller.js';
import { CrisisPlanReadController } from './crisis-plan-read.controller.js';
import { CrisisPlanHandler } from './crisis-plan.queries.js';
import { EmergencyReadingsController } from './emergency-readings.controller.js';

/** What of the API is about crisis plans. */
export const crisisPlanControllers = [
  CrisisPlanController,
  EmergencyReadingsController,
  CrisisPlanReadController,
];
export const crisisPlanQueryHandlers = [CrisisPlanHandler];
