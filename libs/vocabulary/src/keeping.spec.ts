import { monthsLater } from './keeping.js';

describe('a number of months later', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 24, '2028-12-31'],
  ])('than %s, %i months, it is %s', (day, months, later) => expect(monthsLater(day, months)).toBe(later));
});
