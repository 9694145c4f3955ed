import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { complaintStream } from '#complaint';
import { complaintStatuses } from '#projections/complaints/labels';
import { complaintById, type ComplaintStatus } from '#projections/complaints/queries';
import { Reads, ReadsHere } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { ListRoute } from '../lists/list-route.js';
import { ListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page, text } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { CodeOf, OpaqueId, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { complaintAnswer, complaintsAnswer } from './complaint.answers.js';
import { complaintModels, ComplaintQuery, ComplaintsQuery } from './complaints.queries.js';
import { complaintsTable } from './complaints.table.js';

export class ComplaintsFilter extends ListQuery {
  @OptionalField()
  @QueryFlag('Somebody has to do something about it')
  open?: string;

  @OptionalField()
  @CodeOf(complaintStatuses)
  status?: ComplaintStatus;

  @OptionalField()
  @OpaqueId('Whose matter it is')
  subjectId?: string;

  @OptionalField()
  @OpaqueId('The case that it is about')
  caseId?: string;
}

const trailAnswer = page({ complaintId: text(), language: oneOf(['nb', 'nn']), entries: entriesShape });

/** The list of complaints, and one. */
@ApiTags('complaints')
@Reads('complaints')
@Controller('v1/complaints')
export class ComplaintsReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListRoute('Complaints, the newest first', complaintsAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(ComplaintsFilter) query: ComplaintsFilter) {
    const { open, status, subjectId, caseId } = query;
    const filter = { open: flagOf(open), status, subjectId, caseId };
    return this.lists.answer(exchange, query, {
      table: complaintsTable,
      ask: (asked) => this.queries.execute(new ComplaintsQuery(exchange.request, filter, asked)),
      linesOf: ({ complaints }) => complaints,
    });
  }

  @Get(':complaintId')
  @ReadRoute('One complaint, with its clock and what came of it', complaintAnswer, 404)
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const found = await this.queries.execute(new ComplaintQuery(request, complaintId, query));
    reply.header('ETag', etagOf(found.revision));
    return found;
  }

  @Get(':complaintId/audit-trail')
  @ReadsHere('complaintTrail')
  @ReadRoute('The history of a complaint, by the days on which it happened', trailAnswer, 404)
  async trail(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: complaintModels,
      streamFor: async ({ pool, viewer }) => {
        const found = await complaintById(pool, viewer, complaintId, 'complaintTrail');
        return found && complaintStream(tenant, complaintId);
      },
    });
    return { complaintId, ...trail };
  }
}
