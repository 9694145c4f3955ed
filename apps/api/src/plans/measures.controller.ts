import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planEvents } from '#plan';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { ClearanceAnswer, MeasureAnswer } from './step.answers.js';

const { MeasureAgreed, MeasureMoved, MeasureCompleted, MeasureCancelled, MeasureCostClearanceRequested } =
  planEvents.declared;

export class AgreeMeasureBody extends bodyOf(MeasureAgreed, {
  text: says('What is to be done'),
  goalId: says('For which goal'),
  responsible: plain,
  unit: says('Of a unit’s measure: which'),
  responsibleId: says('Who that is, a registered party'),
  startsOn: plain,
  dueOn: plain,
  extent: says('How much or how often'),
  how: says('How it is carried out'),
  hasCost: says('Whether it costs something beyond what is decided: then the unit’s leader clears it first'),
  agreedOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class MoveMeasureBody extends bodyOf(MeasureMoved, {
  dueOn: says('The new day'),
  reason: plain,
  movedOn: todayUnlessTold,
}) {}
export class CompleteMeasureBody extends bodyOf(MeasureCompleted, { completedOn: todayUnlessTold }) {}
export class CancelMeasureBody extends bodyOf(MeasureCancelled, {
  reason: plain,
  cancelledOn: todayUnlessTold,
}) {}
export class RequestClearanceBody extends bodyOf(MeasureCostClearanceRequested, {
  unit: usual('The measure’s own unit unless told'),
  note: says('What it costs, and for what'),
  requestedOn: todayUnlessTold,
}) {}

/** Measures of a plan, and what they cost (F3, F4, F10). */
@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId')
export class PlanMeasuresController {
  constructor(private readonly steps: PlanSteps) {}

  @Post('measures')
  @CommandRoute({ summary: 'A measure is agreed', answer: MeasureAnswer })
  agree(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(AgreeMeasureBody) body: AgreeMeasureBody,
  ) {
    return this.steps.record(exchange, 'MeasureAgreed', { planId, ...fieldsOf(body) });
  }

  @Post('measures/:measureId/moving')
  @CommandRoute({ summary: 'A measure is to be done by another day', answer: MeasureAnswer })
  move(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('measureId') measureId: string,
    @ValidBody(MoveMeasureBody) body: MoveMeasureBody,
  ) {
    return this.steps.record(exchange, 'MeasureMoved', { planId, measureId, ...fieldsOf(body) });
  }

  @Post('measures/:measureId/completion')
  @CommandRoute({ summary: 'A measure is done', answer: MeasureAnswer })
  complete(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('measureId') measureId: string,
    @ValidBody(CompleteMeasureBody) body: CompleteMeasureBody,
  ) {
    return this.steps.record(exchange, 'MeasureCompleted', { planId, measureId, ...fieldsOf(body) });
  }

  @Post('measures/:measureId/cancellation')
  @CommandRoute({ summary: 'A measure is cancelled', answer: MeasureAnswer })
  cancel(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('measureId') measureId: string,
    @ValidBody(CancelMeasureBody) body: CancelMeasureBody,
  ) {
    return this.steps.record(exchange, 'MeasureCancelled', { planId, measureId, ...fieldsOf(body) });
  }

  @Post('measures/:measureId/clearances')
  @CommandRoute({
    summary: 'A unit’s leader is asked to clear what a measure costs',
    answer: ClearanceAnswer,
  })
  requestClearance(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('measureId') measureId: string,
    @ValidBody(RequestClearanceBody) body: RequestClearanceBody,
  ) {
    return this.steps.record(exchange, 'MeasureCostClearanceRequested', {
      planId,
      measureId,
      ...fieldsOf(body),
    });
  }
}
