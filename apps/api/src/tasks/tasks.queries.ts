import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner, usualWords, wordFor } from '#event-sourcing';
import { type Profile, profileOf, type TargetDay } from '#municipality';
import type { Opened } from '#personal-data';
import { termsOf } from '#projections/tasks/coordination.queries';
import { taskKinds } from '#projections/tasks/kinds';
import {
  isTaskAfter,
  type MeetingInterval,
  type OwnTerms,
  type Task,
  type TaskCount,
  taskCounts,
  type TaskFilter,
  tasksPage,
} from '#projections/tasks/queries';
import type { ApiRequest } from '../auth/authenticate.js';
import { fromLog } from '../reading/from-log.js';
import type { Names } from '../reading/names.js';
import { ownWordsOf } from '../reading/own-words.js';
import type { PageQuery, ReadQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { targetsIn } from '../reading/targets.js';
import { taskModels } from './task-models.js';
import { type Circumstances, type NamedTask, type ToldTask, toldTask } from './told-task.js';

const lineOf = ({ subjectId, partyId, coordinatorId, ...rest }: Task, names: Names): NamedTask => ({
  ...rest,
  subject: subjectId === null ? null : names.listed(subjectId),
  party: names.party(partyId),
  coordinator: names.party(coordinatorId),
});

/** What a municipality says of itself now. */
interface Own {
  readonly profile: Profile | undefined;
  readonly targets: TargetDay;
}

/** By municipality, read of the log once; nothing of any while the log is away. */
async function ownOf(runner: CommandRunner, tenants: readonly string[]): Promise<ReadonlyMap<string, Own>> {
  const asked = async (tenant: string): Promise<Own> => {
    const [found, targets] = await Promise.all([
      fromLog(profileOf(runner, tenant)),
      targetsIn(runner, tenant),
    ]);
    return { profile: found?.profile, targets };
  };
  return new Map(await Promise.all(tenants.map(async (tenant) => [tenant, await asked(tenant)] as const)));
}

/** What a municipality calls things and who decides there; the usual where nothing is known of it. */
const circumstancesOf = ({ profile, targets }: Partial<Own> = {}): Circumstances =>
  profile === undefined
    ? { own: usualWords, decider: 'KE_MEETING' }
    : { own: ownWordsOf(profile), decider: profile.deciderBody, ...(targets && { targets }) };

/** How often these municipalities' units are to meet, and how long things may wait, by the profiles in force. */
function timesOf(own: ReadonlyMap<string, Own>): {
  readonly intervals: MeetingInterval[];
  readonly terms: OwnTerms[];
} {
  const profiles = [...own.values()].flatMap(({ profile }) => profile ?? []);
  return {
    intervals: profiles.flatMap(({ municipality, keMeetingMaxMonths: months, adoptedOn: since }) =>
      months === undefined ? [] : [{ municipality, months, since }],
    ),
    terms: profiles.map(termsOf),
  };
}

/** Whatever waits for somebody. */
export class TasksQuery extends Query<{
  readonly tasks: readonly ToldTask[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: TaskFilter,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(TasksQuery)
export class TasksHandler implements IQueryHandler<TasksQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, filter, page }: TasksQuery) {
    const own = await ownOf(this.runner, request.tenants);
    const times = timesOf(own);
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: taskModels,
      isAfter: isTaskAfter,
      rowsOf: ({ pool, viewer, today }, place) =>
        tasksPage(pool, viewer, filter, { today, ...times, ...place }),
      idsIn: ({ subjectId, partyId, coordinatorId }) => [subjectId, partyId, coordinatorId],
      lineOf,
    });
    const opened = lines as readonly Opened<NamedTask>[];
    const tasks = opened.map((one) => toldTask(one, circumstancesOf(own.get(one.municipality))));
    return { tasks, ...rest };
  }
}

type Count = TaskCount & { readonly label: { readonly nb: string; readonly nn: string } };

/** How much waits. */
export class TaskCountsQuery extends Query<{
  readonly counts: readonly Count[];
  readonly total: Omit<TaskCount, 'kind'>;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly filter: Pick<TaskFilter, 'unit'>,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(TaskCountsQuery)
export class TaskCountsHandler implements IQueryHandler<TaskCountsQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, filter, query }: TaskCountsQuery) {
    const known = await ownOf(this.runner, request.tenants);
    const times = timesOf(known);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: taskModels,
      purpose: 'OVERVIEW',
      ask: ({ pool, viewer, today }) => taskCounts(pool, viewer, filter, { today, ...times }),
      subjectIds: () => [],
    });
    const [tenant, ...others] = request.tenants;
    const { own } = circumstancesOf(others.length > 0 ? undefined : known.get(tenant ?? ''));
    const counts = found.map((count) => {
      const [nb, nn] = wordFor(taskKinds, count.kind, own);
      return { ...count, label: { nb, nn } };
    });
    const sum = (of: 'all' | 'mine' | 'overdue') => counts.reduce((all, count) => all + count[of], 0);
    return { counts, total: { all: sum('all'), mine: sum('mine'), overdue: sum('overdue') }, currentTo };
  }
}
