import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** An embedded node in a process of its own. */
export interface KillableNode {
  readonly connectionString: string;
  /** What it wrote for its operator. */
  readonly log: readonly string[];
  stop(how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a node on a folder; fails with what it said when it does not come up. */
export async function startKillableNode(dataDir: string): Promise<KillableNode> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('../support/typescript.mjs', import.meta.url).href,
      '--conditions=source',
      fileURLToPath(new URL('./node-process.ts', import.meta.url)),
      dataDir,
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const exited = once(child, 'exit');
  const started = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const first = await Promise.race([started, exited.then(() => undefined)]);
  if (!first) throw new Error(`The node did not start: ${log.join('\n')}`);
  return { connectionString: first[0], log, stop: (how) => stop(child, exited, how) };
}

async function stop(
  child: ChildProcess,
  exited: Promise<unknown>,
  how: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  child.kill(how);
  await exited;
}
