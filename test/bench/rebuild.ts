import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { perSecond } from './embedded-node/reads.js';
import { eventsTable, overviewByHand, plainPool } from './history/by-hand.js';
import { type Ground, openGround, type Ran, wanted } from './history/ground.js';
import { byClient, byUs, measured, type Read } from './history/reading.js';
import type { BenchTable } from './table.js';

const rounds = 3;
const some = Math.min(wanted, 200_000);

/** What one turn measured, each right after the other. */
interface Turn {
  readonly client: Read;
  readonly frames: Read;
  readonly overview: Rebuilt;
  readonly all: Rebuilt;
  readonly byHandPerSecond: number;
}

/** A rebuild as a process of its own, from its start to its end. */
interface Rebuilt extends Ran {
  readonly perSecond: number;
}

/** Rebuilding read models of a generated history, each beside what it is held against, in turns. */
export async function run(): Promise<BenchTable> {
  const ground = await openGround();
  const pool = plainPool(ground.superuserUrl);
  const store = connectEventStore(ground.node.connectionString);
  try {
    await eventsTable(pool, store);
    const turns: Turn[] = [];
    for (let round = 0; round < rounds; round += 1) {
      turns.push({
        client: await measured(byClient, ground.node, some),
        frames: await measured(byUs, ground.node, wanted),
        overview: await rebuilt(ground, 'case_overview'),
        byHandPerSecond: (wanted * 1000) / (await overviewByHand(pool)),
        all: await rebuilt(ground, '--all'),
      });
    }
    return table(turns, ground.told);
  } finally {
    await store.close();
    await pool.end();
    await ground.stop();
  }
}

async function rebuilt(ground: Ground, which: string): Promise<Rebuilt> {
  const ran = await ground.samspor('projections', 'rebuild', which);
  return { ...ran, perSecond: (wanted * 1000) / ran.ms };
}

function table(turns: readonly Turn[], told: string): BenchTable {
  const middle = (figure: (turn: Turn) => number) =>
    turns.map(figure).toSorted((one, other) => one - other)[Math.floor(turns.length / 2)] ?? 0;
  const row = (
    what: string,
    figure: (turn: Turn) => number,
    beside?: readonly [baseline: (turn: Turn) => number, target: number],
  ) => [
    what,
    Math.round(middle(figure)),
    beside ? Math.round(middle(beside[0])) : '',
    beside ? middle((turn) => figure(turn) / beside[0](turn)).toFixed(2) : '',
    beside ? `≥ ${beside[1]}` : '',
  ];
  const overview = (turn: Turn) => turn.overview.perSecond;
  const all = (turn: Turn) => turn.all.perSecond;
  const client = (turn: Turn) => perSecond(turn.client);
  return {
    title:
      'Rebuilding read models of a generated history over gRPC into PostgreSQL, events of the log a second',
    columns: ['what', 'events/s', 'beside', 'ratio', 'target'],
    rows: [
      row('case overview ÷ plain read by the client', overview, [client, 3]),
      row('case overview ÷ frames read alone', overview, [(turn) => perSecond(turn.frames), 0.35]),
      row('case overview ÷ SQL by hand over the same events', overview, [(turn) => turn.byHandPerSecond, 2]),
      row('all read models ÷ plain read by the client', all, [client, 1.5]),
      ['memory of the process, case overview, MB', middle((turn) => turn.overview.rssMb), '', '', '< 512'],
      ['memory of the process, all read models, MB', middle((turn) => turn.all.rssMb), '', '', '< 512'],
      [
        'processor time of the process, case overview, µs an event',
        cpu(middle, (turn) => turn.overview),
        '',
        '',
        '',
      ],
      [
        'processor time of the process, all read models, µs an event',
        cpu(middle, (turn) => turn.all),
        '',
        '',
        '',
      ],
    ],
    notes: [
      told,
      `The middle of ${turns.length} turns; ratios are of one turn each. A rebuild counts from the start of its process to its end, indexes and switch included.`,
      'All figures are events of the whole log a second, of which the case overview concerns those of cases. By hand: those stand in a table of the same PostgreSQL; 5,000 a transaction are folded by one statement into a row a case.',
    ],
  };
}

const cpu = (middle: (figure: (turn: Turn) => number) => number, of: (turn: Turn) => Rebuilt) =>
  (middle((turn) => of(turn).cpuUs) / wanted).toFixed(1);
