import { lossesBy } from './losses.js';

const access = (partyId: string, name: string, more: object = {}) => ({
  party: { partyId, name },
  sections: ['GOALS', 'NEEDS'] as ('GOALS' | 'NEEDS')[],
  consentId: 'k',
  grantedOn: '2026-01-05',
  until: '2026-12-31',
  revokedOn: null,
  ...more,
});
const consent = { consentId: 'k', recipientIds: null, sections: null };
const on = '2026-03-02';

describe('What stops when a consent to share is taken back', () => {
  it('is what each sees of the plan on it, by name', () => {
    const accesses = [access('t', 'Lærer Prøve'), access('f', 'Fysio Test', { sections: ['GOALS'] })];
    expect(lossesBy(accesses, consent, on)).toEqual([
      { name: 'Lærer Prøve', sections: ['GOALS', 'NEEDS'] },
      { name: 'Fysio Test', sections: ['GOALS'] },
    ]);
  });

  it.each([
    ['goes by another consent', { consentId: 'l' }],
    ['was taken back', { revokedOn: '2026-02-01' }],
    ['has ended', { until: '2026-03-01' }],
    ['has not begun', { grantedOn: '2026-03-03' }],
  ])('is nothing of what %s', (_, more) => {
    expect(lossesBy([access('t', 'Lærer Prøve', more)], consent, on)).toEqual([]);
  });

  it('is no more than the consent covers still, of those whom it names', () => {
    const accesses = [access('t', 'Lærer Prøve'), access('f', 'Fysio Test')];
    const narrowed = { ...consent, recipientIds: ['t'], sections: ['NEEDS'] };
    expect(lossesBy(accesses, narrowed, on)).toEqual([{ name: 'Lærer Prøve', sections: ['NEEDS'] }]);
  });
});
