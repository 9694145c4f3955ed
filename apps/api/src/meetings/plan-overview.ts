import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Clock } from '#apps/clock';
import type { PlanOverview } from '#meeting';
import { planCounts } from '#projections/coordination-register/queries';
import { lastUnitMeeting, meetingById, type MeetingView } from '#projections/meetings/queries';
import { type TaskCount, taskCounts } from '#projections/tasks/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import type { Asked } from '../reading/asked.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { taskModels } from '../tasks/task-models.js';

type Meeting = Pick<MeetingView, 'municipality' | 'kind' | 'standingItems' | 'meetsOn'>;

/** How plans and coordinators stand now, where the meeting takes that up (U9); null elsewhere. */
export async function overviewNow(
  { pool, viewer, today }: Asked,
  { municipality, kind, standingItems, meetsOn }: Meeting,
): Promise<PlanOverview | null> {
  if (kind !== 'UNIT' || standingItems?.includes('PLAN_OVERVIEW') !== true) return null;
  const since = await lastUnitMeeting(pool, viewer, municipality, meetsOn);
  const [plans, waiting] = await Promise.all([
    planCounts(pool, viewer, municipality, since),
    taskCounts(pool, { ...viewer, tenants: [municipality] }, {}, { today }),
  ]);
  const waits = (of: TaskCount['kind']) => waiting.find((count) => count.kind === of)?.all ?? 0;
  return {
    asOf: today,
    ...(since !== null && { since }),
    activePlans: plans.active,
    plansStarted: plans.started,
    plansToStart: waits('PLAN_TO_START'),
    coordinatorsToAppoint: waits('COORDINATOR_TO_APPOINT'),
    coordinatorGaps: waits('COORDINATOR_GAP'),
    casesToConsider: waits('CASE_TO_CONSIDER'),
  };
}

const clock = new Clock();

/** The figures with the day to which the read models that they come from are current; none where that cannot be told. */
export const asOfThen = (overview: PlanOverview | null, { at }: CurrentTo): PlanOverview | null =>
  overview && at !== null ? { ...overview, asOf: clock.dayOf(at) } : null;

/** The same of a meeting by its id: what is kept when it is held. */
export class PlanOverviewQuery extends Query<PlanOverview | null> {
  constructor(
    readonly request: ApiRequest,
    readonly meetingId: string,
  ) {
    super();
  }
}

@QueryHandler(PlanOverviewQuery)
export class PlanOverviewHandler implements IQueryHandler<PlanOverviewQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, meetingId }: PlanOverviewQuery): Promise<PlanOverview | null> {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: undefined,
      models: taskModels,
      purpose: 'OVERVIEW',
      opens: { nobody: 'How many plans there are, and how much waits' },
      ask: async (asked) => {
        const meeting = await meetingById(asked.pool, asked.viewer, meetingId);
        return { overview: meeting === undefined ? null : await overviewNow(asked, meeting) };
      },
      subjectIds: () => [],
    });
    return asOfThen(found.overview, currentTo);
  }
}
