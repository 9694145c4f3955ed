// `npm run bench -- <name>`: builds, then runs the benchmark, which prints a table and writes JSON to bench-results/.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
};
run('scripts/build.mjs');
run(
  '--import',
  './test/support/typescript.mjs',
  '--conditions=source',
  '--no-warnings',
  'test/bench/main.ts',
  ...process.argv.slice(2),
);
