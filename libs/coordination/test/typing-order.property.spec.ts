import fc from 'fast-check';
import { recorded, specClock, type ToldIntent } from '#event-sourcing/testing/spec-of';
import type { Recorded } from '#event-sourcing/event';
import { rounds } from '../../../test/support/rounds.js';
import { coordinationDecider } from '../src/domain/decide.js';
import { coordinationEvents } from '../src/domain/events.js';
import { caseId, decidedAs, grant, intent, subjectId } from '../src/domain/facts.testing.js';
import type { CoordinationIntent } from '../src/domain/intents.js';
import { stateOf } from '../src/domain/rules.js';

type Intent = ToldIntent<CoordinationIntent>;

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const asked = decidedAs({ ...grant('INDIVIDUAL_PLAN', 'COORDINATOR'), decidedOn: day(0) });

/** One after the other, with or without days between, each ended. */
const periods = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 5 })
  .map((lengths) => {
    let at = 0;
    return lengths.map(([gap, length], index) => {
      const from = at + gap;
      at = from + length;
      return { id: `${index}`, from: day(from), to: day(at) };
    });
  });
/** An order of typing: what begins and, somewhere after it, its end. */
const typed = periods.chain((all) =>
  fc
    .tuple(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.array(fc.nat(20), { minLength: all.length, maxLength: all.length }),
    )
    .map(([order, places]) => ({ all, order, places })),
);

function typedIn(
  order: readonly { readonly id: string; readonly from: string; readonly to: string }[],
  places: readonly number[],
  begin: (one: { readonly id: string; readonly from: string }) => Intent,
  end: (one: { readonly id: string; readonly to: string }, history: readonly Recorded[]) => Intent,
): readonly Recorded[] {
  let history: readonly Recorded[] = [];
  const take = (wish: Intent) => {
    const told = { ...wish, ...specClock } as CoordinationIntent;
    const facts = coordinationDecider.decide(told, stateOf(history), history);
    const id = (index: number) => `e${history.length + index}`;
    const named = facts.map((fact, index) => ({ ...fact, id: id(index) }));
    history = [...history, ...recorded(coordinationEvents, named)];
  };
  take(intent.consent({ givenOn: day(0) }));
  const waiting: { readonly one: (typeof order)[number]; readonly after: number }[] = [];
  for (const [index, one] of order.entries()) {
    // Who has no end yet and began before the next is refused by no rule but this: an end is told before a later one begins.
    for (const due of waiting.filter(({ after }) => after <= index)) take(end(due.one, history));
    waiting.splice(0, waiting.length, ...waiting.filter(({ after }) => after > index));
    for (const open of waiting.filter((other) => other.one.from < one.from)) {
      take(end(open.one, history));
      waiting.splice(waiting.indexOf(open), 1);
    }
    take(begin(one));
    waiting.push({ one, after: index + 1 + ((places[index] ?? 0) % 4) });
  }
  for (const { one } of waiting) take(end(one, history));
  return history;
}

describe('D7 history typed in any order', () => {
  it('gives the same coordinators', () => {
    fc.assert(
      fc.property(typed, ({ all, order, places }) => {
        const history = typedIn(
          order,
          places,
          ({ id, from }) => intent.appoint({ appointmentId: id, caseId, validFrom: from, ...asked }),
          ({ id, to }) => intent.release({ appointmentId: id, releasedOn: to }),
        );
        const spans = stateOf(history).appointments.map(({ appointmentId, validFrom, releasedOn }) => ({
          id: appointmentId,
          from: validFrom,
          to: releasedOn,
        }));
        expect(spans.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(all);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('gives the same plans', () => {
    fc.assert(
      fc.property(typed, ({ all, order, places }) => {
        const planIdOf = (id: string) => `${subjectId}.${order.findIndex((one) => one.id === id) + 1}`;
        const history = typedIn(
          order,
          places,
          ({ from }) => intent.start({ caseId, startedOn: from, ...asked }),
          ({ id, to }) => intent.close({ planId: planIdOf(id), closedOn: to, reasonCode: 'OTHER' }),
        );
        const spans = stateOf(history).plans.map(({ startedOn, closedOn }) => ({
          from: startedOn,
          to: closedOn,
        }));
        expect(spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))).toEqual(
          all.map(({ from, to }) => ({ from, to })),
        );
      }),
      { numRuns: rounds(500) },
    );
  });
});
