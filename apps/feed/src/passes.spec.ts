import fc from 'fast-check';
import { caseEvents } from '#casework';
import type { Decoder, EventStore, Recorded } from '#event-sourcing';
import { grantedTypes, Telling, type Told } from '#public-events';
import { histories } from '../../../libs/public-events/src/any-event.testing.js';
import { Courses, type Seeing } from './courses.js';
import { Passes } from './passes.js';

const tenant = '1576';
const view = {
  types: new Set(grantedTypes.map(({ type }) => type)),
  plans: true,
  begins: { kind: 'ORIGIN' },
  version: 1,
} as const;
const seeing: Seeing = { view, key: 'all' };
const before = -1n;

/** A log of one stream, how often it was read, and how often somebody began to read the log. */
function logOf(events: readonly Recorded[]) {
  const count = { reads: 0, begun: 0, ended: 0 };
  const store = {
    history: async () => {
      count.reads += 1;
      return { events };
    },
  } as unknown as Pick<EventStore, 'history'>;
  const decoder: Decoder = { decode: (event) => event as unknown as Recorded };
  const passes = new Passes(store, decoder, async function* (_, after) {
    count.begun += 1;
    try {
      for (const event of events) if (event.position > after) yield { tenant, event };
      return events.at(-1)?.position ?? after;
    } finally {
      count.ended += 1;
    }
  });
  return { store, decoder, passes, count };
}
const whole = (events: readonly Recorded[]): readonly (readonly Told[])[] => {
  const telling = new Telling(view);
  return events.map(() => telling.next(events));
};
const anyHistory = histories(caseEvents, '11111111-1111-5111-8111-111111111111');

describe('what is told of an event', () => {
  it('is the same to who comes from the first event, who begins in the middle, and who is told again', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.nat(12), async (events, begin) => {
        const { store, decoder, passes } = logOf(events);
        const courses = new Courses(store, decoder);
        const expected = whole(events);
        for (const from of [0, Math.min(begin, events.length)]) {
          let place = from === 0 ? before : (events[from - 1]?.position ?? before);
          for (const [at, event] of events.entries()) {
            if (at < from) continue;
            const pass = passes.take(tenant, seeing, place);
            const step = await pass.next();
            expect(step?.told).toEqual(expected[at]);
            // Now and then it does not fit, and comes again.
            if (at % 3 === 0 && step) {
              pass.hold(step);
              passes.leave(pass, tenant, seeing, place);
              expect(await passes.take(tenant, seeing, place).next()).toBe(step);
            }
            place = event.position;
            passes.leave(pass, tenant, seeing, place);
          }
        }
        for (const [at, event] of [...events.entries()].toReversed()) {
          expect(await courses.toldOf({ tenant, event }, seeing)).toEqual(expected[at]);
        }
      }),
    );
  });

  it('needs the stream once more only for what changes an earlier event', async () => {
    const [history = []] = fc.sample(
      anyHistory.filter(({ length }) => length > 6),
      { numRuns: 1, seed: 7 },
    );
    const { passes, count } = logOf(history);
    const pass = passes.take(tenant, seeing, before);
    while ((await pass.next()) !== undefined);
    const changing = history.filter(({ type }) => /Corrected$|^RecordedInErrorMarked$/.test(type));
    expect(count).toEqual({ reads: changing.length, begun: 1, ended: 1 });
  });

  it('is read in one go from page to page, and let go of in the end', async () => {
    const [history = []] = fc.sample(
      anyHistory.filter(({ length }) => length > 6),
      { numRuns: 1, seed: 7 },
    );
    const { passes, count } = logOf(history);
    let place = before;
    for (const event of history.slice(0, 4)) {
      const pass = passes.take(tenant, seeing, place);
      await pass.next();
      place = event.position;
      passes.leave(pass, tenant, seeing, place);
    }
    expect(count).toMatchObject({ begun: 1, ended: 0 });
    passes.close();
    await Promise.resolve();
    expect(count).toMatchObject({ begun: 1, ended: 1 });
  });

  it('is read anew where it was cut off between two pages', async () => {
    const [history = []] = fc.sample(
      anyHistory.filter(({ length }) => length > 6),
      { numRuns: 1, seed: 7 },
    );
    const { store, decoder } = logOf(history);
    let isCut = true;
    const passes = new Passes(store, decoder, async function* (_, after) {
      for (const event of history) {
        if (event.position <= after) continue;
        yield { tenant, event };
        if (isCut) {
          isCut = false;
          throw new Error('The connection was reset');
        }
      }
      return before;
    });
    const pass = passes.take(tenant, seeing, before);
    const told: (readonly Told[])[] = [];
    for (let step = await pass.next(); step !== undefined; step = await pass.next()) told.push(step.told);
    expect(told).toEqual(whole(history));
  });
});
