import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, OmitType } from '@nestjs/swagger';
import { type GapCode, gapCodes } from '#casework';
import type { CodeIn } from '#event-sourcing';
import { statuses } from '#projections/case-overview/labels';
import { items, units } from '#vocabulary';
import { AsOfQuery } from '../as-of/as-of.query.js';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { countAnswer } from '../reading/count.js';
import { ReadQuery } from '../reading/page.query.js';
import { codesIn, flagOf, QueryCodes, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { CaseNumber, Code, CodeOf, LocalDate, OpaqueId, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { caseAnswer, casesAnswer } from './case.answers.js';
import { casesTable } from './cases.table.js';
import { CaseCountQuery, CaseQuery, CasesQuery } from './cases.queries.js';
import { lackingAnswer, LackingQuery } from './lacking.queries.js';

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
  @QueryFlag('The county governor would miss something of it if a complaint came today')
  lacking?: string;

  @OptionalField()
  @CodeOf(gapCodes, 'This is what it would miss of it')
  gap?: string;

  @OptionalField()
  @Code(units, 'Which maps the need, or applied, or told of it; KE where none did')
  unit?: string;

  @OptionalField()
  @QueryFlag('Neither withdrawn nor closed')
  open?: string;

  @OptionalField()
  @QueryFlag('The oldest first; a page goes on in the order in which the list was begun')
  oldestFirst?: string;
}

export class CasesChoice extends OmitType(CasesFilter, ['after', 'limit', 'delimiter', 'oldestFirst']) {}

function filterOf({ status, withoutDecision, overdue, lacking, gap, open, ...query }: CasesChoice) {
  const { receivedFrom, receivedTo, item, assigneeId, caseworkerId, subjectId, caseNumber, unit } = query;
  const isOpen = flagOf(open);
  return {
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
    lacking: flagOf(lacking),
    gap: gap as GapCode | undefined,
    unit,
    closed: isOpen === undefined ? undefined : !isOpen,
  };
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
    const filter = { ...filterOf(query), oldestFirst: flagOf(query.oldestFirst) };
    return this.lists.answer(exchange, query, {
      table: casesTable,
      ask: (page) => this.queries.execute(new CasesQuery(exchange.request, filter, page)),
      linesOf: ({ cases }) => cases,
    });
  }

  @Get('count')
  @Reads('cases')
  @ReadRoute('How many cases such a list has', countAnswer)
  count(@InExchange() { request }: Exchange, @ValidQuery(CasesChoice) query: CasesChoice) {
    return this.queries.execute(new CaseCountQuery(request, filterOf(query), query));
  }

  @Get('lacking')
  @Reads('cases')
  @ReadRoute('How many open cases lack something that the county governor would miss', lackingAnswer)
  lacking(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    return this.queries.execute(new LackingQuery(request, query));
  }

  @Get(':caseId')
  @Reads('case')
  @ReadRoute('One case, with what stands open on it; now, or as of an earlier day', caseAnswer, 404)
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(AsOfQuery) query: AsOfQuery,
  ) {
    const page = await this.queries.execute(new CaseQuery(request, caseId, query));
    // Nothing is recorded on what was so.
    if (query.asOf === undefined) reply.header('ETag', etagOf(page.revision));
    return page;
  }
}
