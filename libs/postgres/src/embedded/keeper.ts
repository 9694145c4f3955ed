import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { spawnOptions } from './account.js';
import type { Place } from './place.js';

/** Waits for its input to end, which it does when we do, and stops the server if it is still the one of that number on that folder. */
const script = 'cat > /dev/null; [ "$(head -n 1 "$2" 2> /dev/null)" = "$1" ] && kill -INT "$1"';

/**
 * Sees to it that a server ends soon after this process, however that comes to its end: kill -9 leaves nothing running. A shell of its own
 * that holds a pipe from us. Answers with how to let go of it, which stops nothing.
 */
export function keepFromOutliving(place: Place, pid: number, data: string): () => void {
  if (process.platform === 'win32') return () => {};
  const args = ['-c', script, 'samspor-postgres-keeper', String(pid), join(data, 'postmaster.pid')];
  const keeper = spawn('/bin/sh', args, {
    ...spawnOptions(place.account),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without it all is as it was: the next start shuts down what a killed one left.
  keeper.on('error', () => {}).unref();
  keeper.stdin.on('error', () => {});
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  return () => {
    keeper.kill('SIGKILL');
    keeper.stdin.destroy();
  };
}
