import fc from 'fast-check';
import { checkDates } from './dates.js';
import { dayToCome, id, localDate, optional } from './event.js';
import { refusals } from './refusals.js';
import { refusalIn } from './revise.js';

const fields = { ownerId: id(), soldOn: localDate(), paidOn: optional(localDate()), dueOn: dayToCome() };
const today = '2026-03-02';
const codeFor = (data: Readonly<Record<string, unknown>>) =>
  refusalIn(() => checkDates(refusals('shop', {}), fields, data, today))?.code;
const day = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the dates of an event', () => {
  it('say what has happened, but for those that say what is to come', () => {
    expect(codeFor({ ownerId: '9999', soldOn: today, dueOn: '2027-01-01' })).toBeUndefined();
    expect(codeFor({ ownerId: 'a', soldOn: '2026-03-03', dueOn: today })).toBe('shop/date-ahead');
    expect(codeFor({ ownerId: 'a', soldOn: today, paidOn: '2026-03-03', dueOn: today })).toBe(
      'shop/date-ahead',
    );
  });

  it('are refused exactly when one lies after today or before 1900', () => {
    fc.assert(
      fc.property(day, day, (soldOn, dueOn) => {
        const isRefused = soldOn > today || soldOn < '1900-01-01' || dueOn < '1900-01-01';
        expect(codeFor({ ownerId: 'a', soldOn, dueOn }) !== undefined).toBe(isRefused);
      }),
    );
  });
});
