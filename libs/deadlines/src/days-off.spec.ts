import Holidays from 'date-holidays';
import { seed, someOf } from '../../../test/support/rounds.js';
import { daysOffOn, isWorkingDay, workingDaysAfter, workingDayUntil } from './days-off.js';

describe('Working days', () => {
  it.each([
    ['2026-01-01', 'New Year’s Day'],
    ['2026-04-02', 'Maundy Thursday'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'the first of May'],
    ['2026-05-14', 'Ascension Day'],
    ['2024-05-17', 'the seventeenth of May, a Friday'],
    ['2026-05-25', 'Whit Monday'],
    ['2026-12-25', 'Christmas Day'],
    ['2025-12-26', 'Boxing Day'],
    ['2025-04-17', 'Maundy Thursday of another year'],
    ['2038-04-26', 'Easter Monday, as late as it comes'],
    ['2026-03-07', 'a Saturday'],
    ['2026-03-08', 'a Sunday'],
  ])('are not %s, %s', (day) => expect(isWorkingDay(day)).toBe(false));

  it.each(['2026-03-02', '2026-04-01', '2026-04-07', '2026-05-18', '2026-12-24'])('are such as %s', (day) =>
    expect(isWorkingDay(day)).toBe(true),
  );

  it.each([
    ['2026-03-02', 2, '2026-03-04', 'within a week'],
    ['2026-03-05', 2, '2026-03-09', 'over a weekend'],
    ['2026-04-01', 2, '2026-04-08', 'over Easter'],
    ['2026-03-07', 1, '2026-03-09', 'from a Saturday'],
    ['2026-12-31', 1, '2027-01-04', 'into another year'],
  ])('after %s by %d come to %s: %s', (day, count, later) =>
    expect(workingDaysAfter(day, count)).toBe(later),
  );
});

describe(`Public holidays, seed ${seed}`, () => {
  const known = new Holidays('NO');
  const years = Array.from({ length: 151 }, (_, n) => 1950 + n);
  it.each(someOf(years, 15, 0))('of %d are those of a library', (year) => {
    const holidays = known
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    const found = Array.from({ length: 366 }, (_, n) =>
      new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10),
    )
      .filter((day) => day.startsWith(String(year)))
      .filter((day) => daysOffOn(day).some((why) => why !== 'SATURDAY' && why !== 'SUNDAY'));
    expect(found).toEqual([...new Set(holidays)].toSorted());
  });
  it('are named, the weekday beside them where it is not their own', () => {
    expect(daysOffOn('2026-05-17')).toEqual(['SEVENTEENTH_OF_MAY', 'SUNDAY']);
    expect(daysOffOn('2027-05-17')).toEqual(['SEVENTEENTH_OF_MAY', 'WHIT_MONDAY']);
    expect(daysOffOn('2026-04-05')).toEqual(['EASTER_SUNDAY']);
  });
  it('are looked back over too', () => expect(workingDayUntil('2026-04-06')).toBe('2026-04-01'));
});
