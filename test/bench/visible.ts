import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readRuntime } from '#apps/standalone/src/data-dir';
import { type LogPosition, PositionTexts } from '#apps/api/src/reading/positions';
import { openEventKeys } from '#personal-data';
import { readerPool, readFor } from '#postgres';
import { ReadPositions, viewOf } from '#projecting';
import { auditTrail, caseOverview, projections } from '#projections/index';
import { send, type Times, timesOf } from './load.js';
import { application, registered } from './opening-cases.js';
import { processorTime } from './processor-time.js';
import { inBenchFolder, type Server, standalone } from './servers.js';
import type { BenchTable } from './table.js';

const perSecond = 200;
const writers = 10;
const warmUpMs = 5_000;
const runMs = 20_000;
const everyMs = (writers * 1_000) / perSecond;
const shown = [caseOverview, auditTrail];
const names = shown.map(({ name }) => name);
/** The municipality of the case worker. */
const tenant = '1576';
const longestWaitMs = 60_000;

/** How long after a command's answer the read models show what it recorded, and whether all of it is there, once. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const dataDir = join(folder, 'data');
    const server = await standalone(dataDir, stops);
    const runtime = readRuntime(dataDir);
    if (runtime === undefined) throw new Error('The program under test says not where its data are');
    const { databaseUrl, vaultDatabaseUrl: connectionString, keyFile } = runtime;
    const [first] = await openEventKeys({ connectionString, keyFile });
    if (first === undefined) throw new Error('The vault has no key for events');
    const texts = new PositionTexts(first.key);
    const pool = readerPool({ connectionString: databaseUrl, applicationName: 'bench' });
    stops.push(() => pool.end());
    const positions = await ReadPositions.open({ databaseUrl, pool, projections });
    stops.push(async () => positions.close());

    const subjects = await registered(server, 200);
    await written(server, { subjects, positions, texts, ms: warmUpMs });
    const { cases, command, visible, seconds, processorMs } = await written(server, {
      subjects,
      positions,
      texts,
      ms: runMs,
    });
    const [overview, trail] = await Promise.all(
      shown.map(async (projection) => {
        const rows = await readFor<{ count: string }>(
          pool,
          [tenant],
          `select count(*) from ${viewOf(projection)} where case_id = any ($1)`,
          [cases],
        );
        return Number(rows[0]?.count);
      }),
    );
    const told = (what: string, { p50, p95, p99 }: Times) => [
      what,
      ...[p50, p95, p99].map((ms) => ms.toFixed(1)),
    ];
    return {
      title: `Opening a case over HTTP, ${perSecond} a second asked for by ${writers} writers, for ${runMs / 1000} s`,
      columns: ['what', 'p50 ms', 'p95 ms', 'p99 ms'],
      rows: [told('command, to its answer', command), told('from its answer to visible', visible)],
      notes: [
        `${cases.length} commands, ${(cases.length / seconds).toFixed(0)} a second, ${processorMs.toFixed(2)} ms of processor each.`,
        `Rows of these cases: ${overview} in the overview, ${trail} in the trail: ${Math.max(0, cases.length - Math.min(overview ?? 0, trail ?? 0))} lost, ` +
          `${Math.max(0, Math.max(overview ?? 0, trail ?? 0) - cases.length)} double.`,
        'Visible: the projector has told, in the transaction of the rows, that overview and trail stand where the answer says.',
        'A writer that is late goes on with its next command at once. Server, node, PostgreSQL and writers share the machine.',
      ],
    };
  });
}

interface Written {
  readonly cases: readonly string[];
  readonly command: Times;
  readonly visible: Times;
  readonly seconds: number;
  readonly processorMs: number;
}

/** Commands at an even pace, each watched until it is visible. Rejects when one is refused or never seen. */
async function written(
  server: Server,
  {
    subjects,
    positions,
    texts,
    ms,
  }: {
    subjects: readonly string[];
    positions: ReadPositions;
    texts: PositionTexts;
    ms: number;
  },
): Promise<Written> {
  const agent = new Agent({ keepAlive: true, maxSockets: writers });
  const cases: string[] = [];
  let asking = 0;
  const commands: number[] = [];
  const waits: Promise<number>[] = [];
  const before = processorTime(server.pids);
  const begun = performance.now();
  const write = async (writer: number) => {
    for (let due = (writer * everyMs) / writers; ; due += everyMs) {
      await pause(Math.max(0, due - (performance.now() - begun)));
      if (performance.now() - begun >= ms) return;
      const asked = performance.now();
      asking += 1;
      const answer = await send(agent, server, application(subjects, asking));
      const answered = performance.now();
      commands.push(answered - asked);
      cases.push(String(answer['caseId']));
      const place = texts.read(String(answer['readAfter']));
      if (place === undefined) throw new Error('An answer holds no position');
      waits.push(seen(positions, place).then(() => performance.now() - answered));
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const seconds = (performance.now() - begun) / 1000;
  const visible = timesOf(await Promise.all(waits));
  agent.destroy();
  const processorMs = (processorTime(server.pids) - before) / cases.length;
  return { cases, command: timesOf(commands), visible, seconds, processorMs };
}

async function seen(positions: ReadPositions, place: LogPosition): Promise<void> {
  const outcome = await positions.waitFor(names, place, longestWaitMs);
  if (outcome !== 'ready') throw new Error(`What a command recorded did not become visible: ${outcome}`);
}
