import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, OmitType } from '@nestjs/swagger';
import { type CaseRule, deadlineRules } from '#casework';
import { type DeadlineStanding, deadlineStandings } from '#projections/deadlines/labels';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { countAnswer } from '../reading/count.js';
import { PageQuery } from '../reading/page.query.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { CodeOf, LocalDate, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { ComplaintDeadlinesQuery } from './complaint-deadlines.query.js';
import { complaintDeadlinesAnswer, deadlinesAnswer } from './deadlines.answers.js';
import { DeadlineCountQuery, DeadlinesQuery } from './deadlines.queries.js';
import { deadlinesTable } from './deadlines.table.js';

export class DeadlinesFilter extends ListQuery {
  @OptionalField()
  @CodeOf(deadlineStandings, 'How it stands; those that run, over their last day or not, unless told')
  standing?: DeadlineStanding;

  @OptionalField()
  @CodeOf(deadlineRules, 'What it is for')
  rule?: CaseRule;

  @OptionalField()
  @LocalDate('With a last day on this day or earlier')
  dueTo?: string;

  @OptionalField()
  @QueryFlag('In the open cases whose caseworker this login is; else all of the unit’s')
  mine?: string;
}

export class DeadlinesChoice extends OmitType(DeadlinesFilter, ['after', 'limit', 'delimiter']) {}

const filterOf = ({ standing, rule, dueTo, mine }: DeadlinesChoice) => ({
  standing,
  rule,
  dueTo,
  mine: flagOf(mine),
});

/** By when what is to be done in cases, how that came about, and what was not done in time. */
@ApiTags('deadlines')
@Reads('deadlines')
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListRoute('Deadlines of cases: what runs, the first above; what is over, the last above', deadlinesAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(DeadlinesFilter) query: DeadlinesFilter) {
    return this.lists.answer(exchange, query, {
      table: deadlinesTable,
      ask: (page) => this.queries.execute(new DeadlinesQuery(exchange.request, filterOf(query), page)),
      linesOf: ({ deadlines }) => deadlines,
    });
  }

  @Get('of-complaints')
  @ReadRoute(
    'By when what waits of complaints is to be done: by the law and the municipality’s own target, or as the county governor set it',
    complaintDeadlinesAnswer,
  )
  ofComplaints(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.queries.execute(new ComplaintDeadlinesQuery(request, query));
  }

  @Get('count')
  @ReadRoute('How many deadlines such a list has', countAnswer)
  count(@InExchange() { request }: Exchange, @ValidQuery(DeadlinesChoice) query: DeadlinesChoice) {
    return this.queries.execute(new DeadlineCountQuery(request, filterOf(query), query));
  }
}
