import { join } from 'node:path';
import { codec } from '#apps/codec';
import { caseStream } from '#casework';
import { deadlines } from '#casework/reactors/deadlines';
import { CommandRunner, derivedId, type Recorded } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { processorTime } from './processor-time.js';
import { inBenchFolder, nodeProcess } from './servers.js';
import type { BenchTable } from './table.js';

const cases = 10_000;
const writers = 16;
const tenant = '1576';
const received = '2026-02-02';
/** In the middle of the period, the day after its end, and the day after that. */
const days = ['2026-02-20', '2026-03-03', '2026-03-04'];

/** What the begin of a day costs over open cases that are all looked at: set for the first time, all missed, and nothing new. */
export function run(): Promise<BenchTable> {
  return inBenchFolder(async (folder, stops) => {
    const node = await nodeProcess(join(folder, 'log'), stops);
    const store = connectEventStore(node.connectionString);
    stops.push(() => store.close());
    const ids = Array.from({ length: cases }, (_, n) => derivedId('bench case', String(n)));
    await eachOf(ids, async (caseId) => {
      const stream = caseStream(tenant, caseId);
      const events = await codec.encode(stream, [applicationIn(caseId)], plainSealing);
      await store.append(stream, 'no_stream', events);
    });
    const rows: (readonly [string, string, string, string, string, number])[] = [];
    for (const day of days) {
      // As after a restart: no stream is held.
      const runner = new CommandRunner(store, codec, plainSealing);
      const lines: string[] = [];
      const reactor = deadlines({
        casesDue: () => Promise.resolve(ids),
        log: (line) => lines.push(line),
      });
      const before = await store.end();
      const began = performance.now();
      const [own, its] = [process.cpuUsage(), processorTime([node.pid])];
      await reactor.react(begun(day), runner, { at: () => `${day}T04:00:00.000Z`, today: () => day });
      const seconds = (performance.now() - began) / 1_000;
      const { user, system } = process.cpuUsage(own);
      const ofNode = (processorTime([node.pid]) - its) / 1_000;
      const noted = (await store.end()) === before ? 'nothing' : 'each case';
      rows.push([
        day,
        noted,
        seconds.toFixed(1),
        ((user + system) / 1e6).toFixed(1),
        ofNode.toFixed(1),
        lines.length,
      ]);
    }
    return {
      title: `A day that begins, ${cases} open cases looked at`,
      columns: ['day', 'noted', 's', 'processor s', 'processor s of the node', 'lines of progress'],
      rows,
      notes: [
        `Each case has one application, received ${received}: its first deadline is set on the first day, missed on the second, and nothing is new on the third.`,
        'The embedded node is a process of its own; it and the reactor share the machine. Which cases are looked at is an index of the read model (`casesDue`); on a usual day they are few.',
      ],
    };
  });
}

const applicationIn = (caseId: string) => ({
  id: derivedId('bench application', caseId),
  type: 'ApplicationReceived',
  data: {
    caseId,
    subjectId: derivedId('bench subject', caseId),
    items: ['COORDINATOR'],
    receivedOn: received,
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
  },
  metadata: {
    $correlationId: derivedId('bench correlation', caseId),
    $causationId: derivedId('bench command', caseId),
    municipality: tenant,
    actor: { partyId: 'worker', role: 'CASEWORKER' },
    occurredOn: received,
    recordedAt: `${received}T08:00:00.000Z`,
  },
});

const begun = (day: string) =>
  ({
    id: derivedId('bench day', day),
    type: 'DayBegan',
    stream: `calendar-${tenant}.days`,
    data: { municipality: tenant, day },
    metadata: { municipality: tenant, $correlationId: derivedId('bench day', day) },
  }) as unknown as Recorded;

async function eachOf(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  const waiting = ids.values();
  const worker = async () => {
    for (const id of waiting) await work(id);
  };
  await Promise.all(Array.from({ length: writers }, worker));
}
