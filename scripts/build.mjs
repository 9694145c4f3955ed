// Compiles the sources, copies the files that run beside them (SQL, profiles, word lists, letters), and builds the pages.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
// Without the compiler this is an install of the run-time packages only; `dist` is then brought along.
if (!existsSync(compiler)) process.exit(0);

const assets = /\.(sql|json)$|^libs[/\\]correspondence[/\\].*\.(yaml|md|typ|ttf|txt)$/;
/** The pages are built by themselves, into `dist/web`. */
const pages = /^apps[/\\]web[/\\]/;
const testing = /\.(spec|testing)\.|[/\\]testing[/\\]|^libs[/\\][^/\\]+[/\\]test[/\\]/;
for (const folder of ['apps', 'libs', 'projections']) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const source = relative(root, join(entry.parentPath, entry.name));
    if (!entry.isFile() || !assets.test(source) || testing.test(source) || pages.test(source)) continue;
    const target = join(root, 'dist', source);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, source), target);
  }
}
const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
linkCommand();
dropLeftovers();
const web = spawnSync(process.execPath, [join(root, 'scripts/web.mjs')], { stdio: 'inherit' });
const failure = status || web.status;
if (failure === 0) writeFileSync(join(root, 'dist/.built'), '');
process.exit(failure ?? 1);

/** What a source left behind that was moved or deleted, or is for tests alone, must not run any more. */
function dropLeftovers() {
  const built = join(root, 'dist');
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    const source = join(relative(built, entry.parentPath), entry.name.replace(/\.js(\.map)?$/, '.ts'));
    if (!entry.isFile() || entry.parentPath === built) continue;
    if (relative(built, entry.parentPath).split(/[/\\]/)[0] === 'web') continue;
    if (testing.test(source) || !existsSync(join(root, source))) rmSync(join(entry.parentPath, entry.name));
  }
}

/** Puts `samspor` where npx looks first; else npx would install the checkout into its cache before it runs it. */
function linkCommand() {
  const program = join('dist', 'apps', 'cli', 'src', 'main.js');
  const bin = join(root, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(join(bin, 'samspor.cmd'), `@node "%~dp0\\..\\..\\${program}" %*\r\n`);
    return;
  }
  chmodSync(join(root, program), 0o755);
  rmSync(join(bin, 'samspor'), { force: true });
  symlinkSync(join('..', '..', program), join(bin, 'samspor'));
}
