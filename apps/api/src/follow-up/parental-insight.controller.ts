import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import {
  EndInsightDecisionBody,
  InsightAnswer,
  RequireInsightBody,
  WithholdInsightBody,
} from './follow-up.bodies.js';
import { FollowUpSteps } from './follow-up-steps.js';

const description = 'By whoever coordinates the person today, who alone reads why.';

/** What parents may see of a child's plan, where it is decided otherwise than the law has it by itself (pbrl § 3-4). */
@ApiTags('follow-up')
@Roles('COORDINATOR')
@Controller('v1/subjects/:subjectId/follow-up/insight-decisions')
export class ParentalInsightController {
  constructor(private readonly steps: FollowUpSteps) {}

  @Post('withholdings')
  @CommandRoute({
    summary: 'Something of the plan is kept from a parent',
    description,
    answer: InsightAnswer,
  })
  withhold(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(WithholdInsightBody) body: WithholdInsightBody,
  ) {
    return this.steps.recordAsCoordinator(exchange, 'InsightWithheld', { subjectId, ...fieldsOf(body) });
  }

  @Post('requirements')
  @CommandRoute({
    summary: 'A parent needs to see something of it to fulfil parental responsibility',
    description,
    answer: InsightAnswer,
  })
  require(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(RequireInsightBody) body: RequireInsightBody,
  ) {
    return this.steps.recordAsCoordinator(exchange, 'InsightRequired', { subjectId, ...fieldsOf(body) });
  }

  @Post(':insightId/end')
  @CommandRoute({ summary: 'What was decided holds no more', description, answer: InsightAnswer })
  end(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('insightId') insightId: string,
    @ValidBody(EndInsightDecisionBody) body: EndInsightDecisionBody,
  ) {
    const told = { subjectId, insightId, ...fieldsOf(body) };
    return this.steps.recordAsCoordinator(exchange, 'InsightDecisionEnded', told);
  }
}
