import { Agent } from 'node:http';
import { join } from 'node:path';
import { caseStatuses } from '#projections/case-overview/projection';
import { items } from '#vocabulary';
import { eventually } from '../support/wait.js';
import { type Ground, openGround } from './history/ground.js';
import { type Asked, load, type Load, send, type Target } from './load.js';
import { timeOfMainThread } from './processor-time.js';
import { inBenchFolder, plainPage, type Server, standalone } from './servers.js';
import type { BenchTable } from './table.js';

const clients = 16;
const roundMs = 2_000;
const pageRows = 50;

/** What is asked, and the baseline that it stands beside: a page of lines, or one. */
interface Question {
  readonly what: string;
  readonly beside: 'page' | 'one';
  readonly next: (n: number) => Asked;
}
type Line = Readonly<Record<string, unknown>>;

/** Reading over HTTP on a generated history: every list and filter, one case, a trail, the register, search by name. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const ground = await openGround();
    stops.push(() => ground.stop());
    const samspor = await onHistory(ground, join(folder, 'data'), stops);
    const known = await met(samspor);
    const plain = await plainPage(join(folder, 'plain'), known.cases[0] ?? {}, stops);
    const baselines = {
      page: await measured(plain, (n) => lines(n * pageRows, pageRows)),
      one: await measured(plain, (n) => lines(n, 1)),
    };
    const rows: BenchTable['rows'][number][] = [
      [`plain: ${pageRows} lines`, ...figures(baselines.page), ''],
      ['plain: one line', ...figures(baselines.one), ''],
    ];
    for (const { what, beside, next } of questionsOn(known)) {
      const found = await measured(samspor, next);
      rows.push([what, ...figures(found), (found.perSecond / baselines[beside].perSecond).toFixed(2)]);
    }
    return {
      title: `Reading over HTTP, ${clients} clients, ${roundMs / 1000} s each`,
      columns: ['what', 'requests/s', 'p50 ms', 'p95 ms', 'ms of thread', 'kB', 'ratio'],
      rows,
      notes: [
        ground.told,
        `Lists answer ${pageRows} lines. Thread: processor time of the first thread of the server a request, in which the API lives.`,
        'Plain: the same server and token check, the lines of a list ready as JSON in a table, read in the order of its key; the ratio is of requests a second.',
        'Clients, server, projector, node and PostgreSQL share the machine.',
      ],
    };
  });
}

/** The application on the history, its read models current, and the names of its people in memory. */
async function onHistory({ env }: Ground, dataDir: string, stops: Parameters<typeof standalone>[1]) {
  // Nobody searches as often as this asks.
  const samspor = await standalone(dataDir, stops, { ...env, SEARCHES_PER_MINUTE: '999999999' });
  const agent = new Agent();
  await eventually(() => send(agent, samspor, { path: '/health/ready' }), { timeoutMs: 600_000 });
  await send(agent, samspor, { path: '/v1/person-searches', body: { name: 'ingen' } });
  agent.destroy();
  return samspor;
}

/** Cases and persons of all years, as the lists tell of them. */
async function met(target: Target) {
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string) => send(agent, target, { path });
  const cases: Line[] = [];
  for (let year = 2015; year <= 2024; year += 1) {
    const answer = await ask(`/v1/cases?limit=200&receivedTo=${year}-06-30`);
    cases.push(...(answer['cases'] as Line[]));
  }
  const { coordination } = await ask('/v1/coordination?limit=200');
  const cursors: string[] = [];
  for (let next = ''; cursors.length < 20;) {
    const answer = await ask(`/v1/cases?limit=200${next && `&after=${next}`}`);
    if (typeof answer['next'] !== 'string') break;
    next = answer['next'];
    cursors.push(next);
  }
  agent.destroy();
  return { cases, register: coordination as Line[], cursors };
}

