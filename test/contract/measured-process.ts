import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

/** What a process holds now, garbage collected, and what it has done since it was asked last. */
export interface Usage {
  /** Bytes on its heap and beside it. */
  readonly memory: number;
  /** Bytes of the process that no file backs; all of its memory where the system does not tell. */
  readonly anonymous: number;
  readonly handles: number;
  /** Microseconds of processor time of all its threads. */
  readonly cpu: number;
  /** Milliseconds by which its event loop came late: one time in a thousand, and the worst. */
  readonly lateP999: number;
  readonly lateMost: number;
}

/**
 * Says where the process listens and how many milliseconds its start took, then answers each line that comes in with
 * its usage. Ends with its parent, which could not stop it any more.
 */
export function answerUsage(connectionString: string): void {
  process.stdout.write(`${connectionString} ${performance.now().toFixed(0)}\n`);
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let cpu = process.cpuUsage();
  createInterface({ input: process.stdin })
    .on('line', () => {
      const { user, system } = process.cpuUsage(cpu);
      const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution);
      const done = {
        cpu: user + system,
        lateP999: late(delay.percentile(99.9)),
        lateMost: late(delay.max),
      };
      globalThis.gc?.();
      const { heapUsed, external, rss } = process.memoryUsage();
      const held = {
        memory: heapUsed + external,
        anonymous: anonymousMemory() ?? rss,
        handles: process.getActiveResourcesInfo().length,
      };
      process.stdout.write(`${JSON.stringify({ ...held, ...done } satisfies Usage)}\n`);
      // The collection just asked for is no delay of the node's: it is noted at the timer's next tick.
      setTimeout(() => {
        delay.reset();
        cpu = process.cpuUsage();
      }, 5 * resolution);
    })
    .once('close', () => process.exit());
}

function anonymousMemory(): number | undefined {
  try {
    const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
