import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { crisisPlanStream } from '#crisis-plan';
import { personById } from '#projections/people/queries';
import { Reads, ReadsHere } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { RecordTrails } from '../trail/record-trail.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { crisisPlanAnswer, crisisPlanTrailAnswer } from './crisis-plan.answers.js';
import { crisisPlanModels, CrisisPlanQuery } from './crisis-plan.queries.js';

/** Crisis plans: that there is one, for the unit; what it says, for whoever coordinates and those to whom it was given. */
@ApiTags('crisis plans')
@Reads('crisisPlan')
@Controller('v1/subjects/:subjectId/crisis-plan')
export class CrisisPlanReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
  ) {}

  @Get()
  @ReadRoute('A person’s crisis plan', crisisPlanAnswer, 404)
  one(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return this.#answer(exchange, new CrisisPlanQuery(exchange.request, subjectId, query));
  }

  @Get('in-emergency')
  @ReadsHere('crisisPlanInEmergency')
  @ReadRoute('The crisis plan, for whoever opened it in an emergency today', crisisPlanAnswer, 404)
  inEmergency(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return this.#answer(exchange, new CrisisPlanQuery(exchange.request, subjectId, query, true));
  }

  @Get('audit-trail')
  @ReadsHere('crisisPlanTrail')
  @ReadRoute(
    'What was done with a crisis plan, by whom and when, without what it says',
    crisisPlanTrailAnswer,
    404,
  )
  async trail(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: crisisPlanModels,
      streamFor: async ({ pool, viewer, today }) => {
        const found = await personById(pool, viewer, subjectId, { today, what: 'crisisPlanTrail' });
        return found && crisisPlanStream(tenant, found.coordinatedAs ?? found.personId);
      },
    });
    return { subjectId, ...trail };
  }

  async #answer({ reply }: Exchange, query: CrisisPlanQuery) {
    const found = await this.queries.execute(query);
    if (found.revision !== null) reply.header('ETag', etagOf(found.revision));
    return found;
  }
}
