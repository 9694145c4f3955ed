import fc from 'fast-check';
import { fullDay } from './dates.js';
import { readDay } from './read-day.js';

const now = '2026-11-30';
const read = (typed: string, direction: 'behind' | 'ahead' | 'near' = 'behind') => {
  const answer = readDay(typed, direction, 'nb', now);
  return answer.kind === 'day' ? answer.day : answer.kind === 'fault' ? answer.fault : '';
};

describe('a day as people write it', () => {
  test.each([
    ['0211', '2026-11-02'],
    ['2.11', '2026-11-02'],
    ['2.11.', '2026-11-02'],
    ['2/11', '2026-11-02'],
    ['02.11.26', '2026-11-02'],
    ['2. nov', '2026-11-02'],
    ['2 november 2025', '2025-11-02'],
    ['2026-11-02', '2026-11-02'],
    ['i dag', now],
    ['I går', '2026-11-29'],
    ['2.12', '2025-12-02'],
    ['14.2.39', '1939-02-14'],
    ['29.2', 'Februar 2026 har ikke 29 dager.'],
    ['31.11', 'November 2026 har ikke 31 dager.'],
    ['3.13', 'Det finnes ingen måned 13.'],
    ['snart', 'Skriv datoen som 2.11, 0211, 2. nov. eller i dag.'],
  ])('%s is %s when it has been', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  test.each([
    ['2.12', '2026-12-02'],
    ['2.11', '2027-11-02'],
    ['+3', '2026-12-03'],
    ['+4u', '2026-12-28'],
    ['+3m', '2027-02-28'],
    ['i morgen', '2026-12-01'],
  ])('%s is %s when it is to come', (typed, day) => {
    expect(read(typed, 'ahead')).toBe(day);
  });

  test.each([
    ['2.11', '2026-11-02'],
    ['2.1', '2027-01-02'],
  ])('%s is %s, the closest, when it may be either', (typed, day) => {
    expect(read(typed, 'near')).toBe(day);
  });

  test('what the pages write of a day is read as that day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(read(fullDay(day))).toBe(day);
        },
      ),
    );
  });

  test('whatever is typed is answered', () => {
    fc.assert(fc.property(fc.string(), (typed) => typeof read(typed) === 'string'));
  });
});
