import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { InsightReviewAnswer, ReviewInsightBody } from './follow-up.bodies.js';
import { FollowUpSteps } from './follow-up-steps.js';

/** Ages at which parents see otherwise of a plan: by whoever coordinates, and by the unit where nobody does. */
@ApiTags('follow-up')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR')
@Controller('v1/subjects/:subjectId/follow-up/insight-reviews')
export class InsightReviewsController {
  constructor(private readonly steps: FollowUpSteps) {}

  @Post(':reviewId/completion')
  @CommandRoute({
    summary: 'The person was heard of what parents see from this age on (pbrl § 3-4)',
    answer: InsightReviewAnswer,
  })
  complete(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('reviewId') reviewId: string,
    @ValidBody(ReviewInsightBody) body: ReviewInsightBody,
  ) {
    return this.steps.record(exchange, 'InsightReviewed', { subjectId, reviewId, ...fieldsOf(body) });
  }
}
