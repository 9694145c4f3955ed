import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attached } from './attach.js';

describe('a command of the command line', () => {
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), 'samspor-cli-'));
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it.each(['missing', 'empty'])(
    'E7 makes nothing where it finds nothing, and says where it looked: a folder that is %s',
    async (name) => {
      const dataDir = join(folder, name);
      if (name === 'empty') mkdirSync(dataDir);
      for (const variable of ['EVENTSTORE_URL', 'DATABASE_URL', 'VAULT_DATABASE_URL', 'KEY_FILE']) {
        delete process.env[variable];
      }
      process.env['DATA_DIR'] = dataDir;
      const work = () => Promise.reject(new Error('it was begun'));
      await expect(attached(work)).rejects.toThrow(`There is nothing of Samspor in ${dataDir}. Set DATA_DIR`);
      expect(existsSync(dataDir) ? readdirSync(dataDir) : 'missing').toEqual(
        name === 'empty' ? [] : 'missing',
      );
    },
  );
});
