import { jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFile } from './log-file.js';

describe('a file of log lines', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    jest.useFakeTimers();
    folder = mkdtempSync(join(tmpdir(), 'samspor-log-file-'));
    file = join(folder, 'logs', 'requests.log');
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  const written = () => readFileSync(file, 'utf8').trimEnd().split('\n');

  it('takes lines in their order, for its owner alone', () => {
    const write = logFile(file);
    write('one');
    write('two');
    jest.runAllTimers();
    write('three');
    jest.runAllTimers();
    expect(written()).toEqual(['one', 'two', 'three']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('B9 goes on in a new file when its folder is deleted', () => {
    const write = logFile(file);
    write('one');
    jest.runAllTimers();
    rmSync(join(folder, 'logs'), { recursive: true });
    write('two');
    jest.runAllTimers();
    expect(written()).toEqual(['two']);
  });

  it('B9 counts what cannot be written, and says so when it can be', () => {
    writeFileSync(join(folder, 'logs'), 'no folder');
    const write = logFile(file);
    write('one');
    write('two');
    jest.runAllTimers();
    write('three');
    jest.runAllTimers();
    rmSync(join(folder, 'logs'));
    write('four');
    jest.runAllTimers();
    const [first, ...others] = written();
    expect(JSON.parse(first ?? '')).toMatchObject({
      level: 'error',
      message: 'lines could not be written',
      count: 3,
    });
    expect(others).toEqual(['four']);
  });

  it('is put aside when it is long', () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(file, 'x'.repeat(10 * 1024 * 1024 + 1));
    const write = logFile(file);
    write('one');
    jest.runAllTimers();
    expect(written()).toEqual(['one']);
    expect(statSync(`${file}.1`).size).toBe(10 * 1024 * 1024 + 1);
  });
});
