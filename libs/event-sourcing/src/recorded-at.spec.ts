import { recordedAtAfter } from './recorded-at.js';

describe('the time at which something is recorded', () => {
  it.each([
    ['is the clock’s at the beginning of a stream', undefined, '2026-03-02T08:00:00.000Z'],
    ['is the clock’s behind what is older', '2026-03-02T07:59:59.999Z', '2026-03-02T08:00:00.000Z'],
    ['B14 is never before what stands there', '2026-03-04T08:00:00.000Z', '2026-03-04T08:00:00.000Z'],
    ['is the clock’s behind what bears no time', 'noon', '2026-03-02T08:00:00.000Z'],
  ])('%s', (_how, last, expected) =>
    expect(recordedAtAfter(last, '2026-03-02T08:00:00.000Z')).toBe(expected),
  );
});
