import { ownAgeOn } from './own-age.js';

describe('How somebody is spoken to on their own page', () => {
  it.each([
    ['the day before the 12th birthday', '2026-05-05', 'CHILD'],
    ['on the 12th birthday', '2026-05-06', 'YOUNG'],
    ['the day before the 16th birthday', '2030-05-05', 'YOUNG'],
    ['on the 16th birthday', '2030-05-06', 'GROWN'],
  ])('%s', (_, day, age) => expect(ownAgeOn('2014-05-06', day)).toBe(age));

  it('is that of a grown-up where the day of birth is not known', () =>
    expect(ownAgeOn(null, '2026-05-06')).toBe('GROWN'));
});
