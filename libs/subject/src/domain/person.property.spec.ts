import fc from 'fast-check';
import { effective } from '#event-sourcing/effective';
import { Rejection } from '#event-sourcing/refusals';
import { recorded, specOf, type ToldFact, type ToldIntent } from '#event-sourcing/testing/spec-of';
import { subjectDecider, type SubjectIntent } from './decide.js';
import { subjectEvents } from './events.js';
import { intent } from './example-person.testing.js';
import { isRelated } from './relation.js';
import { evolve, initialState, type SubjectEvent } from './subject.js';

const { given } = specOf(subjectDecider);
type Fact = ToldFact<typeof subjectEvents>;

const event = fc.nat(12).map((n) => `e${n}`);
const text = (value: string) => fc.constantFrom(undefined, value);
const wish: fc.Arbitrary<ToldIntent<SubjectIntent>> = fc.oneof(
  fc
    .record({
      givenName: text('Testine'),
      familyName: text('Prøvesen'),
      identityNumber: text('12345678901'),
      birthDate: text('1990-05-17'),
    })
    .map(intent.register),
  fc.record({ isHeld: fc.boolean() }).map(intent.link),
  fc.record({ isHeld: fc.boolean(), isCurrent: fc.boolean() }).map(intent.replace),
  fc.record({ givenName: text('Ny'), familyName: text('Nygift') }).map(intent.rename),
  fc.record({ telephone: text('00 00 00 00') }).map(intent.setContact),
  fc.record({ toldOn: fc.constantFrom('2026-02-14', '2026-03-01') }).map(intent.die),
  fc.record({ movedOn: fc.constantFrom('2026-02-14', '2026-03-01') }).map(intent.move),
  fc
    .record({
      relationId: fc.constantFrom('r1', 'r2', 'r3'),
      partyId: fc.constantFrom('p1', 'p2'),
      validFrom: fc.constantFrom('2025-01-10', '2026-01-10'),
    })
    .map(intent.relate),
  fc
    .record({
      relationId: fc.constantFrom('r1', 'r2', 'r3'),
      endedOn: fc.constantFrom('2025-06-01', '2026-02-20'),
    })
    .map(intent.endRelation),
  fc.record({ survivorId: fc.constantFrom('a', 'b') }).map(intent.merge),
  fc.record({ mergedId: fc.constantFrom('a', 'b') }).map(intent.takeUp),
  fc.record({ mergedId: fc.constantFrom('a', 'b') }).map(intent.letGo),
  fc
    .record({
      eventId: event,
      changed: fc.constantFrom<Readonly<Record<string, unknown>>>(
        { givenName: null },
        { familyName: null },
        { identityNumber: null },
        { identityNumber: '10987654321' },
        { birthDate: null },
        { mergedOn: '2026-01-01' },
        { toldOn: '2026-02-20' },
        { movedOn: '2026-02-20' },
        { validFrom: '2026-02-01' },
        { partyId: 'p1' },
        { endedOn: '2026-03-01' },
      ),
    })
    .map(intent.correct),
  fc
    .record({ eventId: event, reasonCode: fc.constantFrom('DUPLICATE' as const, 'TYPING_ERROR' as const) })
    .map(intent.annul),
);

/** What came of wishes one after another; what was refused, or no correction could say, changed nothing. */
function lived(wishes: readonly ToldIntent<SubjectIntent>[]): Fact[] {
  const facts: Fact[] = [];
  for (const one of wishes) {
    try {
      facts.push(
        ...given(...facts)
          .when(one)
          .facts(),
      );
    } catch (error) {
      if (!(error instanceof Rejection) && !/cannot be recorded/.test(String(error))) throw error;
    }
  }
  return facts;
}

const life = fc.array(wish, { maxLength: 25 }).map((wishes) => {
  const facts = lived([intent.register(), ...wishes]);
  const history = recorded(subjectEvents, facts);
  return { history, stands: effective(history) };
});
const holds = (invariant: (of: { readonly history: readonly R[]; readonly stands: readonly R[] }) => void) =>
  fc.assert(fc.property(life, invariant));
type R = ReturnType<typeof recorded>[number];
const named = ({ type }: R, ...types: readonly string[]) => types.includes(type);

describe('Whatever is done to a person', () => {
  it('C2 a number that replaces another has one before it', () =>
    holds(({ stands }) => {
      stands.forEach((one, index) => {
        if (!named(one, 'SubjectIdentityReplaced')) return;
        const before = stands.slice(0, index).some(({ data }) => data['identityNumber'] !== undefined);
        expect(before).toBe(true);
      });
    }));

  it('C7 a registration tells something to find the person by, and a new name is one', () =>
    holds(({ stands }) => {
      for (const { type, data } of stands) {
        const by = [
          'givenName',
          'familyName',
          ...(type === 'SubjectRegistered' ? ['birthDate', 'identityNumber'] : []),
        ];
        if (type !== 'SubjectRegistered' && type !== 'SubjectRenamed') continue;
        expect(by.some((name) => data[name] !== undefined)).toBe(true);
      }
    }));

  it('C4 a registration is merged once, takes others along or goes along, and nothing new is recorded of it then', () =>
    holds(({ history, stands }) => {
      const merges = stands.filter((one) => named(one, 'SubjectMergedInto'));
      expect(merges.length).toBeLessThanOrEqual(1);
      const [merge] = merges;
      if (merge === undefined) return;
      const since = history.filter(({ revision }) => revision > merge.revision);
      expect(
        since.filter((one) =>
          named(
            one,
            'SubjectRegistered',
            'SubjectIdentityLinked',
            'SubjectIdentityReplaced',
            'SubjectRenamed',
            'ContactDetailsSet',
            'RelationRecorded',
          ),
        ),
      ).toEqual([]);
    }));

  it('F11 nobody is the same to the person twice on a day', () =>
    holds(({ stands }) => {
      const { relations } = (stands as readonly R[] as readonly SubjectEvent[]).reduce(evolve, initialState);
      for (const day of ['2025-01-10', '2025-06-01', '2026-01-10', '2026-02-01', '2026-02-20']) {
        const held = relations.filter((one) => isRelated(one, day)).map(({ partyId }) => partyId);
        expect(new Set(held).size).toBe(held.length);
      }
    }));

  it('C4 nobody is taken along twice', () =>
    holds(({ stands }) => {
      const taken = stands
        .filter((one) => named(one, 'SubjectMergedFrom'))
        .map(({ data }) => data['mergedId']);
      expect(new Set(taken).size).toBe(taken.length);
    }));
});
