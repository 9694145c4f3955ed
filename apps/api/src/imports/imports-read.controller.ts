import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { importStream } from '#import';
import { seesAll } from '#projections/access';
import { importById } from '#projections/imports/queries';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { PageQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page, text } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { importsAnswer } from './import.answers.js';
import { ImportsQuery } from './imports.queries.js';

const trailAnswer = page({ importId: text(), language: oneOf(['nb', 'nn']), entries: entriesShape });

/** What became of imports. */
@ApiTags('imports')
@Controller('v1')
export class ImportsReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
  ) {}

  @Get('imports')
  @Reads('imports')
  @ReadRoute('Imports, the latest first: how far each has come, and what came of it', importsAnswer)
  list(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.queries.execute(new ImportsQuery(request, query));
  }

  @Get('imports/:importId/audit-trail')
  @Reads('importTrail')
  @ReadRoute('The history of an import, by the days on which it happened', trailAnswer, 404)
  async trail(
    @InExchange() exchange: Exchange,
    @Id('importId') importId: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: ['imports'],
      streamFor: async ({ pool, viewer }) =>
        seesAll(viewer, 'importTrail') && (await importById(pool, viewer, importId, 'importTrail'))
          ? importStream(tenant, importId)
          : undefined,
    });
    return { importId, ...trail };
  }
}
