/**
 * The engine in a process of its own, to be killed: `projecting-process.ts <event store> <database>`. Once it has loaded everything it waits
 * to be told on its input to `follow` or `rebuild`, and says when it has begun.
 */
import { once } from 'node:events';
import { codec } from '#apps/codec';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { openReadModels, rebuildAll, startProjector } from '#projecting';
import { projections } from '#projections/index';

const [, , eventStoreUrl = '', databaseUrl = ''] = process.argv;
const [what] = (await once(process.stdin.setEncoding('utf8'), 'data')) as [string];
const store = connectEventStore(eventStoreUrl);
const readModels = openReadModels(databaseUrl, projections);
const log = (line: string) => void process.stderr.write(`${line}\n`);
await readModels.prepare();
process.stdout.write('begun\n');
if (what === 'follow') {
  startProjector({ store, decoder: codec, readModels, log });
} else {
  // Parts so small that the kill falls between some of them.
  const outcomes = await rebuildAll(projections, { store, decoder: codec, readModels, partLength: 100_000 });
  process.stdout.write(`${outcomes.map(({ status }) => status).join(' ')}\n`);
  process.exit();
}
