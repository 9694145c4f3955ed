// Builds when a source is newer than the last build, then runs the standalone application in this process.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function isStale() {
  const built = join(root, 'dist/.built');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return ['apps', 'libs', 'projections'].some((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return false; // an image holds `dist` alone
    return readdirSync(path, { recursive: true, withFileTypes: true }).some(
      (entry) =>
        entry.isFile() &&
        !entry.name.endsWith('.spec.ts') &&
        statSync(join(entry.parentPath, entry.name)).mtimeMs > builtAt,
    );
  });
}

if (isStale()) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const program = join(root, 'dist/apps/standalone/src/main.js');
if (!existsSync(program)) {
  process.stderr.write('Samspor is not built here. Run "npm ci" first.\n');
  process.exit(1);
}

// npm hands SIGTERM to its shell alone, and the shell ends without passing it on: we notice by losing our parent.
if (process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}
await import(program);
