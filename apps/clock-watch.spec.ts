import { behindRecorded, watchClock } from './clock-watch.js';

const hour = 3_600_000;
const day = 24 * hour;

describe('a clock that is watched', () => {
  let now: number;
  let steady: number;
  let jump: ReturnType<typeof watchClock>;
  beforeEach(() => {
    now = Date.parse('2026-11-30T08:00:00Z');
    steady = 5_000;
    jump = watchClock({ now: () => now, steady: () => steady });
  });
  const pass = (ms: number) => {
    now += ms;
    steady += ms;
  };

  it('may go on for as long as it likes, and be mended by up to an hour', () => {
    pass(400 * day);
    expect(jump()).toBeUndefined();
    now -= hour;
    expect(jump()).toBeUndefined();
    now += 2 * hour;
    expect(jump()).toBeUndefined();
  });

  it.each([
    ['ahead', 400 * day, '400 days ahead'],
    ['back', -2 * day, '2 days back'],
    ['back', -5 * hour, '5 hours back'],
  ])('B14 is told of when it was set %s by %d ms, until it is right again', (direction, by, words) => {
    pass(day);
    now += by;
    expect(jump()).toMatchObject({ direction, message: expect.stringContaining(words) });
    pass(day);
    expect(jump()?.message).toContain(new Date(now).toISOString());
    now -= by;
    expect(jump()).toBeUndefined();
  });
});

describe('what was recorded last', () => {
  const now = Date.parse('2026-11-30T08:00:00Z');
  it('B14 is told of where it bears a time more than an hour ahead', () => {
    expect(behindRecorded('2026-11-30T09:00:00.000Z', now)).toBeUndefined();
    expect(behindRecorded('2026-11-30T09:00:00.001Z', now)).toContain('1 hour ahead of the clock');
    expect(behindRecorded('2028-01-04T08:00:00.000Z', now)).toContain('400 days ahead of the clock');
  });
});
