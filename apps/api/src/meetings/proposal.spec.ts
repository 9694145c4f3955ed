import { nextWeekday } from './proposal.js';

describe('the day that is proposed for cases of adults (U18)', () => {
  it.each([
    ['2026-11-30', 'TUESDAY', '2026-12-01'],
    ['2026-12-01', 'TUESDAY', '2026-12-01'],
    ['2026-12-02', 'TUESDAY', '2026-12-08'],
    ['2026-11-29', 'MONDAY', '2026-11-30'],
    ['2026-12-31', 'FRIDAY', '2027-01-01'],
  ] as const)('from %s on is the next %s: %s', (today, weekday, day) =>
    expect(nextWeekday(weekday, today)).toBe(day),
  );
});
