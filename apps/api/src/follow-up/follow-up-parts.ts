import { FollowUpReadController } from './follow-up-read.controller.js';
import { FollowUpHandler, PromisesHandler } from './follow-up.queries.js';
import { InsightReviewsController } from './insight-reviews.controller.js';
import { AroundMeetingsController } from './meetings.controller.js';
import { ParentalInsightController } from './parental-insight.controller.js';
import { PromisesController } from './promises.controller.js';

export const followUpControllers = [
  AroundMeetingsController,
  PromisesController,
  ParentalInsightController,
  InsightReviewsController,
  FollowUpReadController,
];
export const followUpQueryHandlers = [FollowUpHandler, PromisesHandler];
