// Builds the pages that the API serves: types of the API from its description, then the bundle with each file compressed beside it.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const described = join(root, 'test/api/openapi.json');
const types = join(root, 'apps/web/src/api/schema.ts');
const compressible = /\.(js|css|html|svg|json)$/;

/** Writes what the pages know of the API, where its description is newer. */
async function writeApiTypes() {
  const isNew = (path) => {
    try {
      return statSync(path).mtimeMs >= statSync(described).mtimeMs;
    } catch {
      return false;
    }
  };
  if (isNew(types)) return;
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  mkdirSync(dirname(types), { recursive: true });
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

await writeApiTypes();
if (!process.argv.includes('--types-only')) await buildPages();
