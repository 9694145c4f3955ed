import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Opened } from '#personal-data';
import { type ClearingPlan, clearingPlansPage, isClearingPlanAfter } from '#projections/plan-content/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import type { Names } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { planModels } from './plans.queries.js';

/** A plan's id is its person's with a number. */
const lineOf = ({ subjectId, planId, ...line }: ClearingPlan, names: Names) => ({
  ...line,
  planId: names.isProtected(subjectId) ? null : planId,
  subject: names.listed(subjectId),
});
export type ClearanceLine = Opened<ReturnType<typeof lineOf>>;

/** What waits for the leader of a unit to say whether it may cost what it does, longest first. */
export class ClearancesQuery extends Query<{
  readonly plans: readonly ClearanceLine[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(ClearancesQuery)
export class ClearancesHandler implements IQueryHandler<ClearancesQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, page }: ClearancesQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: planModels,
      isAfter: isClearingPlanAfter,
      rowsOf: ({ pool, viewer, today }, place) => clearingPlansPage(pool, viewer, place, today),
      idsIn: ({ subjectId }) => [subjectId],
      lineOf,
    });
    return { plans: lines, ...rest };
  }
}
