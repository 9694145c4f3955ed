import { targetDay, targets } from './targets.js';

describe('the day by which the municipality means to be done', () => {
  const profile = { targets: [{ target: 'RECEIVED_TO_MAPPED', days: 21 }] } as const;

  it.each([
    ['is so many calendar days later', profile, '2026-03-02', '2026-03-23'],
    ['is counted over the end of a year', profile, '2026-12-24', '2027-01-14'],
    ['is counted over a day that summer time takes an hour of', profile, '2026-03-28', '2026-04-18'],
    ['is none where none is set', {}, '2026-03-02', undefined],
    ['is none without a profile', undefined, '2026-03-02', undefined],
  ])('%s', (_, of, from, day) => expect(targetDay(of, 'RECEIVED_TO_MAPPED', from)).toBe(day));

  it('is of that target alone', () =>
    expect(targets.codes.map((one) => targetDay(profile, one, '2026-03-02'))).toEqual([
      '2026-03-23',
      undefined,
      undefined,
    ]));
});
