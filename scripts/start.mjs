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
await import(join(root, 'dist/apps/standalone/src/main.js'));
