import { monthAfter, nextWeekday, proposedDays } from './proposal.js';

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

describe('the latest day of a meeting that keeps the deadline of an answer (U17)', () => {
  it.each([
    ['2026-03-02', '2026-04-02'],
    ['2026-01-31', '2026-02-28'],
    ['2026-12-15', '2027-01-15'],
  ])('after %s a month goes to %s', (from, to) => expect(monthAfter(from)).toBe(to));

  const child = { today: '2026-03-02', weekday: undefined, adult: false };
  it('is a working day by then: before Easter where the month ends on Maundy Thursday', () =>
    expect(proposedDays({ ...child, receivedOn: '2026-03-02' })).toEqual({
      replyBy: '2026-04-02',
      decideBy: null,
      meetBy: '2026-04-01',
      proposedOn: null,
    }));
  it('keeps the day by which the municipality means to decide, where that is earlier', () => {
    const received = { ...child, receivedOn: '2026-03-02' };
    expect(proposedDays({ ...received, decideBy: '2026-03-22' })).toMatchObject({
      decideBy: '2026-03-22',
      meetBy: '2026-03-20',
    });
    expect(proposedDays({ ...received, decideBy: '2026-05-01' }).meetBy).toBe('2026-04-01');
  });
  it('is told also where it is past', () =>
    expect(proposedDays({ ...child, receivedOn: '2026-01-05' })).toMatchObject({ meetBy: '2026-02-05' }));
  it('is not known before there is an application', () =>
    expect(proposedDays({ ...child, receivedOn: null })).toEqual({
      replyBy: null,
      decideBy: null,
      meetBy: null,
      proposedOn: null,
    }));

  const adult = { today: '2026-03-04', weekday: 'TUESDAY', adult: true } as const;
  it('comes before the weekday of adults where that would be too late (U18)', () => {
    expect(proposedDays({ ...adult, receivedOn: '2026-02-20' }).proposedOn).toBe('2026-03-10');
    expect(proposedDays({ ...adult, receivedOn: '2026-02-09' }).proposedOn).toBe('2026-03-09');
    expect(proposedDays({ ...adult, receivedOn: '2026-02-07' }).proposedOn).toBe('2026-03-06');
    expect(proposedDays({ ...adult, receivedOn: '2026-01-05' }).proposedOn).toBe('2026-03-10');
  });
});
