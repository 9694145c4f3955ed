import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A worker's life as Jest has it: it works until it is told that there is no more to do. */
const worker = (leaves: string) => `
  process.on('message', () => {
    process.removeAllListeners('message');
    process.disconnect();
  });
  // What taking down the contexts of all tests takes.
  process.once('beforeExit', () => setTimeout(() => {}, 60_000));
  ${leaves}
  process.send('working');`;

function started(leaves: string) {
  const hook = join(import.meta.dirname, 'end-at-once.mjs');
  const child = spawn(process.execPath, ['--import', hook, '--eval', worker(leaves)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.once('message', () => child.send('no more'));
  return { child, ended };
}

describe('E14 a worker of a test run', () => {
  it('E14 ends at once when nothing is left to do', async () => {
    expect(await started('').ended).toBe(0);
  });

  it('E14 does not end while a suite has left something open, so that the run tells of it', async () => {
    const { child, ended } = started(
      `require('node:net').createServer().listen(0, '127.0.0.1', () => process.send('open'));`,
    );
    const hasDisconnected = new Promise((resolve) => child.once('disconnect', resolve));
    await hasDisconnected;
    expect(child.exitCode).toBeNull();
    child.kill('SIGKILL');
    expect(await ended).toBeNull();
  });
});
