import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  discrepancies,
  discrepancyEnds,
  discrepancyOwners,
  reportStates,
  reportWithdrawals,
} from '#coordination';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import {
  code,
  codeOf,
  date,
  flag,
  list,
  listedSubject,
  object,
  orNull,
  page,
  party,
  text,
} from '../reading/shape.js';
import { Code, CodeOf, OpaqueId, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { UnitReportsQuery } from './unit-reports.queries.js';
import { unitReportsTable } from './unit-reports.table.js';

/** What does not fit in a report, or did not. */
export const discrepancyShape = {
  code: codeOf(discrepancies),
  since: date(),
  endedOn: orNull(date('When it was cleared')),
  endedBy: orNull(codeOf(discrepancyEnds, 'By what')),
};
export const reportShape = {
  reportId: text(),
  unit: code(units),
  hasPlan: flag('False of somebody who coordinates without a plan'),
  begunOn: orNull(date()),
  consentGivenOn: orNull(date('By what the unit says')),
  answeredOn: orNull(date('When the person got a written answer')),
  reportedOn: date(),
  state: codeOf(reportStates),
  stateOn: orNull(date('When it was confirmed, taken back or reported as ended')),
  planId: orNull(text('As what it was confirmed')),
  appointmentId: orNull(text('The same of the coordinator')),
  withdrawalCode: orNull(codeOf(reportWithdrawals)),
  leader: orNull(party),
  coordinator: orNull(party),
};

const reportsAnswer = page({
  reports: list(
    object({
      municipality: text(),
      subject: listedSubject,
      ...reportShape,
      discrepancies: list(
        object({ ...discrepancyShape, owner: codeOf(discrepancyOwners, 'Who is to clear it') }),
      ),
    }),
  ),
});

export class UnitReportsFilter extends ListQuery {
  @OptionalField()
  @Code(units)
  unit?: string;

  @OptionalField()
  @CodeOf(reportStates)
  state?: (typeof reportStates.codes)[number];

  @OptionalField()
  @OpaqueId()
  subjectId?: string;

  @OptionalField()
  @QueryFlag('Taken back, or reported as ended')
  ended?: string;
}

/** What units reported of their own, and what does not fit in it (S9, S10). */
@ApiTags('coordination')
@Controller('v1/unit-reports')
export class UnitReportsReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get()
  @Reads('unitReports')
  @ListRoute('What units reported of their own, the oldest first, with what does not fit', reportsAnswer)
  reports(@InExchange() exchange: Exchange, @ValidQuery(UnitReportsFilter) query: UnitReportsFilter) {
    const { unit, state, subjectId } = query;
    const filter = { unit, state, subjectId, ended: flagOf(query.ended) };
    return this.lists.answer(exchange, query, {
      table: unitReportsTable,
      ask: (asked) => this.queries.execute(new UnitReportsQuery(exchange.request, filter, asked)),
      linesOf: ({ reports }) => reports,
    });
  }
}
