import { useQuery } from '@tanstack/react-query';
import { notReached } from './problem.js';
import type { paths } from './schema.js';

export type Health = paths['/health/ready']['get']['responses'][200]['content']['application/json'];

/** Answers also while something is wrong: that is what is asked about. */
async function health(): Promise<Health> {
  const response = await fetch('/health/ready').catch(() => {
    throw notReached();
  });
  return (await response.json()) as Health;
}

/** How the program is, asked again and again. */
export const useHealth = () =>
  useQuery({ queryKey: ['/health/ready'], queryFn: health, refetchInterval: 5_000 });
