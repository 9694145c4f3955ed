/** Runs an embedded node as a process of its own, so that a test can kill it: `node-process.ts <data folder>`. It lets everybody in. */
import { startEmbeddedEventStore } from '#embedded-eventstore';
import { answerUsage } from './measured-process.js';

const [, , dataDir = ''] = process.argv;
const log = (line: string) => process.stderr.write(`${line}\n`);
const node = await startEmbeddedEventStore({ dataDir, insecure: true, log });
process.once('SIGTERM', () => void node.close().then(() => process.exit()));
answerUsage(node.connectionString);
