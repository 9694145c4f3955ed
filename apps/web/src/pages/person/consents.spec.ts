import { type Consent, otherGiversOf, scopesOf, standingOf } from './consents.js';

const consent = (more: Partial<Consent> = {}): Consent => ({
  consentId: 's1',
  sections: null,
  recipients: null,
  caseId: null,
  givenBy: 'PARENT',
  givenOn: '2026-11-16',
  giver: null,
  scopes: ['COORDINATOR', 'PLAN'],
  validUntil: '2027-12-31',
  withdrawn: [],
  withdrawnOn: null,
  ...more,
});

describe('a consent', () => {
  it.each([
    [{}, 'valid'],
    [{ validUntil: null }, 'valid'],
    [{ validUntil: '2026-12-31' }, 'expiring'],
    [{ validUntil: '2026-11-30' }, 'expiring'],
    [{ validUntil: '2026-11-29' }, 'expired'],
    [{ withdrawn: [{ scope: 'PLAN', withdrawnOn: '2026-11-20' }] }, 'partly'],
    [{ withdrawnOn: '2026-11-20' }, 'withdrawn'],
    [{ withdrawnOn: '2026-12-20' }, 'valid'],
  ] as const)('%j stands as %s', (more, standing) => {
    expect(standingOf(consent(more as Partial<Consent>), '2026-11-30')).toBe(standing);
  });

  it('A6 goes on as another gave it to the same, and not as the same one did', () => {
    const other = consent({ consentId: 's2', givenBy: 'GUARDIAN', scopes: ['PLAN'] });
    const same = consent({ consentId: 's3' });
    const over = consent({ consentId: 's4', givenBy: 'REPRESENTATIVE', withdrawnOn: '2026-11-20' });
    const elsewhere = consent({ consentId: 's5', givenBy: 'SUBJECT', scopes: ['SHARE'] });
    expect(otherGiversOf(consent(), [consent(), other, same, over, elsewhere], '2026-11-30')).toEqual([
      'GUARDIAN',
    ]);
  });

  it('goes on for what was not withdrawn', () => {
    expect(scopesOf(consent({ withdrawn: [{ scope: 'PLAN', withdrawnOn: '2026-11-20' }] }))).toEqual([
      'COORDINATOR',
    ]);
  });
});
