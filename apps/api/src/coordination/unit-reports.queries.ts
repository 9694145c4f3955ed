import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ownerOf } from '#coordination';
import type { Opened } from '#personal-data';
import {
  isReportAfter,
  type ReportLine,
  unitReportsPage,
  type UnitReportFilter,
} from '#projections/unit-reports/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import type { Names } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

const models = ['unit_reports', 'coordination_register', 'people'];

function lineOf({ subjectId, leaderId, coordinatorId, discrepancies, ...row }: ReportLine, names: Names) {
  return {
    ...row,
    subject: names.listed(subjectId),
    leader: names.party(leaderId),
    coordinator: names.party(coordinatorId),
    discrepancies: discrepancies.map((one) => ({ ...one, owner: ownerOf[one.code] })),
  };
}
export type UnitReportLine = Opened<ReturnType<typeof lineOf>>;

/** What units reported of their own, with what does not fit. */
export class UnitReportsQuery extends Query<{
  readonly reports: readonly UnitReportLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: UnitReportFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(UnitReportsQuery)
export class UnitReportsHandler implements IQueryHandler<UnitReportsQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: UnitReportsQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models,
      isAfter: isReportAfter,
      rowsOf: ({ pool, viewer }, place) => unitReportsPage(pool, viewer, filter, place),
      idsIn: ({ subjectId, leaderId, coordinatorId }) => [subjectId, leaderId, coordinatorId],
      lineOf,
    });
    return { reports: lines, ...rest };
  }
}
