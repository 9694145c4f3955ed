import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openVault } from '#personal-data';
import { prepareDatabase, startEmbeddedPostgres } from '#postgres';
import { timed, timesOf } from './load.js';
import { inBenchFolder } from './servers.js';
import type { BenchTable } from './table.js';

const clients = 16;
const roundMs = Number(process.env['BENCH_ROUND_MS'] ?? 5_000);
/** More than this on top of a reading is too much, in 95 of 100. */
const targetMs = 5;
const log = {
  read: async () => [],
  history: async () => ({ events: [] }),
  scan: () => (async function* () {})(),
};

/** What a reading waits for its entry in the access log, beside one durable INSERT alone. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
    stops.push(() => postgres.stop());
    const { vaultUrl } = await prepareDatabase(postgres.url('postgres'), { database: 'samspor' });
    const vault = await openVault({
      connectionString: vaultUrl,
      key: { file: join(folder, 'municipality.key') },
      log,
    });
    stops.push(() => vault.close());
    const persons = Array.from({ length: 5_000 }, () => randomUUID());
    const record = (many: number, nth: number) =>
      vault.accessLog.record({
        municipality: '1576',
        at: new Date().toISOString(),
        partyId: persons[nth % 40] ?? '',
        role: 'CASEWORKER',
        units: ['KE'],
        purpose: 'OVERVIEW',
        what: 'cases',
        route: 'GET /v1/cases',
        recordId: null,
        subjectIds: Array.from(
          { length: many },
          (_, place) => persons[(nth * 7 + place) % persons.length] ?? '',
        ),
        outcome: 'SHOWN',
        requestId: randomUUID(),
      });
    const rows: BenchTable['rows'][number][] = [];
    for (const [at, many] of [
      [1, 1],
      [clients, 1],
      [clients, 50],
    ] as const) {
      await round(at, roundMs / 4, (nth) => record(many, nth));
      const { p50, p95, p99, perSecond } = await round(at, roundMs, (nth) => record(many, nth));
      const figures = [p50, p95, p99].map((ms) => ms.toFixed(1));
      rows.push([
        `${at} at once, ${many} in each`,
        Math.round(perSecond),
        ...figures,
        p95 <= targetMs ? 'yes' : 'NO',
      ]);
    }
    const { entries, fault } = await vault.accessLog.check('1576');
    if (fault !== undefined) throw new Error(`The chain is not whole: ${JSON.stringify(fault)}`);
    return {
      title: `Entries of the access log, ${roundMs / 1000} s each`,
      columns: ['what', 'entries/s', 'p50 ms', 'p95 ms', 'p99 ms', `p95 <= ${targetMs}`],
      rows,
      notes: [
        `${entries} entries, whose chain was gone through afterwards and is whole.`,
        'Each waits until its entry is on disk. A request waits for it side by side with the opening of what it answers, so this is the most that it costs.',
      ],
    };
  });
}

async function round(at: number, ms: number, work: (nth: number) => Promise<unknown>) {
  const times: number[] = [];
  const begun = performance.now();
  let nth = 0;
  const client = async () => {
    while (performance.now() - begun < ms) times.push(await timed(() => work(nth++)));
  };
  await Promise.all(Array.from({ length: at }, client));
  return { ...timesOf(times), perSecond: (times.length * 1000) / (performance.now() - begun) };
}
