import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { streamPrefixesOf } from '#projecting';
import { projections } from '#projections/index';
import { plainPool } from './history/by-hand.js';
import { type Ground, openGround, wanted } from './history/ground.js';
import type { BenchTable } from './table.js';

const rounds = 3;
const target = 25_000;

/** A projector that starts with rows of the first event alone: until all of its read models are made anew and read. */
export async function run(): Promise<BenchTable> {
  const ground = await openGround();
  try {
    await ground.samspor('projections', 'rebuild', '--all');
    const turns: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await setBack(ground);
      turns.push((wanted * 1_000) / (await untilMade(ground)));
    }
    const sorted = turns.map(Math.round).toSorted((one, other) => one - other);
    return {
      title: 'A projector that finds itself behind the whole log, events of the log a second',
      columns: ['what', 'events/s', 'target'],
      rows: [['all read models, by the path of the rebuild', sorted[1] ?? 0, `≥ ${target}`]],
      notes: [
        ground.told,
        `The middle of ${rounds} turns (${sorted.join(', ')}), each from the start of the projector's process until the last read model is switched.`,
      ],
    };
  } finally {
    await ground.stop();
  }
}

/** Says of every read model that it stands at the first event. */
async function setBack({ node, superuserUrl }: Ground): Promise<void> {
  const store = connectEventStore(node.connectionString);
  const pool = plainPool(superuserUrl.replace(/\/postgres(\?|$)/, '/samspor$1'));
  try {
    for await (const first of store.readAll({ streamPrefixes: streamPrefixesOf(projections) })) {
      const { position, id, stream, revision } = first;
      await pool.query(
        `update samspor.checkpoint set resume_position = $1, last_position = $1, last_event_id = $2, last_stream = $3, last_revision = $4`,
        [position, id, stream, revision],
      );
      break;
    }
  } finally {
    await store.close();
    await pool.end();
  }
}

/** Milliseconds until the engine in a process of its own, without reactors, has made all of them. */
async function untilMade({ node, databaseUrl }: Ground): Promise<number> {
  const begun = performance.now();
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--import',
      './test/support/typescript.mjs',
      '--conditions=source',
      '--no-warnings',
      'test/faults/projecting-process.ts',
      node.connectionString,
      databaseUrl,
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  child.stdin?.end('follow');
  const ended = once(child, 'exit');
  let said = '';
  const made = new Promise<void>((resolve) => {
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      if ((said.match(/^Made /gm) ?? []).length === projections.length) resolve();
    });
  });
  const early = ended.then(() => {
    throw new Error(`The projector ended before it was done: ${said}`);
  });
  await Promise.race([made, early]);
  const ms = performance.now() - begun;
  early.catch(() => undefined);
  child.kill('SIGKILL');
  await ended;
  return ms;
}
