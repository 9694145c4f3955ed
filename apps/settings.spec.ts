import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsIn } from './settings.js';

describe('a setting', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('B17 comes from its variable or from the file of a secret, without the end of its line', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'hemmelig\n');
    expect(settingsIn({ A: ' x ' })('A')).toBe('x');
    expect(settingsIn({ A_FILE: file })('A')).toBe('hemmelig');
    expect(settingsIn({ A: ' ' })('A')).toBeUndefined();
  });

  it('B17 is refused when both are set, or the file is not there', () => {
    expect(() => settingsIn({ A: 'hemmelig', A_FILE: '/a' })('A')).toThrow(/^A and A_FILE are both set/);
    expect(() => settingsIn({ A_FILE: join(folder, 'none') })('A')).toThrow(
      /^A_FILE names .*none, which cannot be read \(ENOENT\)/,
    );
  });
});