function questionsOn({ cases, register, cursors }: Awaited<ReturnType<typeof met>>): Question[] {
  const inTurn = <T>(all: readonly T[], path: (one: T) => string) => {
    if (all.length === 0) throw new Error(`This history has nothing to ask ${path.toString()} of`);
    return (n: number): Asked => ({ path: path(all[n % all.length] as T) });
  };
  const list = (what: string, path: string): Question => ({ what, beside: 'page', next: () => ({ path }) });
  const persons = distinct(cases.map((one) => text(one, 'subject', 'subjectId')));
  const names = distinct(cases.map((one) => text(one, 'subject', 'familyName')));
  const assignees = distinct(cases.map((one) => text(one, 'assignee', 'partyId')));
  const coordinators = distinct(register.map((one) => text(one, 'coordinator', 'partyId')));
  const ids = distinct(cases.map((one) => text(one, 'caseId')));
  return [
    list('cases', '/v1/cases'),
    {
      what: 'cases, later pages',
      beside: 'page',
      next: inTurn(cursors, (after) => `/v1/cases?after=${after}`),
    },
    ...caseStatuses.map((status) => list(`cases, ${status}`, `/v1/cases?status=${status}`)),
    ...items.codes.map((item) => list(`cases, ${item}`, `/v1/cases?item=${item}`)),
    list('cases, received from', '/v1/cases?receivedFrom=2019-01-01'),
    list('cases, received to', '/v1/cases?receivedTo=2019-12-31'),
    list('cases, without decision', '/v1/cases?withoutDecision=true'),
    list('cases, with decision', '/v1/cases?withoutDecision=false'),
    list('cases, overdue', '/v1/cases?overdue=true'),
    list('cases, not overdue', '/v1/cases?overdue=false'),
    {
      what: 'cases of an assignee',
      beside: 'page',
      next: inTurn(assignees, (id) => `/v1/cases?assigneeId=${id}`),
    },
    { what: 'cases of a person', beside: 'one', next: inTurn(persons, (id) => `/v1/cases?subjectId=${id}`) },
    { what: 'one case', beside: 'one', next: inTurn(ids, (id) => `/v1/cases/${id}`) },
    { what: 'trail of a case', beside: 'one', next: inTurn(ids, (id) => `/v1/cases/${id}/audit-trail`) },
    list('register', '/v1/coordination'),
    list('register, without coordinator', '/v1/coordination?withoutCoordinator=true'),
    list('register, with coordinator or none needed', '/v1/coordination?withoutCoordinator=false'),
    list('register, with plan', '/v1/coordination?withPlan=true'),
    list('register, without plan', '/v1/coordination?withPlan=false'),
    {
      what: 'register of a coordinator',
      beside: 'page',
      next: inTurn(coordinators, (id) => `/v1/coordination?coordinatorId=${id}`),
    },
    {
      what: 'coordination of a person',
      beside: 'one',
      next: inTurn(persons, (id) => `/v1/subjects/${id}/coordination`),
    },
    { what: 'one person', beside: 'one', next: inTurn(persons, (id) => `/v1/subjects/${id}`) },
    { what: 'search by a family name', beside: 'one', next: search(names) },
    { what: 'search by a letter', beside: 'page', next: search(['a', 'e', 'k', 's']) },
  ];
}

const search =
  (names: readonly string[]) =>
  (n: number): Asked => ({
    path: '/v1/person-searches',
    body: { name: names[n % names.length] },
  });
const lines = (after: number, limit: number): Asked => ({
  path: `/v1/lines?after=${after % 190_000}&limit=${limit}`,
});

/** A text inside a line; empty where there is none, or it was disposed of. */
function text(line: Line, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((value, name) => (value as Line | null)?.[name], line);
  return typeof found === 'string' ? found : '';
}
const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((one) => one !== '');

interface Measured extends Load {
  readonly threadMs: number;
}

async function measured(server: Server, next: (n: number) => Asked): Promise<Measured> {
  const pid = server.pids[0] ?? 0;
  await load(server, { next, clients, ms: roundMs / 4 });
  const before = timeOfMainThread(pid);
  const found = await load(server, { next, clients, ms: roundMs });
  return { ...found, threadMs: (timeOfMainThread(pid) - before) / found.count };
}

const figures = ({ perSecond, p50, p95, threadMs, bytes }: Measured) => [
  Math.round(perSecond),
  p50.toFixed(1),
  p95.toFixed(1),
  threadMs.toFixed(2),
  (bytes / 1000).toFixed(1),
];
