import { Agent } from 'node:http';
import { join } from 'node:path';
import { readProfile, shippedProfile, shippedProfiles } from '#municipality/application/index';
import { eventually } from '../support/wait.js';
import { openGround } from './history/ground.js';
import { load, type Load, send, type Target } from './load.js';
import { atRest } from './processor-time.js';
import { inBenchFolder, plainPage, standalone } from './servers.js';
import type { BenchTable } from './table.js';

const [clients, lines] = [16, 50];
const roundMs = Number(process.env['BENCH_ROUND_MS'] ?? 5_000);
const lists = ['/v1/tasks', '/v1/cases', '/v1/coordination'];
/** Cases that each municipality has at least, and what a list may take. */
const [fewest, targetMs] = [1_000, 20];
/** Enough for so many cases in the smallest of the five. */
const events = Number(process.env['BENCH_EVENTS'] ?? 500_000);

/** What a caseworker opens all day, in each of the five municipalities with their own procedures. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const ground = await openGround({ events, municipalities: shippedProfiles.join() });
    stops.push(() => ground.stop());
    const samspor = await standalone(join(folder, 'data'), stops, ground.env);
    await eventually(() => isReady(samspor), { timeoutMs: 600_000, everyMs: 500 });
    // The reactors go through the whole history first.
    await atRest(samspor.pids);
    const plain = await plainPage(join(folder, 'plain'), await lineOf(samspor), stops);
    const ready = (n: number) => ({ path: `/v1/lines?after=${(n * lines) % 190_000}&limit=${lines}` });
    await load(plain, { next: ready, clients, ms: roundMs / 4 });
    const beside = await load(plain, { next: ready, clients, ms: roundMs });
    const figures = ({ p50, p95, p99, perSecond }: Load) => [
      Math.round(perSecond),
      ...[p50, p95, p99].map((ms) => ms.toFixed(1)),
      (perSecond / beside.perSecond).toFixed(2),
    ];
    const rows: BenchTable['rows'][number][] = [[`plain: ${lines} lines`, '', ...figures(beside), '']];
    for (const name of shippedProfiles) {
      const { municipality } = await readProfile(shippedProfile(name));
      const there = { ...samspor, token: await samspor.tokenFor(municipality) };
      const cases = await countOfCases(there);
      for (const path of lists) {
        await load(there, { next: () => ({ path }), clients, ms: roundMs / 4 });
        const found = await load(there, { next: () => ({ path }), clients, ms: roundMs });
        const isMet = cases >= fewest && found.p95 < targetMs;
        rows.push([`${name} ${path}`, cases, ...figures(found), isMet ? 'yes' : 'NO']);
      }
    }
    return {
      title: `Lists of casework, ${clients} clients, ${roundMs / 1000} s each`,
      columns: ['what', 'cases', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'ratio', `p95 < ${targetMs}`],
      rows,
      notes: [
        ground.told,
        `Met where a municipality has at least ${fewest} cases and its list answers within ${targetMs} ms in 95 of 100.`,
        'Plain: the same server and token check, lines of a list ready as JSON in a table; the ratio is of requests a second.',
        'First pages, as they are asked for without a filter. Clients, server, projector, node and PostgreSQL share the machine.',
      ],
    };
  });
}

/** A line of the list of cases, for the baseline. */
async function lineOf(target: Target): Promise<object> {
  const agent = new Agent({ keepAlive: true });
  const { cases } = await send(agent, target, { path: '/v1/cases?limit=1' });
  agent.destroy();
  return (cases as readonly object[])[0] ?? {};
}

async function isReady({ url }: Target): Promise<void> {
  const { status } = await fetch(new URL('/health/ready', url));
  if (status !== 200) throw new Error(`It is not ready: ${status}`);
}

/** Page by page, as a client would. */
async function countOfCases(target: Target): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  for (let next = ''; ;) {
    const page = await send(agent, target, { path: `/v1/cases?limit=200${next && `&after=${next}`}` });
    count += (page['cases'] as readonly unknown[]).length;
    if (typeof page['next'] !== 'string') break;
    next = page['next'];
  }
  agent.destroy();
  return count;
}
