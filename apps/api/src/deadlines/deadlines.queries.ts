import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { deadlineSentences } from '#casework';
import { rules } from '#deadlines';
import type { Opened } from '#personal-data';
import {
  deadlineCount,
  type DeadlineFilter,
  type DeadlineLine as Line,
  deadlinesPage,
  isDeadlineAfter,
  type LatestMeeting,
  latestMeeting,
} from '#projections/deadlines/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { countedBy, type Counted } from '../reading/count.js';
import type { Names } from '../reading/names.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';

const models = ['deadlines', 'tasks', 'case_overview', 'people'];

function lineOf({ subjectId, caseworkerId, deadline: deadlineKey, ...rest }: Line, names: Names) {
  const [nb, nn] = deadlineSentences(rest.rule, rest.inputs);
  return {
    ...rest,
    id: deadlineKey,
    legalBasis: rules[rest.rule].legalBasis,
    subject: names.listed(subjectId),
    caseworker: names.party(caseworkerId),
    sentence: { nb, nn },
  };
}
export type DeadlineLine = Opened<ReturnType<typeof lineOf>>;

/** The board of deadlines, with the latest day of a meeting that keeps those that can be kept (U17). */
export class DeadlinesQuery extends Query<{
  readonly deadlines: readonly DeadlineLine[];
  readonly latestMeeting: LatestMeeting | null;
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: DeadlineFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(DeadlinesQuery)
export class DeadlinesHandler implements IQueryHandler<DeadlinesQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, filter, page }: DeadlinesQuery) {
    let latest: LatestMeeting | undefined;
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models,
      isAfter: isDeadlineAfter,
      rowsOf: async ({ pool, viewer, today }, place) => {
        latest = await latestMeeting(pool, viewer, { today });
        return deadlinesPage(pool, viewer, filter, { today, ...place });
      },
      idsIn: ({ subjectId, caseworkerId }) => [subjectId, caseworkerId],
      lineOf,
    });
    return { deadlines: lines, latestMeeting: latest ?? null, ...rest };
  }
}

/** How many deadlines such a list has. */
export class DeadlineCountQuery extends Query<Counted> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: DeadlineFilter,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(DeadlineCountQuery)
export class DeadlineCountHandler implements IQueryHandler<DeadlineCountQuery> {
  constructor(private readonly reading: Reading) {}

  execute({ request, filter, query }: DeadlineCountQuery) {
    return countedBy(this.reading, request, query, models, ({ pool, viewer, today }, limit) =>
      deadlineCount(pool, viewer, filter, { today, limit }),
    );
  }
}
