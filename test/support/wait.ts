import { setTimeout as delay } from 'node:timers/promises';

/** Repeats the assertion until it no longer throws, and answers what it does; after `timeoutMs` its last error is the answer. */
export async function eventually<T>(
  assertion: () => T | Promise<T>,
  { timeoutMs = 15_000, everyMs = 20 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await delay(everyMs);
  }
}
