import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKillableNode, startNodeProcess, type KillableNode } from '../../contract/killable-node.js';
import type { BenchTable } from '../table.js';
import {
  appendLoads,
  fill,
  oneByOne,
  inProcess as appendInProcess,
  throughClient,
  toFile,
} from './appends.js';
import type { AppendLoad } from './appends.js';
import { comeAndGo, lie, searchingGroups, stalledSubscribers } from './hostile.js';
import { countFrames, delivery, inProcess as readInProcess, readAll, scan, subscribeToAll } from './reads.js';
import { perSecond, type Done } from './reads.js';

/** Events in the store that is read, each written by an append of its own. */
const events = 1_000_000;
/** Events that the official client reads. */
const readByClient = 400_000;
const rounds = 3;
const seconds = 2;

/**
 * The node in a process of its own, through the official client, durable. Beside each figure, in turns: the same work
 * in this process without gRPC, the same client against a node that stores nothing, and a plain file.
 */
export async function run(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-node-'));
  const rows: Row[] = [];
  try {
    await appendRows(folder, rows);
    const full = join(folder, 'full');
    rows.push({ what: 'appends by 256 writers', inProcess: await fill(full, events) });
    await readRows(full, rows);
    await hostileRows(full, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title:
      'The embedded event store: events a second through @eventstore/db-client, unless it says otherwise',
    columns: [
      'what',
      'node',
      'in process, no gRPC',
      'nothing stored',
      'fsynced file',
      'node / nothing stored',
      'CPU µs an event',
      'loop late, ms p99.9 / most',
    ],
    rows: rows.map(printed),
    notes: [
      `Appends: the middle of ${rounds} turns of ${seconds} s. Reads: ${events} events, by the official client ${readByClient}.`,
      'CPU: all threads of the node. Loop: how late its timer of a millisecond came.',
    ],
  };
}

interface Row {
  readonly what: string;
  readonly node?: number | string | undefined;
  readonly inProcess?: number | string | undefined;
  readonly acknowledged?: number | undefined;
  readonly file?: number | undefined;
  readonly cpu?: number | undefined;
  readonly late?: string | undefined;
}

function printed({ what, node, inProcess, acknowledged, file, cpu, late }: Row): (string | number)[] {
  const whole = (value: number | string | undefined): string | number =>
    typeof value === 'number' ? Math.round(value) : (value ?? '');
  const ratio = typeof node === 'number' && acknowledged ? (node / acknowledged).toFixed(2) : '';
  return [
    what,
    whole(node),
    whole(inProcess),
    whole(acknowledged),
    whole(file),
    ratio,
    cpu?.toFixed(1) ?? '',
    late ?? '',
  ];
}

async function appendRows(folder: string, rows: Row[]): Promise<void> {
  const node = await startKillableNode(join(folder, 'data'));
  const acknowledging = await startNodeProcess(new URL('./acknowledging-process.ts', import.meta.url));
  try {
    for (const load of appendLoads) {
      const turns: Turn[] = [];
      // The first turn warms up client, node and disk.
      for (let round = 0; round <= rounds; round += 1) {
        const turn = await appendTurn(folder, load, node, acknowledging);
        if (round > 0) turns.push(turn);
      }
      const median = (of: (turn: Turn) => number): number => middle(turns.map(of));
      rows.push({
        what: load.name,
        node: median((turn) => turn.node),
        inProcess: median((turn) => turn.inProcess),
        acknowledged: median((turn) => turn.acknowledged),
        file: median((turn) => turn.file),
        cpu: median((turn) => turn.cpu),
        late: late(turns),
      });
    }
  } finally {
    await node.stop('SIGTERM');
    await acknowledging.stop('SIGTERM');
  }
}

interface Late {
  readonly lateP999: number;
  readonly lateMost: number;
}

interface Turn extends Late {
  readonly node: number;
  readonly inProcess: number;
  readonly acknowledged: number;
  readonly file: number;
  readonly cpu: number;
}

async function appendTurn(
  folder: string,
  load: AppendLoad,
  node: KillableNode,
  acknowledging: KillableNode,
): Promise<Turn> {
  await node.usage();
  const stored = await throughClient(node.connectionString, load, seconds);
  const { cpu, lateP999, lateMost } = await node.usage();
  return {
    node: stored.perSecond,
    cpu: cpu / stored.events,
    lateP999,
    lateMost,
    acknowledged: (await throughClient(acknowledging.connectionString, load, seconds)).perSecond,
    inProcess: await appendInProcess(join(folder, 'in-process'), load, seconds / 2),
    file: await toFile(join(folder, 'file'), load, seconds / 2),
  };
}

/** What the node does, with its processor time and the delays of its loop. */
async function measured(node: KillableNode, what: string, work: () => Promise<Done>): Promise<Row> {
  await node.usage();
  const done = await work();
  const { cpu, ...usage } = await node.usage();
  return { what, node: perSecond(done), cpu: cpu / done.events, late: late([usage]) };
}

async function readRows(folder: string, rows: Row[]): Promise<void> {
  rows.push(await startRow(folder, `start with ${events} events, ms`));
  rmSync(join(folder, 'index.snapshot'));
  rows.push(await startRow(folder, 'the same without the index snapshot, ms'));
  const node = await startKillableNode(folder);
  const times: number[] = [];
  try {
    rows.push({ what: 'memory after the start, MB', node: (await node.usage()).anonymous / 1e6 });
    const { connectionString: at, port } = node;
    const read = [
      await measured(node, 'readAll', () => readAll(at, readByClient)),
      await measured(node, 'subscribeToAll', () => subscribeToAll(at, readByClient)),
      await measured(node, 'frames of $all counted by a plain HTTP/2 reader', () => countFrames(port)),
      await measured(node, 'scanned by a subscription to 1 of 100 types', () => scan(at, events)),
    ];
    await node.usage();
    times.push(...(await delivery(at, 1000)));
    const delivered = late([await node.usage()]);
    await node.stop('SIGTERM');
    const local = await readInProcess(folder);
    for (const [place, row] of read.entries()) {
      rows.push({ ...row, inProcess: perSecond(place < 3 ? local.read : local.scanned) });
    }
    rows.push({
      what: 'append to delivery, ms p50 / p99',
      node: quantiles(times),
      inProcess: quantiles(local.times),
      late: delivered,
    });
  } finally {
    await node.stop('SIGTERM');
  }
  rows.push({ what: `disk for ${events} events, MB`, node: bytesIn(folder) / 1e6 });
}

async function startRow(folder: string, what: string): Promise<Row> {
  const node = await startKillableNode(folder);
  await node.stop('SIGTERM');
  return { what, node: node.startedInMs };
}

/** One writer beside others that weigh on the node, in turns with the same alone; then clients that come and go, and that lie. */
async function hostileRows(folder: string, rows: Row[]): Promise<void> {
  const node = await startKillableNode(folder);
  try {
    rows.push(
      await besideRow(node, '500 readers that stall', () => stalledSubscribers(node.port, 500)),
      await besideRow(node, '20 groups that find nothing', () => searchingGroups(node.connectionString, 20)),
    );
    await node.usage();
    await comeAndGo(node.port, 5);
    rows.push({ what: 'connections opened and dropped', node: 100, late: late([await node.usage()]) });
    const lies = 2000;
    const start = performance.now();
    await lie(node.port, lies);
    rows.push({
      what: 'mutated requests',
      node: (lies * 1000) / (performance.now() - start),
      late: late([await node.usage()]),
    });
  } finally {
    await node.stop('SIGTERM');
  }
}

async function besideRow(
  node: KillableNode,
  others: string,
  begin: () => Promise<() => unknown>,
): Promise<Row> {
  const alone: number[] = [];
  const beside: number[] = [];
  const delays: Late[] = [];
  const append = async (): Promise<number> =>
    (await throughClient(node.connectionString, oneByOne, seconds)).perSecond;
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await append());
    const end = await begin();
    await node.usage();
    beside.push(await append());
    delays.push(await node.usage());
    await end();
  }
  const share = middle(beside.map((rate, round) => rate / (alone[round] ?? NaN)));
  return {
    what: `appends one by one beside ${others} (${share.toFixed(2)} of alone)`,
    node: middle(beside),
    late: late(delays),
  };
}

const late = (delays: readonly Late[]): string => {
  const most = (of: (delay: Late) => number): string => Math.max(...delays.map(of)).toFixed(0);
  return `${most(({ lateP999 }) => lateP999)} / ${most(({ lateMost }) => lateMost)}`;
};

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

const middle = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? NaN;

function quantiles(times: readonly number[]): string {
  const order = sorted(times);
  const at = (share: number): string => (order[Math.floor(order.length * share)] ?? NaN).toFixed(1);
  return `${at(0.5)} / ${at(0.99)}`;
}

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
