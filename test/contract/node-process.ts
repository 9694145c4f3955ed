/** Runs an embedded node as a process of its own, so that a test can kill it: `node-process.ts <data folder>`. */
import { createInterface } from 'node:readline';
import { startEmbeddedEventStore } from '#embedded-eventstore';

const [, , dataDir = ''] = process.argv;
const node = await startEmbeddedEventStore({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(`${node.connectionString}\n`);
process.once('SIGTERM', () => void node.close().then(() => process.exit()));
// Each line that comes in asks what the node holds. A parent that is gone cannot stop its node any more.
createInterface({ input: process.stdin })
  .on('line', () => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const handles = process.getActiveResourcesInfo().length;
    process.stdout.write(`${JSON.stringify({ memory: heapUsed + external, rss, handles })}\n`);
  })
  .once('close', () => process.exit());
