import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type GapCode, gapCodes } from '#casework';
import { CommandRunner } from '#event-sourcing';
import { lackCounts } from '#projections/case-overview/queries';
import { units } from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import type { ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { routesIn } from '../reading/routes.js';
import { answer, code, codeOf, flag, integer, list, object } from '../reading/shape.js';
import { models } from './cases.queries.js';

/** No more than so many of the newest are looked through. */
const mostCounted = 1_000;

export const lackingAnswer = answer({
  count: integer(),
  more: flag(`There are more than ${mostCounted}, of which the newest are counted`),
  units: list(
    object({
      unit: code(units, 'Which maps the need, or applied, or told of it; KE where none did'),
      count: integer(),
    }),
  ),
  gaps: list(object({ gap: codeOf(gapCodes), count: integer() })),
});

interface Lacking {
  readonly count: number;
  readonly more: boolean;
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  readonly gaps: readonly { readonly gap: GapCode; readonly count: number }[];
  readonly currentTo: CurrentTo;
}

/** How many open cases lack something that the county governor would miss, by unit and by what they lack. */
export class LackingQuery extends Query<Lacking> {
  constructor(
    readonly request: ApiRequest,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(LackingQuery)
export class LackingHandler implements IQueryHandler<LackingQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, query }: LackingQuery): Promise<Lacking> {
    const routes = await routesIn(this.runner, request.tenants);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose: request.role === 'AUDITOR' ? 'COMPLAINT' : 'OVERVIEW',
      ask: ({ pool, viewer, today }) => lackCounts(pool, viewer, { today, routes, limit: mostCounted }),
      subjectIds: () => [],
    });
    const units = found.flatMap(({ unit, count }) => (unit === null ? [] : [{ unit, count }]));
    const gaps = found.flatMap(({ code: gap, count }) => (gap === null ? [] : [{ gap, count }]));
    const all = found.find(({ unit, code: gap }) => unit === null && gap === null)?.count ?? 0;
    const most = <One extends { readonly count: number }>(counted: readonly One[]) =>
      counted.toSorted((one, other) => other.count - one.count);
    const order = (gap: GapCode) => gapCodes.codes.indexOf(gap);
    return {
      count: Math.min(all, mostCounted),
      more: all > mostCounted,
      units: most(units),
      gaps: most(gaps.toSorted((one, other) => order(one.gap) - order(other.gap))),
      currentTo,
    };
  }
}
