import { agoOrAhead, distanceTo, sinceMoment } from './distance.js';

const now = new Date('2026-11-30T07:42:00Z');

describe('how long ago a moment was', () => {
  it.each([
    ['2026-11-30T07:41:58Z', 'nå nettopp'],
    ['2026-11-30T07:41:20Z', 'for 40 sekunder siden'],
    ['2026-11-30T07:39:00Z', 'for 3 minutter siden'],
    ['2026-11-30T06:10:00Z', 'i dag kl. 07.10'],
    ['2026-11-29T23:30:00Z', 'i dag kl. 00.30'],
    ['2026-11-29T12:00:00Z', 'i går kl. 13.00'],
    ['2026-11-26T12:00:00Z', '4 dager siden kl. 13.00'],
    ['2026-11-20T12:00:00Z', '20. november kl. 13.00'],
    ['2019-03-04T12:00:00Z', '4. mars 2019 kl. 13.00'],
  ])('%s is «%s»', (moment, said) => expect(sinceMoment(moment, 'nb', now)).toBe(said));

  it('is said in nynorsk', () =>
    expect(sinceMoment('2026-11-30T07:41:20Z', 'nn', now)).toBe('for 40 sekund sidan'));
});

describe('how far it is to a day', () => {
  it.each([
    ['2026-11-30', 'i dag', 'i dag'],
    ['2026-12-04', 'om 4 dager', 'om 4 dager'],
    ['2026-12-31', 'om 4 uker', 'om 4 uker'],
    ['2027-06-01', 'om 6 måneder', 'om 6 måneder'],
    ['2026-11-26', '4 dager over', '4 dager siden'],
    ['2026-05-30', '6 måneder over', '6 måneder siden'],
    ['2020-08-27', '6 år over', '6 år siden'],
  ])('%s is «%s» where it is due, and else «%s»', (day, due, said) =>
    expect([distanceTo(day, 'nb', '2026-11-30'), agoOrAhead(day, 'nb', '2026-11-30')]).toEqual([due, said]),
  );
});
