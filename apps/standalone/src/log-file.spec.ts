import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { logFile } from './log-file.js';

describe('a file of log lines', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samspor-log-file-'));
    file = join(folder, 'logs', 'requests.log');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const written = () => readFileSync(file, 'utf8').trimEnd().split('\n');

  it('takes lines in their order, for its owner alone', async () => {
    const write = logFile(file);
    write('one');
    write('two');
    await nextTurn();
    write('three');
    await nextTurn();
    expect(written()).toEqual(['one', 'two', 'three']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('B9 goes on in a new file when its folder is deleted', async () => {
    const write = logFile(file);
    write('one');
    await nextTurn();
    rmSync(join(folder, 'logs'), { recursive: true });
    write('two');
    await nextTurn();
    expect(written()).toEqual(['two']);
  });

  it('B9 counts what cannot be written, and says so when it can be', async () => {
    writeFileSync(join(folder, 'logs'), 'no folder');
    const write = logFile(file);
    write('one');
    write('two');
    await nextTurn();
    write('three');
    await nextTurn();
    rmSync(join(folder, 'logs'));
    write('four');
    await nextTurn();
    const [first, ...others] = written();
    expect(JSON.parse(first ?? '')).toMatchObject({
      level: 'error',
      message: 'lines could not be written',
      count: 3,
    });
    expect(others).toEqual(['four']);
  });

  it('is put aside when it is long', async () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(file, 'x'.repeat(10 * 1024 * 1024 + 1));
    const write = logFile(file);
    write('one');
    await nextTurn();
    expect(written()).toEqual(['one']);
    expect(statSync(`${file}.1`).size).toBe(10 * 1024 * 1024 + 1);
  });
});
