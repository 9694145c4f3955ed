import type { Field } from './operations.js';
import { asDecided, bodyOf, faultsIn, startingValues, withValue } from './values.js';

const fields: readonly Field[] = [
  { name: 'receivedOn', kind: 'date', required: true },
  { name: 'reason', kind: 'lines', most: 4 },
  {
    name: 'items',
    kind: 'rows',
    least: 1,
    required: true,
    fields: [{ name: 'outcome', kind: 'code', required: true }],
  },
  {
    name: 'decidedBy',
    kind: 'group',
    required: true,
    fields: [{ name: 'decidedOn', kind: 'date', required: true }],
  },
  { name: 'signed', kind: 'flag' },
];
const say = {
  language: 'nb',
  missing: ({ name }: Field) => `${name} mangler`,
  tooLong: ({ name }: Field, most: number, count: number) => `${name}: ${count} av ${most}`,
} as const;

describe('what stands in a form', () => {
  test('starts with today for what is recorded now, and with a row where one is needed', () => {
    expect(startingValues(fields)).toEqual({
      receivedOn: 'i dag',
      items: [{}],
      decidedBy: { decidedOn: 'i dag' },
    });
  });

  test('begins with days as people write them', () => {
    expect(startingValues(fields, { receivedOn: '2026-09-08' })).toMatchObject({ receivedOn: '8.9.2026' });
  });

  test('is sent as days and without what is empty', () => {
    const values = {
      receivedOn: '2.11.2026',
      reason: ' ',
      items: [{ outcome: 'GRANTED' }],
      decidedBy: {},
      signed: false,
    };
    expect(bodyOf(fields, values, 'nb')).toEqual({
      receivedOn: '2026-11-02',
      items: [{ outcome: 'GRANTED' }],
      signed: false,
    });
  });

  test('is changed where a path leads, and nowhere else', () => {
    const values = { reason: 'a', items: [{ outcome: 'GRANTED' }, { outcome: 'PARTLY' }] };
    expect(withValue(values, 'items[1].outcome', 'REFUSED')).toEqual({
      reason: 'a',
      items: [{ outcome: 'GRANTED' }, { outcome: 'REFUSED' }],
    });
    expect(withValue({}, 'decidedBy.decidedOn', '2.11')).toEqual({ decidedBy: { decidedOn: '2.11' } });
  });

  test('is what the page decides now in fields that it hides, whatever an older draft says', () => {
    const draft = { reason: 'a', caseIds: ['old'], decidedBy: { body: 'KE', decidedOn: 'i dag' } };
    const preset = { reason: 'b', caseIds: ['new'], decidedBy: { body: 'BOARD' } };
    expect(asDecided(draft, preset, ['caseIds', 'decidedBy.body', 'items[]'])).toEqual({
      reason: 'a',
      caseIds: ['new'],
      decidedBy: { body: 'BOARD', decidedOn: 'i dag' },
    });
  });

  test('is told of, by its path, where it is missing, longer than may be or no day', () => {
    const values = {
      receivedOn: '31.11',
      reason: '👋👋👋👋👋',
      items: [{}],
      decidedBy: { decidedOn: 'i dag' },
    };
    expect(faultsIn(fields, values, say)).toEqual([
      { path: 'receivedOn', message: expect.stringContaining('har ikke 31 dager') },
      { path: 'reason', message: 'reason: 5 av 4' },
      { path: 'items[0].outcome', message: 'outcome mangler' },
    ]);
  });
});
