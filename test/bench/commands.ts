import { Agent } from 'node:http';
import { join } from 'node:path';
import { type Asked, load, type Load, send, type Target, timed, timesOf } from './load.js';
import { processorTime } from './processor-time.js';
import { inBenchFolder, plainRoute, type Server, standalone } from './servers.js';
import type { BenchTable } from './table.js';

const clients = 32;
const rounds = 3;
const roundMs = 6_000;
const commandsOfOne = 200;
/** Data and metadata of an `ApplicationReceived` with a wish, as stored. */
const eventBytes = 1_350;

const application = (subjectId: string): Asked => ({
  path: '/v1/cases',
  body: {
    opening: 'APPLICATION',
    subjectId,
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
    receivedOn: '2026-01-12',
    channel: 'FORM',
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Jeg vil slippe å fortelle alt på nytt hver gang.',
  },
});

/** Commands over HTTP beside the same route doing one durable INSERT, in turns on the same machine; then those of one client alone. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const samspor = await standalone(join(folder, 'data'), stops);
    const plain = await plainRoute(join(folder, 'plain'), eventBytes, stops);
    const subjects = await registered(samspor, 200);
    const next = (n: number) => application(subjects[n % subjects.length] ?? '');
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
        'round',
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
      rows: pairs.map(({ ours, theirs }, round) => [
        round + 1,
        ...figures(ours),
        ...figures(theirs),
        (ours.perSecond / theirs.perSecond).toFixed(2),
      ]),
      notes: [
        `One client, ${commandsOfOne} times: command p50 ${alone.command.p50.toFixed(1)} ms (p99 ${alone.command.p99.toFixed(1)}), ` +
          `the read after it p50 ${alone.read.p50.toFixed(1)} ms (p99 ${alone.read.p99.toFixed(1)}).`,
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

async function registered(target: Target, count: number): Promise<string[]> {
  const agent = new Agent({ keepAlive: true });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = { givenName: 'Testine', familyName: `Måling${n}`, birthDate: '1950-01-01' };
    const { subjectId } = await send(agent, target, { path: '/v1/subjects', body });
    ids.push(String(subjectId));
  }
  agent.destroy();
  return ids;
}
