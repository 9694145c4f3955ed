// Builds the pages that the API serves: what they know of the API from its description, then the bundle with each file compressed beside it.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { operationsOf } from './operations.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const described = join(root, 'test/api/openapi.json');
const types = join(root, 'apps/web/src/api/schema.ts');
const operations = join(root, 'apps/web/src/steps/operations.json');
const compressible = /\.(js|css|html|svg|json)$/;

/** Writes what the pages know of the API, where its description is newer. */
async function writeApiKnowledge() {
  const newest = Math.max(
    ...[described, join(root, 'scripts/operations.mjs')].map((path) => statSync(path).mtimeMs),
  );
  const isNew = (path) => existsSync(path) && statSync(path).mtimeMs >= newest;
  if (!isNew(operations)) {
    writeFileSync(operations, JSON.stringify(operationsOf(JSON.parse(readFileSync(described)))));
  }
  if (isNew(types)) return;
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  writeFileSync(types, astToString(await openapiTS(new URL(`file://${described}`))));
}

async function buildPages() {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' });
  const built = join(root, 'dist/web');
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
}

await writeApiKnowledge();
if (!process.argv.includes('--types-only')) await buildPages();
