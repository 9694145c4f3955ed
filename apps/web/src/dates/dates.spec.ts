import { yearsFrom } from './dates.js';

describe('somebody', () => {
  it('is a year older on the birthday', () => {
    expect(['2026-04-15', '2026-04-16'].map((now) => yearsFrom('2012-04-16', now))).toEqual([13, 14]);
    expect(yearsFrom('2012-02-29', '2026-02-28')).toBe(13);
  });
});
