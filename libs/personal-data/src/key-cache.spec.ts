import { jest } from '@jest/globals';
import { KeyCache } from './key-cache.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('an unwrapped key in memory', () => {
  it('leaves within its minute though nobody asks, also one that came while another was there', () => {
    let putBack = 0;
    const cache = new KeyCache({ now: () => Date.now() - putBack, maxAgeMs: 60_000, maxEntries: 10 });
    /** Asking drops what has expired, so the clock is put back first. */
    const isThere = (seat: string) => {
      putBack = 600_000;
      const there = cache.get(seat) !== undefined;
      putBack = 0;
      return there;
    };
    cache.set('a', 'destroyed');
    jest.advanceTimersByTime(59_000);
    cache.set('b', 'destroyed');
    expect([isThere('a'), isThere('b')]).toEqual([true, true]);
    jest.advanceTimersByTime(1_001);
    expect([isThere('a'), isThere('b')]).toEqual([false, true]);
    jest.advanceTimersByTime(59_000);
    expect(isThere('b')).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves within its minute also when the one before it was dropped', () => {
    let putBack = 0;
    const cache = new KeyCache({ now: () => Date.now() - putBack, maxAgeMs: 60_000, maxEntries: 10 });
    cache.set('a', 'destroyed');
    jest.advanceTimersByTime(30_000);
    cache.drop('a');
    cache.set('b', 'destroyed');
    jest.advanceTimersByTime(60_001);
    putBack = 600_000;
    expect(cache.get('b')).toBeUndefined();
  });

  it('leaves within its minute also when one that was there was read again after it', () => {
    let putBack = 0;
    const cache = new KeyCache({ now: () => Date.now() - putBack, maxAgeMs: 60_000, maxEntries: 10 });
    cache.set('a', 'destroyed');
    cache.set('b', 'destroyed');
    jest.advanceTimersByTime(30_000);
    cache.set('a', 'destroyed');
    jest.advanceTimersByTime(30_001);
    putBack = 600_000;
    expect([cache.get('a'), cache.get('b')]).toEqual(['destroyed', undefined]);
  });

  it('leaves no timer behind when all are dropped', () => {
    const cache = new KeyCache({ now: () => Date.now(), maxAgeMs: 60_000, maxEntries: 10 });
    cache.set('a', 'destroyed');
    cache.clear();
    expect(jest.getTimerCount()).toBe(0);
  });
});
