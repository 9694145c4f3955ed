import type { StoredEvent } from './event-store.js';
import { leaf } from './leaf.js';

// Computed apart from this code, with Python's json and hashlib; they may never change.
const vectors: readonly [string, Omit<StoredEvent, 'position'>, string][] = [
  [
    'an event with nothing in it',
    {
      stream: 'case-1576.a',
      revision: 0n,
      id: '01890a5d-ac96-574b-8c3f-0d7a1e2b3c4d',
      type: 'NeedNotified',
      data: {},
      metadata: {},
    },
    'f9fd51d74af8f702e7a166e53d9c06e174e6873cba1cc766923c024d4cda36ef',
  ],
  [
    'an event with every kind of value, keys in any order',
    {
      stream: 'coordination-1576.0192',
      revision: 41n,
      id: '7f0e7d1c-3c83-5b5e-9a55-1c0d2f3e4a5b',
      type: 'PlanClosed',
      data: {
        text: 'Sæther 👩\u200d👧 \u2028\n"q" \u0001',
        n: -7,
        subjectId: '0192',
        items: [1, true, null],
        closedOn: '2026-02-28',
      },
      metadata: { schemaVersion: 1, $causationId: 'c' },
    },
    '12e2e47f2798d69cf3cf46c909de9d33e59730231e409b81d64705c96f101751',
  ],
];

describe('the leaf of a proof', () => {
  it.each(vectors)('of %s is the golden one', (_, event, expected) => {
    expect(leaf(event).toString('hex')).toBe(expected);
  });

  it('changes with every part that it covers and with no other', () => {
    const [, event] = vectors[1] ?? vectors[0] ?? [];
    if (!event) throw new Error('no vector');
    const other: readonly Partial<StoredEvent>[] = [
      { stream: 'coordination-1576.0193' },
      { revision: 42n },
      { id: '7f0e7d1c-3c83-5b5e-9a55-1c0d2f3e4a5c' },
      { type: 'PlanStarted' },
      { data: { ...event.data, n: -8 } },
      { metadata: { ...event.metadata, schemaVersion: 2 } },
    ];
    const leaves = [event, ...other.map((part) => ({ ...event, ...part }))].map((e) =>
      leaf(e).toString('hex'),
    );
    expect(new Set(leaves).size).toBe(leaves.length);
    expect(leaf({ ...event, position: 9n } as StoredEvent)).toEqual(leaf(event));
  });
});
