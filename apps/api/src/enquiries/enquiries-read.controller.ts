import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { enquiryStream } from '#enquiry';
import { enquiryById } from '#projections/enquiries/queries';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { ReadQuery } from '../reading/page.query.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page, text } from '../reading/shape.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ListRoute } from '../lists/list-route.js';
import { ListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { Code, OpaqueId, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { EnquiriesQuery, enquiryModels, EnquiryQuery } from './enquiries.queries.js';
import { enquiriesTable } from './enquiries.table.js';
import { enquiriesAnswer, enquiryAnswer } from './enquiry.answers.js';

export class EnquiriesFilter extends ListQuery {
  @OptionalField()
  @QueryFlag('It waits for an answer')
  open?: string;

  @OptionalField()
  @QueryFlag('The own ones: what this login registered')
  mine?: string;

  @OptionalField()
  @Code(units, 'Who is to answer it, or did')
  unit?: string;

  @OptionalField()
  @OpaqueId('Whom it is about')
  subjectId?: string;
}

const trailAnswer = page({ enquiryId: text(), language: oneOf(['nb', 'nn']), entries: entriesShape });

/** The list of enquiries, and one. */
@ApiTags('enquiries')
@Reads('enquiries')
@Controller('v1/enquiries')
export class EnquiriesReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListRoute('Enquiries, the newest first', enquiriesAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(EnquiriesFilter) query: EnquiriesFilter) {
    const { open, mine, unit, subjectId } = query;
    const filter = { open: flagOf(open), mine: flagOf(mine), unit, subjectId };
    return this.lists.answer(exchange, query, {
      table: enquiriesTable,
      ask: (page) => this.queries.execute(new EnquiriesQuery(exchange.request, filter, page)),
      linesOf: ({ enquiries }) => enquiries,
    });
  }

  @Get(':enquiryId')
  @ReadRoute('One enquiry, with what came of it', enquiryAnswer, 404)
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const found = await this.queries.execute(new EnquiryQuery(request, enquiryId, query));
    reply.header('ETag', etagOf(found.revision));
    return found;
  }

  @Get(':enquiryId/audit-trail')
  @ReadRoute('The history of an enquiry, by the days on which it happened', trailAnswer, 404)
  async trail(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: enquiryModels,
      streamFor: async ({ pool, viewer }) => {
        const found = await enquiryById(pool, viewer, enquiryId);
        return found && enquiryStream(tenant, enquiryId);
      },
    });
    return { enquiryId, ...trail };
  }
}
