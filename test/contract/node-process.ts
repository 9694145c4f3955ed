/** Runs an embedded node as a process of its own, so that a test can kill it: `node-process.ts <data folder>`. */
import { startEmbeddedEventStore } from '#embedded-eventstore';
import { answerUsage } from './measured-process.js';

const [, , dataDir = ''] = process.argv;
const node = await startEmbeddedEventStore({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
process.once('SIGTERM', () => void node.close().then(() => process.exit()));
answerUsage(node.connectionString);
