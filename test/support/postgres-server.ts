// One PostgreSQL for a whole test run, as a process of its own. It ends when its standard input does, so also when the test run is killed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#postgres';

// Ctrl-C reaches every process of the terminal; the test run's end is what counts here.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('error', resolve).resume());

const folder = mkdtempSync(join(tmpdir(), 'samspor-test-'));
try {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  process.stdout.write(`${server.url('postgres')}\n`);
  await ended;
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
