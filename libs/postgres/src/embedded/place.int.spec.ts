import { cpSync, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceAccount } from './account.js';
import { binariesIn, installedBinaries, mendLibraryLinks } from './binaries.js';
import { usableBinaries } from './place.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspor-place-'));
  await chmod(folder, 0o755);
});

afterEach(() => rm(folder, { recursive: true }));

describe('the library links', () => {
  it('are made when the install script did not run, and left alone when it did', async () => {
    const native = join(folder, 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'a library');
    const links = [
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    ];
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    mendLibraryLinks(native);
    mendLibraryLinks(native);
    expect((await readdir(join(native, 'lib'))).toSorted()).toEqual([
      'libpq.so',
      'libpq.so.5',
      'libpq.so.5.18',
    ]);
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });
});

describe('the binaries', () => {
  const version = 'test';
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);

  it('that cannot be run at all are refused with the reason', () => {
    const place = { version, account: undefined, fallbackDir: join(folder, 'fallback'), log };
    const missing = () => usableBinaries({ binaries: binariesIn(join(folder, 'none')), ...place });
    expect(missing).toThrow(/^The embedded PostgreSQL cannot be run here \(.*ENOENT\).*DATABASE_URL/);
  });

  it('are used where they are, or as root from a copy that the account can reach', async () => {
    const account = serviceAccount();
    const closed = join(folder, 'closed');
    const fallbackDir = join(folder, 'fallback');
    await mkdir(closed, { mode: 0o700 });
    const { folder: installed } = installedBinaries().binaries;
    cpSync(installed, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const inClosed = binariesIn(join(closed, 'native'));
    const use = () => usableBinaries({ binaries: inClosed, version, account, fallbackDir, log });

    const expected = account === undefined ? inClosed : binariesIn(join(fallbackDir, 'postgresql-test'));
    expect(use()).toEqual(expected);
    expect(use()).toEqual(expected);
    expect(lines).toHaveLength(account === undefined ? 0 : 1);
    expect(existsSync(expected.initdb)).toBe(true);
    expect((await stat(expected.postgres)).mode & 0o755).toBe(0o755);
  });
});
