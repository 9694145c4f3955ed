// Starts the test run's PostgreSQL and tells the suites its superuser's address in SAMSPOR_TEST_POSTGRES.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export default async function start() {
  const server = spawn(
    process.execPath,
    [
      '--import',
      new URL('typescript.mjs', import.meta.url).href,
      '--conditions=source',
      here('postgres-server.ts'),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', resolve);
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`The test run's PostgreSQL did not start (exit code ${code})`)),
    );
  });
  process.env.SAMSPOR_TEST_POSTGRES = url;
  globalThis.samsporTestPostgres = server;
}
