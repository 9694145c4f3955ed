import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** One process as /proc tells of it. */
interface Sample {
  readonly pid: number;
  readonly parent: number;
  /** Clock ticks of its threads, and of its children that have ended. */
  readonly ticks: number;
}

const msPerTick = 10;

/** Milliseconds of processor time that these processes and their descendants have taken so far; Linux only, elsewhere `NaN`. */
export function processorTime(roots: readonly number[]): number {
  const samples = all();
  if (samples.length === 0) return Number.NaN;
  const counted = new Set(roots);
  // A parent may have a higher number than its child: as often as one is found.
  for (let found = -1; found !== counted.size;) {
    found = counted.size;
    for (const { pid, parent } of samples) if (counted.has(parent)) counted.add(pid);
  }
  const ticks = samples.filter(({ pid }) => counted.has(pid)).reduce((sum, one) => sum + one.ticks, 0);
  return ticks * msPerTick;
}

/** Resolves when these processes have nothing to do of their own: less than a twentieth of a core, three seconds long. */
export async function atRest(roots: readonly number[], timeoutMs = 900_000): Promise<void> {
  const [ms, most] = [3_000, 0.05];
  for (const end = Date.now() + timeoutMs; Date.now() < end;) {
    const before = processorTime(roots);
    await setTimeout(ms);
    if (!(processorTime(roots) - before > ms * most)) return;
  }
  throw new Error('The processes have more and more to do of their own');
}

/** Milliseconds of processor time that a process's first thread has taken so far; Linux only, elsewhere `NaN`. */
export function timeOfMainThread(pid: number): number {
  try {
    const nanoseconds = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0];
    return Number(nanoseconds) / 1e6;
  } catch {
    return Number.NaN;
  }
}

function all(): Sample[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => sampleOf(Number(name)) ?? []);
  } catch {
    return [];
  }
}

function sampleOf(pid: number): Sample | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command stands in parentheses and may hold anything; what follows are numbers, from the third field on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    return { pid, parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) };
  } catch {
    return undefined;
  }
}
