import { asTyped, type Changeable, changeOf } from './changed-fields.js';

const field = (name: string, kind: Changeable['kind'], more: Partial<Changeable> = {}): Changeable => ({
  name,
  called: name,
  kind,
  codeList: null,
  isToCome: false,
  mayBeEmpty: false,
  value: null,
  inWords: null,
  ...more,
});
const fields = [
  field('receivedOn', 'date', { value: '2026-11-03' }),
  field('units', 'codes', { value: ['KE', 'SKOLE'] }),
  field('signed', 'boolean', { value: false }),
  field('weeks', 'number', { value: 2 }),
  field('summary', 'text', { value: 'Kort', mayBeEmpty: true }),
  field('items', 'other'),
];
const typed = Object.fromEntries(fields.map((one) => [one.name, asTyped(one)]));

describe('what is put right', () => {
  it('is nothing where everything reads as before', () => {
    expect(changeOf(fields, typed, 'nb')).toEqual({ changed: {}, unread: [] });
  });

  it('is what reads otherwise, as the API takes it', () => {
    const now = {
      receivedOn: '2.11.2026',
      units: 'KE',
      signed: 'true',
      weeks: '3',
      summary: ' ',
      items: 'x',
    };
    expect(changeOf(fields, now, 'nb')).toEqual({
      changed: { receivedOn: '2026-11-02', units: ['KE'], signed: true, weeks: 3, summary: null },
      unread: [],
    });
  });

  it('names what cannot be read', () => {
    expect(changeOf(fields, { receivedOn: '31.11.2026', weeks: 'to' }, 'nb')).toEqual({
      changed: {},
      unread: ['receivedOn', 'weeks'],
    });
  });
});
