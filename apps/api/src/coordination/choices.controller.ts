import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { PlanDeclined, PlanAccepted, CoordinatorDeclined, CoordinatorAccepted } = coordinationEvents.declared;

const said = {
  saidBy: says('The person, or who speaks for the person'),
  saidById: says('Who that was, a party'),
  channel: says('How it was said'),
  reason: plain,
};
export class DeclinePlanBody extends bodyOf(PlanDeclined, { ...said, declinedOn: todayUnlessTold }) {}
export class AcceptPlanBody extends bodyOf(PlanAccepted, { ...said, acceptedOn: todayUnlessTold }) {}
export class DeclineCoordinatorBody extends bodyOf(CoordinatorDeclined, {
  ...said,
  declinedOn: todayUnlessTold,
}) {}
export class AcceptCoordinatorBody extends bodyOf(CoordinatorAccepted, {
  ...said,
  acceptedOn: todayUnlessTold,
}) {}

export class ChoiceAnswer extends CommandAnswer {
  @ApiProperty()
  choiceId!: string;
}

/** What the person chooses: a plan or none, a coordinator or none (A3, A4). */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId')
export class ChoicesController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post('plan-refusals')
  @CommandRoute({ summary: 'The person wants no plan; one that runs is closed', answer: ChoiceAnswer })
  declinePlan(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(DeclinePlanBody) body: DeclinePlanBody,
  ) {
    return this.steps.record(exchange, 'PlanDeclined', { subjectId, ...fieldsOf(body) });
  }

  @Post('plan-acceptances')
  @CommandRoute({ summary: 'The person wants a plan after all', answer: ChoiceAnswer })
  acceptPlan(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(AcceptPlanBody) body: AcceptPlanBody,
  ) {
    return this.steps.record(exchange, 'PlanAccepted', { subjectId, ...fieldsOf(body) });
  }

  @Post('coordinator-refusals')
  @CommandRoute({
    summary: 'The person wants no coordinator; whoever coordinates is released',
    answer: ChoiceAnswer,
  })
  declineCoordinator(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(DeclineCoordinatorBody) body: DeclineCoordinatorBody,
  ) {
    return this.steps.record(exchange, 'CoordinatorDeclined', { subjectId, ...fieldsOf(body) });
  }

  @Post('coordinator-acceptances')
  @CommandRoute({ summary: 'The person wants a coordinator after all', answer: ChoiceAnswer })
  acceptCoordinator(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(AcceptCoordinatorBody) body: AcceptCoordinatorBody,
  ) {
    return this.steps.record(exchange, 'CoordinatorAccepted', { subjectId, ...fieldsOf(body) });
  }
}
