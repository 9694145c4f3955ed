import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, needed, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { PlanStarted, PlanClosed } = coordinationEvents.declared;

export class StartPlanBody extends bodyOf(PlanStarted, {
  caseId: needed('The case whose decision it rests on'),
  startedOn: todayUnlessTold,
  withSubject: says('Whether the person took part'),
}) {}

export class ClosePlanBody extends bodyOf(PlanClosed, {
  closedOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
  coordinatorGoesOn: says(
    'Whether the coordinator goes on without a plan; asked in the inbox where it is not told',
  ),
  groupGoesOn: says('The same of the group'),
  personAgrees: says(
    'Where the need has ceased, or for another reason: whether the person agrees. If not, the decision is amended and the answer sent first',
  ),
}) {}

export class PlanAnswer extends CommandAnswer {
  @ApiProperty()
  planId!: string;
}

/** A person's individual plan. A planId holds the person's id, so the plan's end is written where its beginning was. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1')
export class PlansController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post('subjects/:subjectId/plans')
  @CommandRoute({
    summary: 'The individual plan is started',
    answer: PlanAnswer,
    operationId: 'Coordination_startPlan',
  })
  startPlan(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(StartPlanBody) body: StartPlanBody,
  ) {
    return this.steps.record(exchange, 'PlanStarted', { subjectId, ...fieldsOf(body) });
  }

  @Post('plans/:planId/closure')
  @CommandRoute({ summary: 'The individual plan is closed', answer: PlanAnswer })
  close(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ClosePlanBody) body: ClosePlanBody,
  ) {
    return this.steps.record(exchange, 'PlanClosed', { planId, ...fieldsOf(body) });
  }
}
