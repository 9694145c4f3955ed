import { setTimeout as delay } from 'node:timers/promises';
import {
  END,
  eventTypeFilter,
  START,
  streamNameFilter,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { append, errorAnswer, line, positionOf, remove, type Stage } from './answers.js';
import type { LiveAction, SubscribeStep } from './scenario.js';

/** How long a subscription may send what was not recorded, before it is taken at its word. */
const quiet = 60;
const patience = 5000;

/** What a subscription sent, in order; wakes whoever waits for more. */
class Arrivals {
  readonly list: unknown[] = [];
  #wake: () => void = () => undefined;

  add(arrival: unknown): void {
    this.list.push(arrival);
    this.#wake();
  }

  /** Resolves when so many have come, or after so long. */
  async wait(count: number, milliseconds: number): Promise<void> {
    const end = Date.now() + milliseconds;
    while (this.list.length < count && Date.now() < end) {
      const stop = new AbortController();
      const more = new Promise<void>((resolve) => (this.#wake = resolve));
      await Promise.race([more, delay(end - Date.now(), undefined, { signal: stop.signal })]);
      stop.abort();
    }
  }
}

interface Checkpoints {
  readonly sequence: string[];
  readonly positions: bigint[];
}

/** Subscribes, does what the step does meanwhile, and answers with everything that arrived. */
export async function subscribe(stage: Stage, step: SubscribeStep): Promise<unknown> {
  const arrivals = new Arrivals();
  const checkpoints: Checkpoints = { sequence: [], positions: [] };
  const subscription = await open(stage, step, (position) => {
    checkpoints.positions.push(position.commit);
    arrivals.add('checkpoint');
  });
  subscription.on('confirmation', () => arrivals.add('confirmation'));
  subscription.on('caughtUp', () => arrivals.add('caughtUp'));
  subscription.on('error', (error: unknown) => arrivals.add(errorAnswer(error, stage)));
  subscription.on('data', ({ event }: ResolvedEvent) => {
    if (event) arrivals.add(step.checkpoints ? 'event' : line(stage, event));
  });
  await arrivals.wait(1, patience);
  for (const [place, action] of (step.live ?? []).entries()) {
    await delay(place === 0 ? 250 : 30);
    await act(stage, action);
  }
  await arrivals.wait(expectedCount(step.answer), Math.max(step.ms ?? 0, patience));
  await delay(quiet);
  await subscription.unsubscribe();
  return step.checkpoints
    ? { sequence: runs(arrivals.list.map(String)), ascending: isAscending(checkpoints.positions) }
    : arrivals.list;
}

async function open(stage: Stage, step: SubscribeStep, checkpointReached: (position: Position) => void) {
  const { client, names } = stage;
  if (step.op === 'subscribe') {
    const fromRevision = step.from === 'end' ? END : step.from === undefined ? START : BigInt(step.from);
    return client.subscribeToStream(names.stream(step.stream ?? ''), { fromRevision });
  }
  const fromPosition = step.fromEvent
    ? await positionOf(stage, step.fromEvent)
    : step.from === 'end'
      ? END
      : START;
  const options = {
    ...(step.window === undefined ? {} : { maxSearchWindow: step.window }),
    ...(step.interval === undefined ? {} : { checkpointInterval: step.interval }),
    checkpointReached: (_: unknown, position: Position) => {
      if (step.checkpoints) checkpointReached(position);
    },
  };
  const filter =
    step.typePrefix === undefined
      ? streamNameFilter({ prefixes: [names.stream(step.streamPrefix ?? '')], ...options })
      : eventTypeFilter({ prefixes: [step.typePrefix], ...options });
  return client.subscribeToAll({ fromPosition, filter });
}

async function act(stage: Stage, [what, subject]: LiveAction): Promise<void> {
  if (typeof subject === 'string') {
    await remove(stage, { op: what === 'DELETE' ? 'delete' : 'tombstone', stream: subject, expect: 'any' });
  } else {
    await append(stage, { op: 'append', stream: what, expect: 'any', events: subject, answer: undefined });
  }
}

/** How many arrivals the recorded answer holds. */
function expectedCount(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  const { sequence } = answer as { sequence: readonly string[] };
  return sequence.reduce((sum, run) => sum + Number(/×(\d+)$/.exec(run)?.[1] ?? 1), 0);
}

function runs(sequence: readonly string[]): string[] {
  const answer: { what: string; times: number }[] = [];
  for (const what of sequence) {
    const last = answer.at(-1);
    if (last?.what === what) last.times += 1;
    else answer.push({ what, times: 1 });
  }
  return answer.map(({ what, times }) => (times === 1 ? what : `${what} ×${times}`));
}

const isAscending = (positions: readonly bigint[]): boolean =>
  positions.every((position, place) => place === 0 || position > (positions[place - 1] ?? 0n));
