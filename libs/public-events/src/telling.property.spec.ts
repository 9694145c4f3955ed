import fc from 'fast-check';
import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { subjectEvents } from '#subject';
import type { Recorded } from '#event-sourcing/event';
import { histories, planted } from './any-event.testing.js';
import { grantedTypes } from './catalogue.js';
import { type PublicEvent, Telling, type Told } from './telling.js';
import type { Beginning, View } from './view.js';

const subjectId = '11111111-1111-5111-8111-111111111111';
const anyHistory = fc
  .constantFrom(caseEvents, coordinationEvents, subjectEvents)
  .chain((events) => histories(events, subjectId));
const beginnings = fc.oneof(
  fc.constant<Beginning>({ kind: 'ORIGIN' }),
  fc.nat(1_200).map((position): Beginning => ({ kind: 'AFTER', position: BigInt(position) })),
  fc.nat(12).map((n): Beginning => ({
    kind: 'FROM',
    instant: `2026-03-02T09:00:${String(n).padStart(2, '0')}.000Z`,
  })),
);
const views = fc.record({
  types: fc.subarray(grantedTypes.map(({ type }) => type)).map((types) => new Set(types)),
  plans: fc.boolean(),
  begins: beginnings,
  version: fc.constant(1),
}) satisfies fc.Arbitrary<View>;
const everything: View = {
  types: new Set(grantedTypes.map(({ type }) => type)),
  plans: true,
  begins: { kind: 'ORIGIN' },
  version: 1,
};

const toldOf = (history: readonly Recorded[], view: View): Told[] => {
  const telling = new Telling(view);
  return history.flatMap(() => telling.next(history));
};

describe('whatever can be recorded', () => {
  it('is told without anything that was sealed', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const sent = JSON.stringify(toldOf(history, everything).map(({ event }) => event));
        for (const word of ['ciphertext', 'keyId', 'commitment', 'nonce']) expect(sent).not.toContain(word);
        for (const text of planted) {
          for (const form of [text, Buffer.from(text).toString('base64'), encodeURIComponent(text)]) {
            expect(sent).not.toContain(form);
          }
        }
        // Nor reasons in codes, nor whoever is named by an id.
        expect(sent).not.toMatch(/reason|partyId|coordinatorId|caseworkerId|identity|birth/i);
      }),
    );
  });

  it('has numbers without a gap and the id of the one before, in the eyes of every grant', () => {
    fc.assert(
      fc.property(anyHistory, views, (history, view) => {
        const told = toldOf(history, view).map(({ event }) => event);
        expect(told.map(({ sequence }) => Number(sequence))).toEqual(told.map((_, index) => index + 1));
        expect(told.map(({ previousid }) => previousid)).toEqual(
          [undefined, ...ids(told)].slice(0, told.length),
        );
        expect(new Set(ids(told)).size).toBe(told.length);
      }),
    );
  });

  it('is told alike whether a grant follows it or reads it later', () => {
    fc.assert(
      fc.property(anyHistory, views, fc.nat(12), (history, view, length) => {
        const early = toldOf(history.slice(0, length), view);
        expect(toldOf(history, view).slice(0, early.length)).toEqual(early);
      }),
    );
  });

  it('shows a grant nothing more than a wider one', () => {
    fc.assert(
      fc.property(anyHistory, views, (history, view) => {
        const wide = new Map(toldOf(history, everything).map(({ event }) => [event.id, event]));
        for (const { event } of toldOf(history, view)) {
          const known = wide.get(event.id);
          expect(known).toBeDefined();
          if (view.plans) expect(event.data).toEqual(known?.data);
        }
      }),
    );
  });

  it('leaves who does as each event says with what stands', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const held = new Map<string, unknown>();
        for (const { event } of toldOf(history, everything)) apply(held, event);
        const standing = standingOf(history);
        expect([...held.keys()].toSorted()).toEqual(standing.toSorted());
      }),
    );
  });
});

const ids = (told: readonly PublicEvent[]) => told.map(({ id }) => id);

/** As a consumer does it. */
function apply(held: Map<string, unknown>, { id, data }: PublicEvent): void {
  const { consumerMust, eventId, eventData } = data as { [K in string]?: string };
  if (consumerMust === 'DISREGARD_EVENT') expect(held.delete(String(eventId))).toBe(true);
  else if (consumerMust === 'REPLACE_EVENT') {
    expect(held.has(String(eventId))).toBe(true);
    held.set(String(eventId), eventData);
  } else if (consumerMust === 'RESTORE_EVENT') {
    expect(held.has(String(eventId))).toBe(false);
    held.set(String(eventId), eventData);
  } else held.set(id, data);
}

/** The public ids of what holds in the end: told once more as if only that had been recorded. */
function standingOf(history: readonly Recorded[]): string[] {
  const annulled = new Set<string>();
  for (const event of history.toReversed()) {
    if (event.type === 'RecordedInErrorMarked' && !annulled.has(event.id)) {
      annulled.add(String(event.data['corrects']));
    }
  }
  const facts = history.filter(
    ({ id, type }) => !annulled.has(id) && type !== 'RecordedInErrorMarked' && !type.endsWith('Corrected'),
  );
  return toldOf(facts, everything).map(({ event }) => event.id);
}
