// One PostgreSQL for a whole test run, as a process of its own. It ends when its standard input does, so also when the test run is killed.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#postgres';
import { postgresHome } from './postgres-home.js';

// Ctrl-C reaches every process of the terminal; the test run's end is what counts here.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('error', resolve).resume());

const folder = mkdtempSync(join(tmpdir(), 'samspor-test-'));
chmodSync(folder, 0o711); // as root, PostgreSQL's own account must pass through
try {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  process.stdout.write(`${server.url('postgres')}\n`);
  await ended;
  await server.stop();
} finally {
  for (const used of [postgresHome(folder), folder]) rmSync(used, { recursive: true, force: true });
}
