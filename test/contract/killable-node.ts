import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** An embedded node in a process of its own. */
export interface KillableNode {
  readonly connectionString: string;
  /** What it wrote for its operator. */
  readonly log: readonly string[];
  readonly pid: number;
  /** What the node holds now, garbage collected: bytes of memory that it uses, of the process, and open handles. */
  usage(): Promise<Usage>;
  stop(how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface Usage {
  readonly memory: number;
  readonly rss: number;
  readonly handles: number;
}

/** Starts a node on a folder; fails with what it said when it does not come up. */
export async function startKillableNode(dataDir: string): Promise<KillableNode> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('../support/typescript.mjs', import.meta.url).href,
      '--conditions=source',
      '--expose-gc',
      fileURLToPath(new URL('./node-process.ts', import.meta.url)),
      dataDir,
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
  return {
    connectionString: first[0],
    log,
    pid: child.pid ?? 0,
    async usage() {
      const answer = once(answers, 'line') as Promise<[string]>;
      child.stdin.write('usage\n');
      return JSON.parse((await answer)[0]) as Usage;
    },
    stop: (how) => stop(child, exited, how),
  };
}

async function stop(
  child: ChildProcess,
  exited: Promise<unknown>,
  how: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  child.kill(how);
  await exited;
}
