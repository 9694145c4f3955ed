import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './program.js';

describe("the test run's PostgreSQL", () => {
  it('keeps its data in the temporary folder, as root too, and leaves nothing there', async () => {
    const temporary = newFolder();
    const server = spawn(
      process.execPath,
      ['--import', './test/support/typescript.mjs', '--conditions=source', 'test/support/postgres-server.ts'],
      {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, TMPDIR: temporary },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    await once(server.stdout, 'data');
    const [folder = ''] = readdirSync(temporary);
    expect(readdirSync(join(temporary, folder, 'postgres')).toSorted()).toEqual(['cluster', 'postgres.log']);
    server.stdin.end();
    expect(await once(server, 'exit')).toEqual([0, null]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
