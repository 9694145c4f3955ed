import { choicesOf, readOf } from './correction.js';
import type { Entry } from './trail.js';

const entry = {
  eventId: 'e1',
  corrects: null,
  fields: [
    {
      name: 'receivedOn',
      called: 'mottatt',
      kind: 'date',
      value: '2026-11-02',
      isToCome: false,
      mayBeEmpty: false,
    },
  ],
} as unknown as Entry;
const said = { typed: {}, reason: 'Tastet feil' };
const read = (more: object) => readOf(entry, { ...said, ...more }, 'nb');

describe('what is said of an entry that is put right', () => {
  test('tells what should have stood there, and why', () => {
    expect(read({ wrong: 'something', typed: { receivedOn: '3.11.2026' }, reason: ' Tastet feil ' })).toEqual(
      {
        lacksChange: false,
        lacksReason: false,
        unread: [],
        body: { eventId: 'e1', reason: 'Tastet feil', changed: { receivedOn: '2026-11-03' } },
      },
    );
  });

  test('tells that it should not have been written in', () => {
    const { body } = read({ wrong: 'never', cause: 'DUPLICATE', typed: { receivedOn: 'i går' } });
    expect(body).toEqual({
      eventId: 'e1',
      reason: 'Tastet feil',
      recordedInError: { reasonCode: 'DUPLICATE' },
    });
  });

  test.each([
    ['nothing is changed', { wrong: 'something' }, { lacksChange: true }],
    [
      'a day cannot be read',
      { wrong: 'something', typed: { receivedOn: '31.11' } },
      { unread: ['receivedOn'] },
    ],
    ['no reason is given', { wrong: 'never', cause: 'OTHER', reason: ' ' }, { lacksReason: true }],
    ['it was right then', { wrong: 'since' }, {}],
    ['nothing is chosen', {}, {}],
  ])('is not sent where %s', (_what, more, lacks) => {
    expect(read(more)).toMatchObject(lacks);
    expect(read(more)).not.toHaveProperty('body');
  });

  test('is of a correction that it should not have been, not that something in it is wrong', () => {
    expect(choicesOf(entry)).toEqual(['something', 'misplaced', 'never', 'since']);
    expect(choicesOf({ ...entry, corrects: 'e0' })).toEqual(['misplaced', 'never', 'since']);
    expect(choicesOf({ ...entry, fields: [] })).toEqual(['misplaced', 'never', 'since']);
  });
});
