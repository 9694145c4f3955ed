import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { planStream } from '#plan';
import { mayReadPlanTrail } from '#projections/plan-content/queries';
import { Reads, ReadsHere } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { PrintRoute, printed } from '../reading/print-route.js';
import { ReadRoute } from '../reading/read-answer.js';
import { RecordTrails } from '../trail/record-trail.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { planAnswer, planTrailAnswer, planVersionAnswer, sharedPlansAnswer } from './plan.answers.js';
import { PlanSheet } from './plan-sheet.js';
import { planModels, PlanQuery, SharedPlansQuery } from './plans.queries.js';
import { PlanVersionQuery } from './versions.query.js';

/** Plans, for whoever coordinates and for those with whom something of them is shared. */
@ApiTags('plans')
@Reads('plan')
@Controller('v1/plans')
export class PlansReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
    private readonly sheet: PlanSheet,
  ) {}

  @Get()
  @ReadRoute('Plans of others that something is shared of with whoever asks', sharedPlansAnswer)
  shared(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.queries.execute(new SharedPlansQuery(request, query));
  }

  @Get(':planId')
  @ReadRoute(
    'One plan: all of it for whoever coordinates, for others the sections that are shared',
    planAnswer,
    404,
  )
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('planId') planId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const found = await this.queries.execute(new PlanQuery(request, planId, query));
    if (found.revision !== '-1') reply.header('ETag', etagOf(BigInt(found.revision)));
    return found;
  }

  @Get(':planId/as/:partyId')
  @ReadRoute('The plan exactly as another sees it today, for whoever coordinates', planAnswer, 404)
  asAnother(
    @InExchange() { request }: Exchange,
    @Id('planId') planId: string,
    @Id('partyId') partyId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return this.queries.execute(new PlanQuery(request, planId, query, partyId));
  }

  @Get(':planId/as/:partyId/print')
  @PrintRoute('The same on paper for that recipient, as PDF/A')
  async printed(
    @InExchange() { request, reply }: Exchange,
    @Id('planId') planId: string,
    @Id('partyId') partyId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { pdf, language, day } = await this.sheet.of(request, planId, partyId, query);
    return printed(reply, { pdf, language, name: `individuell-plan-${day}` });
  }

  @Get(':planId/versions/:version')
  @ReadRoute(
    'What is new in a version of the plan since the one before, field by field',
    planVersionAnswer,
    404,
  )
  version(
    @InExchange() { request }: Exchange,
    @Id('planId') planId: string,
    @Id('version') version: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return this.queries.execute(new PlanVersionQuery(request, planId, Number(version), query));
  }

  @Get(':planId/audit-trail')
  @ReadsHere('planTrail')
  @ReadRoute('What was done with a plan, by whom and when, without what it says', planTrailAnswer, 404)
  async trail(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: planModels,
      streamFor: async ({ pool, viewer, today }) =>
        (await mayReadPlanTrail(pool, viewer, { planId, today })) ? planStream(tenant, planId) : undefined,
    });
    return { planId, ...trail };
  }
}
