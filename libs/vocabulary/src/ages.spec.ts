import { ageReachedOn, isOfAge, isUnderAge } from './ages.js';

describe('An age by law', () => {
  it.each([
    ['2010-03-02', '2026-03-01', false],
    ['2010-03-02', '2026-03-02', true],
    ['2008-02-29', '2024-02-28', false],
    ['2008-02-29', '2024-02-29', true],
    ['2012-02-29', '2028-02-29', true],
  ])('of somebody born %s on %s goes by the day (D6)', (birth, day, isReached) => {
    expect([isOfAge('CONSENT', birth, day), isUnderAge('CONSENT', birth, day)]).toEqual([
      isReached,
      !isReached,
    ]);
  });

  it('is reached on a day that there is', () => {
    const reached = ['2010-03-02', '2008-02-29', '2012-02-29', 2010].map((birth) =>
      ageReachedOn('CONSENT', birth, '2026-01-01'),
    );
    expect(reached).toEqual(['2026-03-02', '2024-02-29', '2028-02-29', '2026-12-31']);
    expect(ageReachedOn('MAJORITY', '2008-02-29', '2026-01-01')).toBe('2026-03-01');
  });

  it('goes by what a year alone makes sure', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-12-30', '2026-12-31'];
    expect(days.map((day) => isUnderAge('CONSENT', 2010, day))).toEqual([true, false, false, false]);
    expect(days.map((day) => isOfAge('CONSENT', 2010, day))).toEqual([false, false, false, true]);
  });

  it('is nobody’s whose birth is unknown', () => {
    expect(isOfAge('MAJORITY', undefined, '2026-01-01')).toBe(false);
    expect(isUnderAge('MAJORITY', undefined, '2026-01-01')).toBe(false);
  });
});
