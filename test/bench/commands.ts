import { Agent } from 'node:http';
import { join } from 'node:path';
import { type Asked, load, type Load, send, type Target, timed, type Times, timesOf } from './load.js';
import { application, eventBytes, registered } from './opening-cases.js';
import { processorTime } from './processor-time.js';
import { inBenchFolder, plainRoute, type Server, standalone } from './servers.js';
import type { BenchTable } from './table.js';

const clients = 32;
const rounds = 3;
const roundMs = 6_000;
const commandsOfOne = 200;
/** Commands over HTTP beside the same route doing one durable INSERT, in turns on the same machine; then those of one client alone. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const samspor = await standalone(join(folder, 'data'), stops);
    const plain = await plainRoute(join(folder, 'plain'), eventBytes, stops);
    const subjects = await registered(samspor, 200);
    const next = (n: number) => application(subjects, n);
    const against = (server: Server, ms = roundMs) => measured(server, next, ms);

    await against(samspor, 3_000);
    await against(plain, 3_000);
    const pairs: { ours: Measured; theirs: Measured }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      pairs.push({ ours: await against(samspor), theirs: await against(plain) });
    }
    const alone = await ofOne(samspor, next);
    return {
      title: `Opening a case over HTTP, ${clients} clients, ${rounds} rounds of ${roundMs / 1000} s in turns`,
      columns: [
        'clients',
        'commands/s',
        'p50 ms',
        'p99 ms',
        'ms of processor',
        'plain INSERT/s',
        'p50 ms',
        'p99 ms',
        'ms of processor',
        'ratio',
      ],
      rows: [
        ...pairs.map(({ ours, theirs }, round) => [
          `${clients}, round ${round + 1}`,
          ...figures(ours),
          ...figures(theirs),
          (ours.perSecond / theirs.perSecond).toFixed(2),
        ]),
        ofOneClient('1, command', alone.command),
        ofOneClient('1, its read', alone.read),
      ],
      notes: [
        `One client: ${commandsOfOne} times a command, then the case it opened, asked for with its readAfter.`,
        'Commands: token, body checks, decision on case, person and profile, sealing, append to the embedded node (fsync), while the projector follows.',
        'Plain: the same server, token and body checks, then one durable INSERT of as many bytes.',
        'Processor: all threads of the server, its node and its PostgreSQL, a command; the clients left out.',
        'Clients, both servers, both PostgreSQL and the node share the machine.',
      ],
    };
  });
}

interface Measured extends Load {
  readonly processorMs: number;
}

async function measured(server: Server, next: (n: number) => Asked, ms: number): Promise<Measured> {
  const before = processorTime(server.pids);
  const found = await load(server, { next, clients, ms });
  return { ...found, processorMs: (processorTime(server.pids) - before) / found.count };
}

const figures = ({ perSecond, p50, p99, processorMs }: Measured) => [
  Math.round(perSecond),
  p50.toFixed(1),
  p99.toFixed(1),
  processorMs.toFixed(2),
];

const ofOneClient = (what: string, { p50, p99 }: Times) => [
  what,
  '',
  p50.toFixed(1),
  p99.toFixed(1),
  ...Array.from({ length: 6 }, () => ''),
];

/** One command after the other, each followed by the query that shows it. */
async function ofOne(target: Target, next: (n: number) => Asked) {
  const agent = new Agent({ keepAlive: true });
  const commands: number[] = [];
  const reads: number[] = [];
  for (let n = 0; n < commandsOfOne; n += 1) {
    let answer: Record<string, unknown> = {};
    commands.push(await timed(async () => (answer = await send(agent, target, next(n)))));
    const path = `/v1/cases/${String(answer['caseId'])}?readAfter=${String(answer['readAfter'])}`;
    reads.push(await timed(() => send(agent, target, { path })));
  }
  agent.destroy();
  return { command: timesOf(commands), read: timesOf(reads) };
}
