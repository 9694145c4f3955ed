import { specOf } from '#event-sourcing/testing/spec-of';
import { adopted, digest, intent } from './example-profile.testing.js';
import { inForceFrom, inForceOn, municipalityDecider, type Profile } from './profile.js';

const { rows, stateAfter } = specOf(municipalityDecider);
const board = { deciderBody: 'BOARD', settingsDigest: digest('b') } as const;
const targeted = (...days: number[]) => ({
  targets: days.map((of) => ({ target: 'RECEIVED_TO_MAPPED' as const, days: of })),
});
const annulled = {
  type: 'RecordedInErrorMarked' as const,
  data: { corrects: 'e0', municipality: '9999', reasonCode: 'TYPING_ERROR', reason: 'Feil fil.' },
};

describe('adopting a profile', () => {
  rows(intent.adopt, [
    ['starts with version 1', [], {}, [adopted()]],
    ['counts on', [adopted()], board, [adopted({ profileVersion: 2, ...board })]],
    ['changes nothing when these settings hold already', [adopted()], {}, []],
    [
      'records the same settings again for an earlier day, from which they hold then',
      [adopted()],
      { adoptedOn: '2026-02-01' },
      [adopted({ profileVersion: 2, adoptedOn: '2026-02-01' })],
    ],
    [
      'changes nothing when they are adopted again for a later day',
      [adopted({ adoptedOn: '2026-02-01' })],
      {},
      [],
    ],
    [
      'of earlier settings is recorded when others have held since',
      [adopted(), adopted({ profileVersion: 2, language: 'NN', settingsDigest: digest('b') })],
      {},
      [adopted({ profileVersion: 3 })],
    ],
    [
      'never gives a version twice, not even one recorded in error',
      [adopted(), annulled],
      {},
      [adopted({ profileVersion: 2 })],
    ],
    ['for a day that has not come is refused', [], { adoptedOn: '2026-03-03' }, 'date-ahead'],
    ['without items is refused', [], { items: [] }, 'items'],
    ['with an item twice is refused', [], { items: ['GROUP', 'GROUP'] }, 'items'],
    ['with handovers that are due at once is refused', [], { handoverDays: 0 }, 'handover-days'],
    ['with handovers that may wait for ever is refused', [], { handoverDays: 91 }, 'handover-days'],
    ['with reviews at no interval is refused', [], { coordinationReviewMonths: 0 }, 'review-interval'],
    ['with reviews too seldom is refused', [], { coordinationReviewMonths: 25 }, 'review-interval'],
    ['with meetings at no interval is refused', [], { keMeetingMaxMonths: 0 }, 'meeting-interval'],
    ['with meetings at too long an interval is refused', [], { keMeetingMaxMonths: 25 }, 'meeting-interval'],
    ['with a target of no days is refused', [], targeted(0), 'targets'],
    ['with a target of years is refused', [], targeted(731), 'targets'],
    ['with a target twice is refused', [], targeted(14, 21), 'targets'],
    [
      'that asks for a delegation to decide is refused',
      [],
      { delegationNeededFor: ['DECIDE'] },
      'delegation-scope',
    ],
    ['takes targets in days', [], targeted(14), [adopted(targeted(14))]],
    ['whose meetings no known unit leads is refused', [], { meetingLeaderUnit: 'HRO' }, 'unknown-code'],
    [
      'takes meetings every other year',
      [],
      { keMeetingMaxMonths: 24 },
      [adopted({ keMeetingMaxMonths: 24 })],
    ],
  ]);

  it('lets the later one hold', () =>
    expect(stateAfter(adopted(), adopted({ profileVersion: 2, ...board }))).toMatchObject({
      profileVersion: 2,
      deciderBody: 'BOARD',
    }));
});

describe('the profile in force on a day', () => {
  const on = (adoptedOn: string, profileVersion: number) => ({ adoptedOn, profileVersion }) as Profile;
  const both = [on('2026-01-10', 1), on('2026-02-10', 2)];
  const typedLater = [on('2026-02-10', 1), on('2026-01-10', 2)];
  const ofOneDay = [on('2026-01-10', 1), on('2026-01-10', 2)];

  it.each<[string, readonly Profile[], string, number | undefined]>([
    ['is the earlier on the day before the later was adopted', both, '2026-02-09', 1],
    ['is the later from the day of its adoption', both, '2026-02-10', 2],
    ['is the newest ever after', both, '2026-12-31', 2],
    ['goes by the day of adoption, not by the order of typing', typedLater, '2026-02-10', 1],
    ['is of several of one day the one recorded last', ofOneDay, '2026-02-10', 2],
    ['is that one also before any was adopted', ofOneDay, '2025-12-31', 2],
    ['is the first before any was adopted', both, '2025-12-31', 1],
    ['is none where none was', [], '2025-12-31', undefined],
  ])('%s', (_, profiles, day, version) => expect(inForceOn(profiles, day)?.profileVersion).toBe(version));
});

describe('the profiles of a municipality, each with its days', () => {
  const told = (...days: readonly string[]) =>
    days.map((adoptedOn, at) => adopted({ adoptedOn, profileVersion: at + 1 }).data as unknown as Profile);
  it.each([
    ['hold from the beginning and for good', told('2026-01-05'), [[1, '1900-01-01', '9999-12-31']]],
    [
      'follow each other by the day from which they hold, not as they were recorded',
      told('2026-03-01', '2026-01-05'),
      [
        [2, '1900-01-01', '2026-03-01'],
        [1, '2026-03-01', '9999-12-31'],
      ],
    ],
    ['are the last of a day', told('2026-01-05', '2026-01-05'), [[2, '1900-01-01', '9999-12-31']]],
    ['are none where none was adopted', [], []],
  ] as const)('%s', (_, profiles, expected) =>
    expect(
      inForceFrom(profiles).map(({ profile, from, until }) => [profile.profileVersion, from, until]),
    ).toEqual(expected),
  );
});
