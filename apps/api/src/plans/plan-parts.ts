import { PlanAccessController } from './access.controller.js';
import { ClearancesReadController, PlanClearancesController } from './clearances.controller.js';
import { ClearancesHandler } from './clearances.query.js';
import { PlanCorrectionsController } from './corrections.controller.js';
import { PlanCourseController } from './course.controller.js';
import { PlanEntriesController } from './entries.controller.js';
import { PlanGoalsController } from './goals.controller.js';
import { PlanMeasuresController } from './measures.controller.js';
import { PlanParticipantsController } from './participants.controller.js';
import { PlansReadController } from './plans-read.controller.js';
import { PlanHandler, SharedPlansHandler } from './plans.queries.js';
import { PlanVersionHandler } from './versions.query.js';

/** What of the API is about the content of plans. */
export const planControllers = [
  PlanEntriesController,
  PlanGoalsController,
  PlanMeasuresController,
  PlanClearancesController,
  PlanParticipantsController,
  PlanCourseController,
  PlanAccessController,
  PlanCorrectionsController,
  PlansReadController,
  ClearancesReadController,
];
export const planQueryHandlers = [PlanHandler, SharedPlansHandler, PlanVersionHandler, ClearancesHandler];
