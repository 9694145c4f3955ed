import { specOf } from '#event-sourcing/testing/spec-of';
import { partyDecider } from './decide.js';
import { fact, intent } from './example-party.testing.js';

const { given, rows } = specOf(partyDecider);
const registered = [fact.registered()];
const engaged = [...registered, fact.engaged()];
const substituted = [...engaged, fact.substitute()];

describe('working in a unit', () => {
  rows(intent.engage, [
    ['is recorded with the unit that a member comes from (U8)', registered, {}, [fact.engaged()]],
    ['takes a registered party', [], {}, 'no-such-party'],
    ['takes the registration that goes on', [...registered, fact.merged()], {}, 'party-merged'],
    ['is not for a guardian', [fact.registered({ kind: 'GUARDIAN' })], {}, 'not-staff'],
    [
      'may begin on a day to come',
      registered,
      { engagedFrom: '2026-08-01' },
      [fact.engaged({ engagedFrom: '2026-08-01' })],
    ],
    ['does not end before it begins', registered, { engagedUntil: '2025-12-31' }, 'date-order'],
    ['is not in one role twice at a time', engaged, { engagementId: 'engagement-2' }, 'already-engaged'],
    [
      'may be in two units at a time',
      engaged,
      { engagementId: 'engagement-2', unit: 'HOME_CARE' },
      [fact.engaged({ engagementId: 'engagement-2', unit: 'HOME_CARE' })],
    ],
    [
      'may come again after an end',
      [...engaged, fact.ended()],
      { engagementId: 'engagement-2', engagedFrom: '2026-07-01' },
      [fact.engaged({ engagementId: 'engagement-2', engagedFrom: '2026-07-01' })],
    ],
    ['knows the unit', registered, { unknownCode: { list: 'unit', known: 'KE' } }, 'unknown-code'],
  ]);
  rows(intent.end, [
    ['ends, also on a day to come', engaged, {}, [fact.ended()]],
    ['ends once', [...engaged, fact.ended()], { endedOn: '2026-05-31' }, 'engagement-ended'],
    ['ends where it began', registered, {}, 'no-such-engagement'],
    ['does not end before the first day', engaged, { endedOn: '2025-12-31' }, 'date-order'],
    ['ends under a registration that was merged since', [...engaged, fact.merged()], {}, [fact.ended()]],
  ]);
});

describe('a substitute', () => {
  rows(intent.substitute, [
    ['is named from a day on (U8)', engaged, {}, [fact.substitute()]],
    ['is somebody else', engaged, { substituteId: 'party-9' }, 'substitute-for-oneself'],
    ['is registered', engaged, { partyIsKnown: false }, 'unknown-party'],
    ['stands in for somebody who is there', registered, {}, 'no-such-engagement'],
    ['does not begin before the one stood in for', engaged, { substitutesFrom: '2025-12-31' }, 'date-order'],
    ['does not end before the first day', engaged, { substitutesUntil: '2026-01-31' }, 'date-order'],
  ]);
  rows(intent.endSubstitute, [
    ['ends', substituted, {}, [fact.substituteEnded()]],
    ['ends once', [...substituted, fact.substituteEnded()], {}, 'engagement-ended'],
    ['ends where there is one', engaged, {}, 'no-such-substitution'],
    ['does not end before the first day', substituted, { endedOn: '2026-01-31' }, 'date-order'],
  ]);
});

describe('how somebody is reached at work', () =>
  rows(intent.setContact, [
    ['is recorded', registered, {}, [fact.contact()]],
    ['is of somebody registered', [], {}, 'no-such-party'],
    ['is by telephone alone', registered, { email: undefined }, [fact.contact({ email: undefined })]],
    ['is at an address that takes messages', registered, { email: 'anna' }, 'email-unusable'],
    ['is at one address alone', registered, { email: 'a@b.example, c@d.example' }, 'email-unusable'],
  ]));

describe('an entry of a member of staff', () => {
  it('is put right', () =>
    expect(
      given(...engaged)
        .when(intent.correct('e1', { role: 'LEADER' }))
        .facts(),
    ).toHaveLength(1));

  it('is not taken back while a later one rests on it', () =>
    given(...substituted)
      .when(intent.annul('e1'))
      .thenRejected('municipality/rests-on', ['e2']));

  it('cannot make two periods of one where both would be the same', () =>
    given(...engaged, fact.ended(), fact.engaged({ engagementId: 'engagement-2', engagedFrom: '2026-07-01' }))
      .when(intent.correct('e3', { engagedFrom: '2026-06-30' }))
      .thenRejected('municipality/already-engaged'));
});
