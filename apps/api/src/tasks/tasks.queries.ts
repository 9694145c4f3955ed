import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner, usualWords, wordFor } from '#event-sourcing';
import { profileOf } from '#municipality';
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
import { type Circumstances, type NamedTask, type ToldTask, toldTask } from './told-task.js';

const models = [
  'tasks',
  'coordination_tasks',
  'case_overview',
  'coordination_register',
  'appointments',
  'people',
  'meetings',
  'agenda_items',
  'enquiries',
  'staff',
];

const lineOf = ({ subjectId, partyId, coordinatorId, ...rest }: Task, names: Names): NamedTask => ({
  ...rest,
  subject: subjectId === null ? null : names.listed(subjectId),
  party: names.party(partyId),
  coordinator: names.party(coordinatorId),
});

/** What a municipality calls things and who decides there; the usual while the log is away. */
async function circumstancesOf(runner: CommandRunner, tenant: string): Promise<Circumstances> {
  const profile = (await fromLog(profileOf(runner, tenant)))?.profile;
  return profile === undefined
    ? { own: usualWords, decider: 'KE_MEETING' }
    : {
        own: ownWordsOf(profile),
        decider: profile.deciderBody,
        targets: await targetsIn(runner, tenant),
      };
}

/** How often these municipalities' units are to meet, and how long things may wait, by the profiles in force; nothing while the log is away. */
async function ownTimesOf(
  runner: CommandRunner,
  tenants: readonly string[],
): Promise<{ readonly intervals: MeetingInterval[]; readonly terms: OwnTerms[] }> {
  const found = await Promise.all(
    tenants.map(async (tenant) => (await fromLog(profileOf(runner, tenant)))?.profile),
  );
  const profiles = found.filter((profile) => profile !== undefined);
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
    const times = await ownTimesOf(this.runner, request.tenants);
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models,
      isAfter: isTaskAfter,
      rowsOf: ({ pool, viewer, today }, place) =>
        tasksPage(pool, viewer, filter, { today, ...times, ...place }),
      idsIn: ({ subjectId, partyId, coordinatorId }) => [subjectId, partyId, coordinatorId],
      lineOf,
    });
    const opened = lines as readonly Opened<NamedTask>[];
    const tenants = [...new Set(opened.map(({ municipality }) => municipality))];
    const known = new Map(
      await Promise.all(
        tenants.map(async (tenant) => [tenant, await circumstancesOf(this.runner, tenant)] as const),
      ),
    );
    const usual: Circumstances = { own: usualWords, decider: 'KE_MEETING' };
    return { tasks: opened.map((one) => toldTask(one, known.get(one.municipality) ?? usual)), ...rest };
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
    const times = await ownTimesOf(this.runner, request.tenants);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models,
      purpose: 'OVERVIEW',
      ask: ({ pool, viewer, today }) => taskCounts(pool, viewer, filter, { today, ...times }),
      subjectIds: () => [],
    });
    const [tenant, ...others] = request.tenants;
    const { own } =
      tenant === undefined || others.length > 0
        ? { own: usualWords }
        : await circumstancesOf(this.runner, tenant);
    const counts = found.map((count) => {
      const [nb, nn] = wordFor(taskKinds, count.kind, own);
      return { ...count, label: { nb, nn } };
    });
    const sum = (of: 'all' | 'mine' | 'overdue') => counts.reduce((all, count) => all + count[of], 0);
    return { counts, total: { all: sum('all'), mine: sum('mine'), overdue: sum('overdue') }, currentTo };
  }
}
