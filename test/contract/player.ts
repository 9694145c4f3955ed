import { setTimeout as delay } from 'node:timers/promises';
import { append, metadata, race, read, readAll, remove, type Stage } from './answers.js';
import { persistent } from './persistent.js';
import type { Scenario, Step } from './scenario.js';
import { subscribe } from './subscribing.js';

export const restarts = ({ steps }: Scenario): boolean => steps.some(({ op }) => op === 'restart');

/** Plays one step and gives its answer. `restart` is asked to stop the node and start it on the same data. */
export async function play(
  stage: Stage,
  step: Step,
  restart: (kill: boolean) => Promise<void>,
): Promise<unknown> {
  switch (step.op) {
    case 'append':
      return append(stage, step);
    case 'read':
      return read(stage, step);
    case 'readAll':
      return readAll(stage, step);
    case 'delete':
    case 'tombstone':
      return remove(stage, step);
    case 'setMetadata':
    case 'getMetadata':
      return metadata(stage, step);
    case 'race':
      return race(stage, step);
    case 'subscribe':
    case 'subscribeAll':
      return subscribe(stage, step);
    case 'ps':
      return persistent(stage, step);
    case 'wait':
      return delay(step.ms);
    case 'restart':
      return restart(step.kill ?? false);
  }
}

/** An answer without what differs from run to run and from server to server. */
export function comparable(answer: unknown): unknown {
  if (typeof answer === 'number' && Math.abs(answer) > Number.MAX_SAFE_INTEGER) return answer.toPrecision(15);
  if (Array.isArray(answer)) return answer.map(comparable);
  if (typeof answer !== 'object' || answer === null) return answer;
  const isError = 'error' in answer;
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => !(isError && name === 'message'))
      .map(([name, value]: [string, unknown]) => [name, comparable(value)]),
  );
}
