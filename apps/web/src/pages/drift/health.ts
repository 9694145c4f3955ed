import { notReached } from '../../api/problem.js';
import type { paths } from '../../api/schema.js';

export type Health = paths['/health/ready']['get']['responses'][200]['content']['application/json'];

/** Answers also while something is wrong: that is what is asked about. */
export async function health(): Promise<Health> {
  const response = await fetch('/health/ready').catch(() => {
    throw notReached();
  });
  return (await response.json()) as Health;
}
