import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CommandRunner } from '#event-sourcing';
import { clearingUnit, planEvents } from '#plan';
import { type PlanStepType, RecordPlanStepCommand, type ToldPlanStep } from '#plan/application/index';
import { Reads } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { leads } from '../coordination/concerned.js';
import { notFound } from '../problems/problem.js';
import { PageQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { bodyOf, plain, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { ClearancesQuery } from './clearances.query.js';
import { clearancesAnswer } from './plan.answers.js';
import { ClearanceAnswer } from './step.answers.js';

const { MeasureCostClearanceGranted, MeasureCostClearanceDeclined } = planEvents.declared;

export class GrantClearanceBody extends bodyOf(MeasureCostClearanceGranted, { grantedOn: todayUnlessTold }) {}
export class DeclineClearanceBody extends bodyOf(MeasureCostClearanceDeclined, {
  reason: plain,
  declinedOn: todayUnlessTold,
}) {}

type Answering = Extract<PlanStepType, 'MeasureCostClearanceGranted' | 'MeasureCostClearanceDeclined'>;

/** What the leader of a unit answers who was asked what a measure may cost (F4): that leader alone. */
@ApiTags('plans')
@Roles('UNIT_LEADER')
@Controller('v1/plans/:planId/measures/:measureId/clearances/:clearanceId')
export class PlanClearancesController {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  @Post('granting')
  @CommandRoute({ summary: 'The unit’s leader clears what a measure costs', answer: ClearanceAnswer })
  grant(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('measureId') measureId: string,
    @Id('clearanceId') clearanceId: string,
    @ValidBody(GrantClearanceBody) body: GrantClearanceBody,
  ) {
    const told = { planId, measureId, clearanceId, ...fieldsOf(body) };
    return this.#answer(exchange, 'MeasureCostClearanceGranted', told);
  }

  @Post('declining')
  @CommandRoute({ summary: 'The unit’s leader says no to what a measure costs', answer: ClearanceAnswer })
  decline(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('measureId') measureId: string,
    @Id('clearanceId') clearanceId: string,
    @ValidBody(DeclineClearanceBody) body: DeclineClearanceBody,
  ) {
    const told = { planId, measureId, clearanceId, ...fieldsOf(body) };
    return this.#answer(exchange, 'MeasureCostClearanceDeclined', told);
  }

  async #answer<Type extends Answering>(
    exchange: Exchange,
    step: Type,
    told: ToldPlanStep<Type> & { readonly clearanceId: string },
  ) {
    const { request } = exchange;
    const context = await this.commands.contextOf(request);
    const unit = await clearingUnit(this.runner, context.municipality, told.planId, told.clearanceId);
    if (unit === undefined || !(await leads(this.runner, request, context, unit))) throw notFound();
    const said = { ...told, leaderId: context.actor.partyId };
    return this.commands.answer(
      exchange,
      await this.commands.send(new RecordPlanStepCommand(step, said, context)),
    );
  }
}

/** What of plans waits for whoever leads a unit. */
@ApiTags('plans')
@Reads('clearances')
@Controller('v1/clearances')
export class ClearancesReadController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute(
    'Measures whose cost waits for the leader who asks, by plan, the longest first',
    clearancesAnswer,
  )
  waiting(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.queries.execute(new ClearancesQuery(request, query));
  }
}
