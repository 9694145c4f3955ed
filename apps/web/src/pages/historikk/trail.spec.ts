import { byDay, type Entry, kindsIn, numbersOf, shownOf, writersIn } from './trail.js';

const writer = (partyId: string, name: string | null = `Navn ${partyId}`) => ({
  partyId,
  name,
  role: 'CASEWORKER',
  unit: null,
});
const entry = (eventId: string, more: Partial<Entry> = {}): Entry => ({
  eventId,
  type: 'ApplicationReceived',
  title: 'Søknad mottatt',
  sentence: 'Søknaden kom.',
  readsNow: null,
  occurredOn: '2026-11-02',
  recordedAt: '2026-11-02T09:00:00.000Z',
  actor: writer('p1'),
  reason: null,
  of: 'case',
  recordId: 'c1',
  case: null,
  corrects: null,
  struckOut: null,
  corrections: [],
  earlierCorrections: 0,
  ...more,
});
const correction = {
  eventId: 'e2',
  by: writer('p2'),
  at: '2026-11-04T12:00:00.000Z',
  what: 'dagen',
  why: 'feil',
};
const trail = [
  entry('e1', { corrections: [correction], readsNow: 'Søknaden kom da.' }),
  entry('e3', {
    type: 'MeetingConvened',
    title: 'Møte innkalt',
    occurredOn: '2026-11-03',
    recordedAt: '2026-11-05T09:00:00.000Z',
    struckOut: {
      eventId: 'e4',
      by: writer('p1'),
      at: '2026-11-06T09:00:00.000Z',
      reasonCode: 'WRONG_CASE',
      why: null,
    },
  }),
  entry('e2', {
    type: 'ApplicationReceivedCorrected',
    title: 'Rettet: Søknad mottatt',
    corrects: 'e1',
    occurredOn: '2026-11-04',
    recordedAt: correction.at,
    actor: writer('p2'),
  }),
  entry('e4', {
    type: 'RecordedInErrorMarked',
    title: 'Merket som feilregistrert',
    corrects: 'e3',
    occurredOn: '2026-11-06',
    recordedAt: '2026-11-06T09:00:00.000Z',
  }),
];
const idsOf = (asked: Parameters<typeof shownOf>[1]) => shownOf(trail, asked).map((one) => one.entry.eventId);

describe('a trail on the page', () => {
  it('numbers its entries as they were written in', () => {
    expect([...numbersOf(trail)]).toEqual([
      ['e1', 1],
      ['e2', 2],
      ['e3', 3],
      ['e4', 4],
    ]);
  });

  it('counts a correction among what it corrects', () => {
    expect(kindsIn(trail)).toEqual([
      { value: 'MeetingConvened', label: 'Møte innkalt', count: 2 },
      { value: 'ApplicationReceived', label: 'Søknad mottatt', count: 2 },
    ]);
    expect(idsOf({ slag: 'MeetingConvened' })).toEqual(['e3', 'e4']);
  });

  it('is narrowed by who wrote it in, and by days', () => {
    expect(writersIn(trail).map(({ value, count }) => [value, count])).toEqual([
      ['p1', 3],
      ['p2', 1],
    ]);
    expect(idsOf({ hvem: 'p2' })).toEqual(['e2']);
    expect(idsOf({ fra: '2026-11-03', til: '2026-11-04' })).toEqual(['e3', 'e2']);
    expect(idsOf({ uten: 'rettet' })).toEqual(['e1', 'e2', 'e4']);
  });

  it('shows a day by what had happened, with what was put right since', () => {
    const shown = shownOf(trail, { dag: '2026-11-03' });
    expect(
      shown.map(({ entry: { eventId }, corrections, struckOut }) => [
        eventId,
        corrections.length,
        struckOut?.eventId,
      ]),
    ).toEqual([
      ['e1', 1, undefined],
      ['e3', 0, 'e4'],
    ]);
  });

  it('shows a day by what was written in, and says what was put right later', () => {
    const shown = shownOf(trail, { dag: '2026-11-05', klokke: 'skrevet' });
    expect(
      shown.map(({ entry: { eventId }, struckOut, saidLater }) => [eventId, struckOut, saidLater.length]),
    ).toEqual([
      ['e1', null, 0],
      ['e3', null, 1],
      ['e2', null, 0],
    ]);
    expect(idsOf({ dag: '2026-11-03', klokke: 'skrevet' })).toEqual(['e1']);
  });

  it('stands by its days', () => {
    expect(byDay(shownOf(trail, {})).map(({ day, of }) => [day, of.length])).toEqual([
      ['2026-11-02', 1],
      ['2026-11-03', 1],
      ['2026-11-04', 1],
      ['2026-11-06', 1],
    ]);
  });
});
