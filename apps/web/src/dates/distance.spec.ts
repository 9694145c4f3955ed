import { sinceMoment } from './distance.js';

const now = new Date('2026-11-30T07:42:00Z');

describe('how long ago a moment was', () => {
  it.each([
    ['2026-11-30T07:41:58Z', 'nå nettopp'],
    ['2026-11-30T07:41:20Z', 'for 40 sekunder siden'],
    ['2026-11-30T07:39:00Z', 'for 3 minutter siden'],
    ['2026-11-30T06:10:00Z', 'i dag kl. 07.10'],
    ['2026-11-29T23:30:00Z', 'i dag kl. 00.30'],
    ['2026-11-29T12:00:00Z', 'i går kl. 13.00'],
    ['2026-11-20T12:00:00Z', '10 dager siden kl. 13.00'],
  ])('%s is «%s»', (moment, said) => expect(sinceMoment(moment, 'nb', now)).toBe(said));

  it('is said in nynorsk', () =>
    expect(sinceMoment('2026-11-30T07:41:20Z', 'nn', now)).toBe('for 40 sekund sidan'));
});
