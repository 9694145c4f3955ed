import { jest } from '@jest/globals';

/** Sets the clock of this process, and nothing else of it; `jest.useRealTimers()` sets it right again. */
export function setClock(now: number): void {
  jest.useFakeTimers({
    now,
    advanceTimers: true,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
