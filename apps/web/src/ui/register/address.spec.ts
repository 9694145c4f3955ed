import { addressOf, dayIn, someOf } from './address.js';

describe('what stands in the address of a register', () => {
  it('names several values, known ones alone, in their own order', () => {
    expect(someOf(['A', 'B', 'C'], 'C.D.A')).toEqual(['A', 'C']);
    expect(someOf(['A'], undefined)).toEqual([]);
  });

  it('is a day only as the API writes it', () => {
    expect(dayIn('2026-03-02')).toBe('2026-03-02');
    expect(dayIn('2.3.2026')).toBeUndefined();
  });

  it('asks for a list with each value of several', () => {
    expect(addressOf('/v1/cases', { status: ['MAPPED', 'CLOSED'], overdue: true })).toBe(
      '/v1/cases?status=MAPPED&status=CLOSED&overdue=true',
    );
    expect(addressOf('/v1/cases', {})).toBe('/v1/cases');
  });
});
