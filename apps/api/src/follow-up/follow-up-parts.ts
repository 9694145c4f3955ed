import { FollowUpReadController } from './follow-up-read.controller.js';
import { FollowUpHandler, PromisesHandler } from './follow-up.queries.js';
import { AroundMeetingsController } from './meetings.controller.js';
import { ParentalInsightController } from './parental-insight.controller.js';
import { PromisesController } from './promises.controller.js';

export const followUpControllers = [
  AroundMeetingsController,
  PromisesController,
  ParentalInsightController,
  FollowUpReadController,
];
export const followUpQueryHandlers = [FollowUpHandler, PromisesHandler];
