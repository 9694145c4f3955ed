import { perSecond } from './embedded-node/reads.js';
import { openGround, wanted } from './history/ground.js';
import {
  byClient,
  byUs,
  followedByClient,
  followedByUs,
  measured,
  parsedByUs,
  type Read,
  type Way,
} from './history/reading.js';
import type { BenchTable } from './table.js';

const rounds = 3;
/** Events that the slow ones read. */
const some = Math.min(wanted, 200_000);

interface Kind {
  readonly what: string;
  readonly way: Way;
  readonly most: number;
  /** What it is held against, and how many times as fast it is to be. */
  readonly beside?: { readonly what: string; readonly target: number };
}

const client = 'read by the client';
const kinds: readonly Kind[] = [
  { what: client, way: byClient, most: some },
  { what: 'read by us, no JSON parsed', way: byUs, most: wanted, beside: { what: client, target: 8 } },
  {
    what: 'read by us, both JSONs parsed',
    way: parsedByUs,
    most: wanted,
    beside: { what: client, target: 2.5 },
  },
  { what: 'followed by the client', way: followedByClient, most: some },
  {
    what: 'followed by us, both JSONs parsed',
    way: followedByUs,
    most: some,
    beside: { what: 'followed by the client', target: 2.5 },
  },
];

/** Reading `$all` of a generated history, through the official client and by calls of our own, in turns. */
export async function run(): Promise<BenchTable> {
  const ground = await openGround();
  try {
    const turns = new Map<string, Read[]>(kinds.map(({ what }) => [what, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { what, way, most } of kinds) turns.get(what)?.push(await measured(way, ground.node, most));
    }
    const middle = (what: string) =>
      (turns.get(what) ?? []).toSorted((one, other) => perSecond(one) - perSecond(other))[
        Math.floor(rounds / 2)
      ];
    return {
      title: 'Reading $all of a generated history from the embedded node, events a second',
      columns: ['what', 'events/s', 'reader µs', 'node µs', 'ratio', 'target'],
      rows: kinds.map(({ what, beside }) => {
        const read = middle(what);
        const other = beside && middle(beside.what);
        if (!read) throw new Error(`${what} was not measured`);
        return [
          what,
          Math.round(perSecond(read)),
          (read.cpuUs / read.events).toFixed(1),
          (read.nodeUs / read.events).toFixed(1),
          other ? (perSecond(read) / perSecond(other)).toFixed(1) : '',
          beside ? `≥ ${beside.target}` : '',
        ];
      }),
      notes: [ground.told, `The middle of ${rounds} turns. µs: processor time an event, of all threads.`],
    };
  } finally {
    await ground.stop();
  }
}
