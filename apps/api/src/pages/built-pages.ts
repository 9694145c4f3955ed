import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type Coding = 'br' | 'gzip';

/** A file of the pages, in memory: as it is, and compressed. */
export interface BuiltFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly compressed: Readonly<Partial<Record<Coding, Buffer>>>;
}

const folder = fileURLToPath(new URL('../../../../web', import.meta.url));

/** The built pages by their addresses, such as `/assets/index-1a2b.js`; undefined where they are not built, as in tests of the sources. */
export function builtPages(from = folder): ReadonlyMap<string, BuiltFile> | undefined {
  if (!existsSync(join(from, 'index.html'))) return undefined;
  const paths = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [`/${relative(from, path).split(sep).join('/')}`, fileAt(path)]));
}

function fileAt(path: string): BuiltFile {
  const beside = (suffix: string) => (existsSync(path + suffix) ? readFileSync(path + suffix) : undefined);
  const [br, gzip] = [beside('.br'), beside('.gz')];
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    plain: readFileSync(path),
    compressed: { ...(br && { br }), ...(gzip && { gzip }) },
  };
}
