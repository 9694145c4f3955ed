/** Runs an embedded node as a process of its own, so that a test can kill it: `node-process.ts <data folder>`. */
import { startEmbeddedEventStore } from '#embedded-eventstore';

const [, , dataDir = ''] = process.argv;
const node = await startEmbeddedEventStore({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(`${node.connectionString}\n`);
process.once('SIGTERM', () => void node.close().then(() => process.exit()));
// A parent that is gone cannot stop its node any more.
process.stdin.resume().once('end', () => process.exit());
