import { specOf } from '#event-sourcing/testing/spec-of';
import { isLive } from '../consent.js';
import { coordinationDecider } from '../decide.js';
import { consent, intent, withdrawal } from '../facts.testing.js';

const { rows } = specOf(coordinationDecider);
const until = { validUntil: '2026-12-31' };
const another = { consentId: 'consent-2' };
const today = { givenOn: '2026-03-02', validUntil: '2026-03-02' };
const guardian = { givenBy: 'GUARDIAN' } as const;

describe('A consent', () => {
  rows(intent.consent, [
    ['is recorded with its scopes and days (U2, F18)', [], until, [consent(until)]],
    ['stands beside an earlier one', [consent()], another, [consent(another)]],
    ['may be given today and end today', [], today, [consent(today)]],
    ['is not given by somebody surely under 16 (pbrl §§ 4-3, 4-4)', [], { birthYear: 2011 }, 'under-16'],
    ['is given by a guardian then', [], { ...guardian, birthYear: 2011 }, [consent(guardian)]],
    ['is given by somebody who may be 16', [], { birthYear: 2010 }, [consent()]],
    ['is given by somebody who is 16', [], { birthYear: 1950 }, [consent()]],
    ['is refused with no scope', [], { scopes: [] }, 'consent-scopes'],
    ['is refused with a scope twice', [], { scopes: ['PLAN', 'PLAN'] }, 'consent-scopes'],
    ['is refused with a day ahead', [], { givenOn: '2026-03-03' }, 'date-ahead'],
    ['is refused with a day in another century', [], { givenOn: '1826-03-02' }, 'date-too-early'],
    ['is refused with an end before its beginning', [], { validUntil: '2026-01-09' }, 'date-order'],
  ]);

  it('holds from the day it is given to its last day, or to the day before it is withdrawn', () => {
    const held = { givenOn: '2026-01-10', validUntil: '2026-02-10' };
    expect(['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map((day) => isLive(held, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const taken = { ...held, withdrawnOn: '2026-01-20' };
    expect(['2026-01-19', '2026-01-20'].map((day) => isLive(taken, day))).toEqual([true, false]);
    expect(isLive({ givenOn: '2026-01-10', validUntil: null, withdrawnOn: null }, '2046-01-10')).toBe(true);
  });
});

describe('The withdrawal of a consent', () => {
  const taken = [consent(), withdrawal()];
  rows(intent.withdraw, [
    ['is recorded', [consent()], {}, [withdrawal()]],
    ['is recorded once', taken, {}, 'consent-not-live'],
    ['is recorded once, whatever its day', taken, { withdrawnOn: '2026-02-10' }, 'consent-not-live'],
    ['needs a consent', [], {}, 'no-such-consent'],
    ['needs a consent that had not run out', [consent({ validUntil: '2026-02-01' })], {}, 'consent-not-live'],
    ['is not before it was given', [consent()], { withdrawnOn: '2026-01-09' }, 'date-order'],
    ['does not lie ahead of today', [consent()], { withdrawnOn: '2026-03-03' }, 'date-ahead'],
  ]);
});
