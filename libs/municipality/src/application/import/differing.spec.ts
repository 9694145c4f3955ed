import { differing, type KnownPlace, type PlaceChange } from './differing.js';
import type { ListedPlace } from './listed.js';

const today = '2026-03-02';
const place: KnownPlace = {
  eventId: 'e1',
  engagementId: 'engagement-1',
  unit: 'KE',
  role: 'CASEWORKER',
  represents: undefined,
  title: 'rådgiver',
  employer: undefined,
  from: '2026-01-01',
  until: undefined,
  endEventId: undefined,
};
const ended = { ...place, until: '2026-02-01', endEventId: 'e2' };
const begins = (from: string) => ({ of: 'BEGINS', from });
const corrects = (eventId: string, changed: object) => ({
  of: 'CORRECTS',
  revision: { eventId, changed, reason: 'Import' },
});

it.each<[string, readonly KnownPlace[], Partial<ListedPlace>, readonly object[]]>([
  ['nothing where it is so', [place], { from: '2026-01-01', title: 'rådgiver' }, []],
  ['nothing by an empty cell', [place], {}, []],
  ['nothing where the end is so', [ended], { from: '2026-01-01', until: '2026-02-01' }, []],
  ['a place that is new, today unless told', [], {}, [begins(today)]],
  ['a place that is new, from its day', [], { from: '2026-02-01' }, [begins('2026-02-01')]],
  ['another unit', [place], { unit: 'SCHOOL' }, [begins(today)]],
  ['another role', [place], { role: 'LEADER' }, [begins(today)]],
  ['a place as another unit’s', [place], { represents: 'SCHOOL' }, [begins(today)]],
  ['somebody who came back', [ended], {}, [begins(today)]],
  ['somebody who came back on a day', [ended], { from: '2026-02-15' }, [begins('2026-02-15')]],
  [
    'an end',
    [place],
    { until: '2026-06-30' },
    [{ of: 'ENDS', engagementId: 'engagement-1', until: '2026-06-30' }],
  ],
  ['another end', [ended], { until: '2026-02-10' }, [corrects('e2', { endedOn: '2026-02-10' })]],
  [
    'another first day and title',
    [place],
    { from: '2026-01-15', title: 'seniorrådgiver' },
    [corrects('e1', { engagedFrom: '2026-01-15', title: 'seniorrådgiver' })],
  ],
])('a line of a list tells %s', (_, known, differs, changes) => {
  const line: ListedPlace = { row: 2, unit: 'KE', role: 'CASEWORKER', ...differs };
  const found: PlaceChange[] = differing(line, known, today);
  expect(found).toHaveLength(changes.length);
  expect(found).toMatchObject(changes);
});
