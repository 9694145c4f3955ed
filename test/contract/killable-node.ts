import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Usage } from './measured-process.js';

/** An event store in a process of its own. */
export interface KillableNode {
  readonly connectionString: string;
  readonly port: number;
  /** Milliseconds from the start of its own process. */
  readonly startedInMs: number;
  /** What it wrote for its operator. */
  readonly log: readonly string[];
  readonly pid: number;
  usage(): Promise<Usage>;
  stop(how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts an embedded node on a folder; fails with what it said when it does not come up. */
export const startKillableNode = (dataDir: string): Promise<KillableNode> =>
  startNodeProcess(new URL('./node-process.ts', import.meta.url), [dataDir]);

/** Starts a script that says where it listens and since when, and answers for its usage. */
export async function startNodeProcess(script: URL, args: readonly string[] = []): Promise<KillableNode> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('../support/typescript.mjs', import.meta.url).href,
      '--conditions=source',
      '--expose-gc',
      fileURLToPath(script),
      ...args,
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const exited = once(child, 'exit');
  const answers = createInterface({ input: child.stdout });
  const started = once(answers, 'line') as Promise<[string]>;
  const first = await Promise.race([started, exited.then(() => undefined)]);
  if (!first) throw new Error(`The node did not start: ${log.join('\n')}`);
  const [connectionString = '', startedInMs] = first[0].split(' ');
  return {
    connectionString,
    port: Number(/:(\d+)\?/.exec(connectionString)?.[1]),
    startedInMs: Number(startedInMs),
    log,
    pid: child.pid ?? 0,
    async usage() {
      const answer = once(answers, 'line') as Promise<[string]>;
      child.stdin.write('usage\n');
      return JSON.parse((await answer)[0]) as Usage;
    },
    async stop(how) {
      child.kill(how);
      await exited;
    },
  };
}
