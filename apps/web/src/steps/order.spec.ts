import { inOrder } from './order.js';

it('asks for what a page names before anything else', () => {
  const fields = ['criteria', 'note', 'treatment'].map((name) => ({ name }));
  expect(inOrder(fields, ['treatment', 'note']).map(({ name }) => name)).toEqual([
    'treatment',
    'note',
    'criteria',
  ]);
});

it('asks for what it is before why, and leaves the rest as it was', () => {
  const names = ['channel', 'criteria', 'decidedBy', 'items', 'legalBasis', 'notifiedOn', 'reason'];
  expect(inOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    'items',
    'criteria',
    'decidedBy',
    'channel',
    'notifiedOn',
    'reason',
    'legalBasis',
  ]);
});
