import { fitted, type Page, withTyped } from './fitted.js';
import type { Field } from './operations.js';

const fields: readonly Field[] = [
  {
    name: 'items',
    kind: 'rows',
    fields: [
      { name: 'item', kind: 'code' },
      { name: 'outcome', kind: 'code', codes: ['GRANTED', 'REFUSED'] },
    ],
  },
  { name: 'meetingId', kind: 'id' },
  { name: 'by', kind: 'ids' },
  { name: 'decidedBy', kind: 'group', fields: [{ name: 'body', kind: 'code', codes: ['BOARD'] }] },
  { name: 'reason', kind: 'lines' },
];
const page = (preset: object, choices: Readonly<Record<string, readonly string[]>> = {}): Page => ({
  preset: preset as Page['preset'],
  isHidden: (path) => ['items[]', 'items[].item'].includes(path.replace(/\[\d+\]/, '[]')),
  choicesFor: (path) => choices[path]?.map((value) => ({ value, label: value })),
});
const plan = { item: 'PLAN', outcome: 'GRANTED' };
const preset = { items: [{ item: 'PLAN' }, { item: 'COORDINATOR' }] };

describe('a draft that is older than the page', () => {
  test('gets the rows that have come since, and keeps what was typed in its own', () => {
    const { values, unfit } = fitted(fields, { items: [plan], reason: 'Fordi' }, page(preset));
    expect(values).toEqual({ items: [plan, { item: 'COORDINATOR' }], reason: 'Fordi' });
    expect(unfit).toEqual(['items']);
  });

  test('lacks the rows that are gone', () => {
    const gone = fitted(
      fields,
      { items: [{ item: 'GROUP', outcome: 'REFUSED' }, plan] },
      page({ items: [{ item: 'PLAN' }] }),
    );
    expect(gone.values['items']).toEqual([plan]);
    expect(gone.unfit).toEqual(['items']);
  });

  test('keeps of what was chosen only what can be chosen', () => {
    const typed = {
      items: [plan, { item: 'COORDINATOR', outcome: 'POSTPONED' }],
      meetingId: 'm1',
      by: ['p1', 'p2'],
      decidedBy: { body: 'UNIT' },
    };
    const { values, unfit } = fitted(fields, typed, page(preset, { meetingId: ['m2'], by: ['p2'] }));
    expect(values).toEqual({
      items: [plan, { item: 'COORDINATOR', outcome: undefined }],
      meetingId: undefined,
      by: ['p2'],
      decidedBy: { body: undefined },
    });
    expect(unfit).toEqual(['items[1].outcome', 'meetingId', 'by', 'decidedBy.body']);
  });

  test('that fits stays as it was typed', () => {
    const typed = { items: [plan, { item: 'COORDINATOR' }], meetingId: 'm1', by: ['p1'], reason: 'Fordi' };
    const { values, unfit } = fitted(fields, typed, page(preset, { meetingId: ['m1'] }));
    expect([values, unfit]).toEqual([typed, []]);
  });
});

describe('what is typed', () => {
  test('leaves what is chosen elsewhere, also while what can be chosen is not read yet', () => {
    const chosen = { items: preset.items, meetingId: 'm1', by: ['p1'] };
    const typed = withTyped(fields, chosen, page(preset, { meetingId: [], by: [] }), 'reason', 'F');
    expect(typed).toEqual({ ...chosen, reason: 'F' });
  });

  test('goes into the row that the page shows it in', () => {
    const swapped = { items: [{ item: 'COORDINATOR' }, plan] };
    const typed = withTyped(fields, swapped, page(preset), 'items[1].outcome', 'REFUSED');
    expect(typed).toEqual({ items: [plan, { item: 'COORDINATOR', outcome: 'REFUSED' }] });
  });
});
