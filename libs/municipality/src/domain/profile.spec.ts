import { specClock, specOf } from '#event-sourcing/testing/spec-of';
import { partyDecider } from './party.js';
import { inForceOn, municipalityDecider, type Profile, type Settings } from './profile.js';

const settings: Settings = {
  name: 'Prøvedal',
  municipalityNumber: '9999',
  language: 'NB',
  unitTerm: 'COORDINATING_UNIT',
  coordinatorTerm: 'COORDINATOR',
  groupTerm: 'GROUP',
  meetingTerm: 'COORDINATION_MEETING',
  items: ['INDIVIDUAL_PLAN'],
  deciderBody: 'KE',
  groupPresupposesPlan: false,
  leaderConcurrence: false,
};
const digest = (letter: string) => letter.repeat(64);
const adopt = (differs: Partial<Settings> = {}, settingsDigest = digest('a'), adoptedOn = '2026-03-02') => ({
  type: 'AdoptProfile' as const,
  data: { municipality: '9999', settings: { ...settings, ...differs }, settingsDigest, adoptedOn },
});
const adopted = (profileVersion: number, differs: Partial<Settings> = {}, settingsDigest = digest('a')) => ({
  type: 'MunicipalityProfileAdopted' as const,
  data: {
    ...settings,
    ...differs,
    municipality: '9999',
    profileVersion,
    settingsDigest,
    adoptedOn: '2026-03-02',
  },
});

describe('the profile in force on a day', () => {
  const on = (adoptedOn: string, profileVersion: number) => ({ adoptedOn, profileVersion }) as Profile;
  const inForce = (day: string, ...profiles: readonly Profile[]) => inForceOn(profiles, day)?.profileVersion;
  const both = [on('2026-01-10', 1), on('2026-02-10', 2)] as const;

  it('is the newest that was adopted by then', () => {
    expect(inForce('2026-02-09', ...both)).toBe(1);
    expect(inForce('2026-02-10', ...both)).toBe(2);
    expect(inForce('2026-12-31', ...both)).toBe(2);
  });

  it('goes by the day of adoption, not by the order of typing', () =>
    expect(inForce('2026-02-10', on('2026-02-10', 1), on('2026-01-10', 2))).toBe(1));

  it('is of several of one day the one recorded last', () => {
    expect(inForce('2026-02-10', on('2026-01-10', 1), on('2026-01-10', 2))).toBe(2);
    expect(inForce('2025-12-31', on('2026-01-10', 1), on('2026-01-10', 2))).toBe(2);
  });

  it('is the first before any was adopted, and none where none was', () => {
    expect(inForce('2025-12-31', ...both)).toBe(1);
    expect(inForce('2025-12-31')).toBeUndefined();
  });
});

describe('adopting a profile', () => {
  const { given, stateAfter } = specOf(municipalityDecider);

  it('starts with version 1', () => given().when(adopt()).then(adopted(1)));

  it('counts on, and the later one holds', () => {
    const later = adopted(2, { deciderBody: 'BOARD' }, digest('b'));
    given(adopted(1))
      .when(adopt({ deciderBody: 'BOARD' }, digest('b')))
      .then(later);
    expect(stateAfter(adopted(1), later)).toMatchObject({ profileVersion: 2, deciderBody: 'BOARD' });
  });

  it('changes nothing when these settings hold already', () => given(adopted(1)).when(adopt()).thenNothing());

  it('records the same settings again for an earlier day, from which they hold then', () =>
    given(adopted(1))
      .when(adopt({}, digest('a'), '2026-02-01'))
      .then({ ...adopted(2), data: { ...adopted(2).data, adoptedOn: '2026-02-01' } }));

  it('changes nothing when they are adopted again for a later day', () =>
    given({ ...adopted(1), data: { ...adopted(1).data, adoptedOn: '2026-02-01' } })
      .when(adopt())
      .thenNothing());

  it('of earlier settings is recorded when others have held since', () =>
    given(adopted(1), adopted(2, { language: 'NN' }, digest('b')))
      .when(adopt())
      .then(adopted(3)));

  it('never gives a version twice, not even one recorded in error', () =>
    given(adopted(1), {
      type: 'RecordedInErrorMarked',
      data: { corrects: 'e0', municipality: '9999', reasonCode: 'TYPING_ERROR', reason: 'Feil fil.' },
    })
      .when(adopt())
      .then(adopted(2)));

  it.each([
    ['for a day that has not come', adopt({}, digest('a'), '2026-03-03'), 'date-ahead'],
    ['without items', adopt({ items: [] }), 'items'],
    ['with an item twice', adopt({ items: ['GROUP', 'GROUP'] }), 'items'],
    ['with meetings at no interval', adopt({ keMeetingMaxMonths: 0 }), 'meeting-interval'],
  ])('%s is refused', (_, intent, rule) => given().when(intent).thenRejected(`municipality/${rule}`));
});

describe('registering a party', () => {
  const { given } = specOf(partyDecider);
  const data = { partyId: 'party-1', kind: 'STAFF', name: 'Prøve Ansatt', unit: 'HOME_CARE' } as const;

  it('is recorded', () =>
    given().when({ type: 'RegisterParty', data }).then({ type: 'PartyRegistered', data }));

  it('changes nothing for a party that is there', () =>
    given({ type: 'PartyRegistered', data })
      .when({ type: 'RegisterParty', data: { ...data, name: 'Annet Navn' }, ...specClock })
      .thenNothing());
});
