import { jest } from '@jest/globals';
import { Postponed } from './postponed.js';

afterEach(() => jest.useRealTimers());

describe('work that is kept waiting', () => {
  it('is tried again with pauses that double to half an hour, and from the first anew once it was done', () => {
    jest.useFakeTimers({ now: 0 });
    const postponed = new Postponed(300_000, () => {});
    const pause = () => {
      let ms = 0;
      for (; !postponed.isDue; ms += 1_000) jest.advanceTimersByTime(1_000);
      return ms;
    };
    expect(postponed.isDue).toBe(true);
    const pauses = [1, 2, 3, 4, 5].map(() => {
      postponed.tried('away');
      return pause();
    });
    expect(pauses).toEqual([300_000, 600_000, 1_200_000, 1_800_000, 1_800_000]);
    postponed.tried(undefined);
    expect(postponed.isDue).toBe(true);
    postponed.tried('away');
    expect(pause()).toBe(300_000);
  });

  it('says each new reason once, and tells it as long as it holds', () => {
    const said: string[] = [];
    const postponed = new Postponed(1, (why) => said.push(why));
    for (const why of ['away', 'away', 'full', undefined, 'full'] as const) {
      postponed.tried(why);
      expect(postponed.why).toBe(why);
    }
    expect(said).toEqual(['away', 'full', 'full']);
  });
});
