import fc from 'fast-check';
import { annotated, effective, revisedBy, standing, standingFact } from './effective.js';
import { codeOf, events, id, integer, optional, v1 } from './event.js';
import { refusals } from './refusals.js';
import { recorded, type ToldFact } from './testing/spec-of.js';
import { codesNamed } from './testing/code-list.js';

const log = events(
  { category: 'log', owner: 'ownerId', class: 'CASE' },
  {
    Noted: v1({
      ownerId: id(),
      a: integer(),
      b: optional(integer()),
      code: optional(codeOf(codesNamed('X', 'Y'))),
    }),
  },
);
type Fact = ToldFact<typeof log>;
const noted = (a: number, b?: number): Fact => ({ type: 'Noted', data: { ownerId: 's', a, b } });
const corrected = (corrects: string, changed: Record<string, unknown>): Fact => ({
  type: 'NotedCorrected',
  data: { corrects, ownerId: 's', changed, reason: 'Feil' },
});
const annulled = (corrects: string): Fact => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, ownerId: 's', reasonCode: 'OTHER', reason: 'Feil' },
});
const read = (...facts: Fact[]) =>
  effective(recorded(log, facts)).map(({ id: eventId, data }) => [eventId, data['a'], data['b']]);

describe('the effective events', () => {
  it('are the recorded ones while nothing revises them', () => {
    const history = recorded(log, [noted(1), noted(2)]);
    expect(effective(history)).toEqual(history);
  });

  it('lack what is annulled', () =>
    expect(read(noted(1), noted(2), annulled('e0'))).toEqual([['e1', 2, undefined]]));

  it('hold again what was annulled by an annulled annulment', () =>
    expect(read(noted(1), annulled('e0'), annulled('e1'))).toEqual([['e0', 1, undefined]]));

  it('lack it again when that annulment is annulled too', () =>
    expect(read(noted(1), annulled('e0'), annulled('e1'), annulled('e2'))).toEqual([]));

  it('have corrections applied in order, each to its own fields, at the place of the corrected', () =>
    expect(
      read(
        noted(1, 1),
        noted(5),
        corrected('e0', { a: 2 }),
        corrected('e0', { a: 3 }),
        corrected('e0', { b: 9 }),
      ),
    ).toEqual([
      ['e0', 3, 9],
      ['e1', 5, undefined],
    ]));

  it('fall back to the earlier correction when the later one is annulled', () =>
    expect(read(noted(1), corrected('e0', { a: 2 }), corrected('e0', { a: 3 }), annulled('e2'))).toEqual([
      ['e0', 2, undefined],
    ]));

  it('leave the recorded events as they were', () => {
    const history = recorded(log, [noted(1), corrected('e0', { a: 2 })]);
    const before = structuredClone(history);
    effective(history);
    expect(history).toEqual(before);
  });
});

describe('any history of notes, corrections and annulments', () => {
  /** Each entry after the first may revise any before it. */
  const histories = fc
    .array(fc.record({ kind: fc.nat(2), target: fc.nat(), a: fc.integer({ min: 0, max: 9 }) }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((entries) =>
      entries.map(({ kind, target, a }, index): Fact => {
        if (kind === 0 || index === 0) return noted(a);
        const on = `e${target % index}`;
        return kind === 1 ? corrected(on, { a }) : annulled(on);
      }),
    );
  const targetOf = (fact: Fact) =>
    'corrects' in fact.data ? Number(String(fact.data.corrects).slice(1)) : -1;

  /** Said anew, from the definition: an entry holds unless a later annulment that itself holds names it. */
  const holds = (facts: readonly Fact[], index: number): boolean =>
    !facts.some(
      (fact, later) =>
        later > index &&
        fact.type === 'RecordedInErrorMarked' &&
        targetOf(fact) === index &&
        holds(facts, later),
    );

  it('is read as the definition says', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const expected = facts.flatMap((fact, index) => {
          if (fact.type !== 'Noted' || !holds(facts, index)) return [];
          const corrections = facts.flatMap((other, at) =>
            other.type === 'NotedCorrected' && targetOf(other) === index && holds(facts, at)
              ? [(other.data as unknown as { changed: { a: number } }).changed.a]
              : [],
          );
          return [[`e${index}`, corrections.at(-1) ?? (fact.data as { a: number }).a, undefined]];
        });
        expect(read(...facts)).toEqual(expected);
      }),
    );
  });

  it('is annotated entry by entry, in order, with what holds', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const entries = annotated(recorded(log, facts));
        expect(entries.map(({ event }) => event.id)).toEqual(facts.map((_, index) => `e${index}`));
        for (const [index, entry] of entries.entries()) {
          expect(entry.annulledBy === undefined).toBe(holds(facts, index));
          for (const { id: by } of entry.correctedBy) expect(holds(facts, Number(by.slice(1)))).toBe(true);
        }
      }),
    );
  });
});

describe('an entry that stands', () => {
  const history = recorded(log, [noted(1), noted(2), annulled('e0'), corrected('e1', { a: 3 })]);
  const refusing = refusals('log', {});

  it('is one of its stream that is not annulled', () => {
    expect(standing(history, 'e3', refusing)).toBe(history[3]);
    expect(() => standing(history, 'e0', refusing)).toThrow(
      expect.objectContaining({ code: 'log/already-annulled' }),
    );
    expect(() => standing(history, 'e9', refusing)).toThrow(
      expect.objectContaining({ code: 'log/no-such-event', message: 'There is no such event here.' }),
    );
  });

  it('is a fact where it is neither a correction nor an annulment', () => {
    expect(standingFact(history, 'e1', refusing)).toBe(history[1]);
    for (const eventId of ['e2', 'e3']) {
      expect(() => standingFact(history, eventId, refusing)).toThrow(
        expect.objectContaining({ code: 'log/not-correctable' }),
      );
    }
  });
});

describe('a stream with corrections and annulments at its end', () => {
  it('reads as it would after them', () => {
    const history = recorded(log, [noted(1), noted(2)]);
    const facts = [corrected('e0', { a: 3 }), annulled('e1')] as Parameters<typeof revisedBy>[1];
    expect(effective(revisedBy(history, facts)).map(({ data }) => data['a'])).toEqual([3]);
    expect(revisedBy([], facts)).toEqual([]);
  });
});
