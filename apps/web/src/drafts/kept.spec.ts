import { newerOf } from './kept.js';

describe('of what is kept in two places', () => {
  const early = { values: 'early', savedAt: '2026-11-02T10:00:00.000Z', sentUnder: { receive: 'k1' } };
  const late = { values: 'late', savedAt: '2026-11-02T10:00:01.000Z', sentUnder: {} };

  test('the later stands, wherever it is', () => {
    expect([newerOf(early, late), newerOf(late, early)]).toEqual([late, late]);
    expect([newerOf(early, undefined), newerOf(undefined, early)]).toEqual([early, early]);
    expect(newerOf(undefined, undefined)).toBeUndefined();
  });

  test('what an older page kept stands too', () => {
    const older = { values: 'older', savedAt: '2026-11-02T09:00:00.000Z' };
    expect(newerOf(older, undefined)).toEqual({ ...older, sentUnder: {} });
    expect(newerOf(early, older)).toEqual(early);
  });
});
