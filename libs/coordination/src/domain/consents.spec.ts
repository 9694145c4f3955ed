import { specOf } from '#event-sourcing/testing/spec-of';
import { isLive } from './consent.js';
import { coordinationDecider } from './decide.js';
import { consent, withdrawal } from './facts.testing.js';

const { given } = specOf(coordinationDecider);
const give = (change: Parameters<typeof consent>[0] = {}, birthYear?: number) => ({
  type: 'GiveConsent' as const,
  data: { ...consent(change).data, birthYear },
});
const withdraw = (change: Parameters<typeof withdrawal>[0] = {}) => ({
  ...withdrawal(change),
  type: 'WithdrawConsent' as const,
});

describe('A consent', () => {
  it('is recorded with its scopes and days (U2, F18)', () => {
    given()
      .when(give({ validUntil: '2026-12-31' }))
      .then(consent({ validUntil: '2026-12-31' }));
  });
  it('stands beside an earlier one', () => {
    given(consent())
      .when(give({ consentId: 'consent-2' }))
      .then(consent({ consentId: 'consent-2' }));
  });
  it('may be given today and end today', () => {
    given()
      .when(give({ givenOn: '2026-03-02', validUntil: '2026-03-02' }))
      .then(consent({ givenOn: '2026-03-02', validUntil: '2026-03-02' }));
  });
  it('is not given by somebody surely under 16, but by a guardian (pbrl §§ 4-3, 4-4)', () => {
    given().when(give({}, 2011)).thenRejected('coordination/under-16');
    given()
      .when(give({ givenBy: 'GUARDIAN' }, 2011))
      .then(consent({ givenBy: 'GUARDIAN' }));
    for (const birthYear of [undefined, 2010, 1950]) given().when(give({}, birthYear)).then(consent());
  });
  it.each([
    ['no scope', { scopes: [] }, 'consent-scopes'],
    ['a scope twice', { scopes: ['PLAN', 'PLAN'] as const }, 'consent-scopes'],
    ['a day ahead', { givenOn: '2026-03-03' }, 'future-date'],
    ['a day in another century', { givenOn: '1826-03-02' }, 'too-early'],
    ['an end before its beginning', { validUntil: '2026-01-09' }, 'date-order'],
  ])('is refused with %s', (_, change, code) => {
    given().when(give(change)).thenRejected(`coordination/${code}`);
  });

  it('is withdrawn once', () => {
    given(consent()).when(withdraw()).then(withdrawal());
    given(consent(), withdrawal()).when(withdraw()).thenRejected('coordination/consent-not-live');
    given(consent(), withdrawal())
      .when(withdraw({ withdrawnOn: '2026-02-10' }))
      .thenRejected('coordination/consent-not-live');
  });
  it('is not withdrawn where it was never given, had run out, or before it was given', () => {
    given().when(withdraw()).thenRejected('coordination/no-such-consent');
    given(consent({ validUntil: '2026-02-01' }))
      .when(withdraw())
      .thenRejected('coordination/consent-not-live');
    given(consent())
      .when(withdraw({ withdrawnOn: '2026-01-09' }))
      .thenRejected('coordination/date-order');
    given(consent())
      .when(withdraw({ withdrawnOn: '2026-03-03' }))
      .thenRejected('coordination/future-date');
  });

  it('holds from the day it is given to its last day, or to the day before it is withdrawn', () => {
    const held = { consentId: 'c', scopes: [], givenOn: '2026-01-10', validUntil: '2026-02-10' };
    expect(['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map((day) => isLive(held, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const taken = { ...held, withdrawnOn: '2026-01-20' };
    expect(['2026-01-19', '2026-01-20'].map((day) => isLive(taken, day))).toEqual([true, false]);
  });
});
