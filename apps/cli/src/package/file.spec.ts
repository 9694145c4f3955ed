import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writtenOnce } from './file.js';

describe('a file that is written once', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'samspor-once-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  async function* pieces(...texts: readonly string[]) {
    for (const text of texts) {
      if (text === 'cut short') throw new Error('cut short');
      yield Buffer.from(text);
    }
  }

  it('is whole', async () => {
    await writtenOnce(join(folder, 'a.zip'), pieces('one ', 'two'));
    expect(readFileSync(join(folder, 'a.zip'), 'utf8')).toBe('one two');
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  it('is not there where it was cut short', async () => {
    await expect(writtenOnce(join(folder, 'a.zip'), pieces('one ', 'cut short'))).rejects.toThrow(
      'cut short',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes no other’s place, though that came meanwhile', async () => {
    const path = join(folder, 'a.zip');
    async function* meanwhile() {
      writeFileSync(path, 'another');
      yield await Promise.resolve(Buffer.from('mine'));
    }
    await expect(writtenOnce(path, meanwhile())).rejects.toThrow('is there already');
    expect(readFileSync(path, 'utf8')).toBe('another');
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });
});
