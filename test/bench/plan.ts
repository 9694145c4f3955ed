import { join } from 'node:path';
import { planEntrySections } from '#plan';
import { done, Procedure } from '../api/procedure.js';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/wait.js';
import { load, type Load } from './load.js';
import { timeOfMainThread } from './processor-time.js';
import { inBenchFolder, plainPage, type Server, type Standalone, standalone } from './servers.js';
import type { BenchTable } from './table.js';

const roundMs = Number(process.env['BENCH_ROUND_MS'] ?? 5_000);
const rounds = 3;
const municipality = '1576';
/** A plan as large as any, and a usual one. */
const [many, few] = [2_000, 40];
/** The large one opens in less, in 95 of 100. */
const targetMs = 300;

/** Opening a plan over HTTP, as the page of whoever coordinates does, beside as many ready lines of one table. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const samspor = await standalone(join(folder, 'data'), stops);
    const { coordinator, begun } = await unit(samspor);
    const [large, usual] = [await begun(many), await begun(few)];
    const there = { ...samspor, token: coordinator.token ?? '' };
    const { body } = await coordinator.get(large);
    const plain = await plainPage(join(folder, 'plain'), body.entries[0] as object, stops);
    const lines = (limit: number) => (n: number) => ({
      path: `/v1/lines?after=${(n * limit) % 190_000}&limit=${limit}`,
    });
    const asked = [
      [`plain: ${many} lines`, plain, lines(many)],
      [`a plan of ${many} entries`, there, () => ({ path: large })],
      [`plain: ${few} lines`, plain, lines(few)],
      [`a plan of ${few} entries`, there, () => ({ path: usual })],
    ] as const;
    const found = new Map<string, Measured[]>();
    // In turns, so that what the machine does besides meets all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (const [what, server, next] of asked) {
        found.set(what, [...(found.get(what) ?? []), await measured(server, next)]);
      }
    }
    const middle = (what: string) =>
      (found.get(what) ?? []).toSorted((one, other) => one.p50 - other.p50)[1] as Measured;
    const rows = asked.map(([what], index): BenchTable['rows'][number] => {
      const { p50, p95, threadMs, bytes } = middle(what);
      const beside = index % 2 === 0 ? undefined : middle(asked[index - 1]?.[0] ?? '');
      return [
        what,
        p50.toFixed(1),
        p95.toFixed(1),
        threadMs.toFixed(1),
        Math.round(bytes / 1000),
        beside === undefined ? '' : (p50 / beside.p50).toFixed(1),
        what.startsWith('a plan') ? (p95 < targetMs ? 'yes' : 'NO') : '',
      ];
    });
    return {
      title: `Opening a plan, one client, ${rounds} rounds of ${roundMs / 1000} s in turns`,
      columns: ['what', 'p50 ms', 'p95 ms', 'ms of thread', 'kB', 'ratio', `p95 < ${targetMs}`],
      rows,
      notes: [
        'Every text of the plan is fetched from the log and opened, the reading noted in the access log.',
        'Plain: the same server and token check, as many entries of the same plan ready as JSON in a table. The ratio is of p50; the round in the middle is shown.',
      ],
    };
  });
}

/** Somebody who coordinates, and how a plan of so many entries comes about: its address. */
async function unit(samspor: Standalone) {
  const as = async (role: string, sub?: string) =>
    new ApiClient(samspor.url, await samspor.tokenFor(municipality, role, sub));
  const subject = 'bench-coordinator';
  const [worker, admin, coordinator] = [
    await as('CASEWORKER'),
    await as('ADMIN'),
    await as('COORDINATOR', subject),
  ];
  await eventually(async () => done(await worker.get('/health/ready')), { timeoutMs: 60_000 });
  const steps = new Procedure(worker);
  const coordinatorId = await steps.party('Testa Måling');
  done(await admin.post(`/v1/parties/${coordinatorId}/logins`, { issuer: 'samspor-demo', subject }));
  const begun = async (entries: number) => {
    const { subjectId, caseId } = await steps.granted();
    await steps.coordinator(subjectId, caseId, coordinatorId);
    const path = `/v1/plans/${await steps.plan(subjectId, caseId)}`;
    let last = '';
    for (let n = 0; n < entries; n += 1) {
      const section = planEntrySections.codes[n % planEntrySections.codes.length];
      const text = `${n}: Fysioterapeuten kommer hjem hver mandag, og vi går tur sammen når været er fint nok til det.`;
      const entry = { section, text, author: 'COORDINATOR' };
      last = done(await coordinator.post(`${path}/entries`, entry)).readAfter as string;
    }
    done(await coordinator.get(`${path}?readAfter=${last}`));
    return path;
  };
  return { coordinator, begun };
}

interface Measured extends Load {
  readonly threadMs: number;
}

async function measured(server: Server, next: (n: number) => { readonly path: string }): Promise<Measured> {
  const pid = server.pids[0] ?? 0;
  await load(server, { next, clients: 1, ms: roundMs / 4 });
  const before = timeOfMainThread(pid);
  const found = await load(server, { next, clients: 1, ms: roundMs });
  return { ...found, threadMs: (timeOfMainThread(pid) - before) / found.count };
}
