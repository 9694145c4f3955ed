import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CodeIn } from '#event-sourcing';
import { statuses } from '#projections/case-overview/labels';
import { items } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { ReadQuery } from '../reading/page.query.js';
import { codesIn, flagOf, QueryCodes, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { CaseNumber, CodeOf, LocalDate, OpaqueId, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { caseAnswer, casesAnswer } from './case.answers.js';
import { casesTable } from './cases.table.js';
import { CaseQuery, CasesQuery } from './cases.queries.js';

export class CasesFilter extends ListQuery {
  @OptionalField()
  @QueryCodes(statuses, 'How far the case has come')
  status?: string | string[];

  @OptionalField()
  @LocalDate('Received on this day or later')
  receivedFrom?: string;

  @OptionalField()
  @LocalDate('Received on this day or earlier')
  receivedTo?: string;

  @OptionalField()
  @CodeOf(items, 'Something applied for')
  item?: string;

  @OptionalField()
  @OpaqueId('Who is to map the need')
  assigneeId?: string;

  @OptionalField()
  @OpaqueId('Whose case it is')
  caseworkerId?: string;

  @OptionalField()
  @OpaqueId()
  subjectId?: string;

  @OptionalField()
  @CaseNumber('The one case of this number')
  caseNumber?: string;

  @OptionalField()
  @QueryFlag('Neither decided, withdrawn nor closed')
  withoutDecision?: string;

  @OptionalField()
  @QueryFlag('The mapping is overdue')
  overdue?: string;

  @OptionalField()
  @QueryFlag('The oldest first; a page goes on in the order in which the list was begun')
  oldestFirst?: string;
}

/** The overview, and one case. */
@ApiTags('cases')
@Controller('v1/cases')
export class CasesReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get()
  @Reads('cases')
  @ListRoute('The unit’s cases, newest first unless told', casesAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(CasesFilter) query: CasesFilter) {
    const { status, withoutDecision, overdue, oldestFirst, receivedFrom, receivedTo, item, ...exact } = query;
    const { assigneeId, caseworkerId, subjectId, caseNumber } = exact;
    const filter = {
      status: status === undefined ? undefined : (codesIn(status) as CodeIn<typeof statuses>[]),
      receivedFrom,
      receivedTo,
      item,
      assigneeId,
      caseworkerId,
      subjectId,
      caseNumber,
      withoutDecision: flagOf(withoutDecision),
      overdue: flagOf(overdue),
      oldestFirst: flagOf(oldestFirst),
    };
    return this.lists.answer(exchange, query, {
      table: casesTable,
      ask: (page) => this.queries.execute(new CasesQuery(exchange.request, filter, page)),
      linesOf: ({ cases }) => cases,
    });
  }

  @Get(':caseId')
  @Reads('case')
  @ReadRoute('One case, with what stands open on it', caseAnswer, 404)
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const page = await this.queries.execute(new CaseQuery(request, caseId, query));
    reply.header('ETag', etagOf(page.revision));
    return page;
  }
}
