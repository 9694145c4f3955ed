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

/** A log of one stream, and how often it was read. */
function logOf(events: readonly Recorded[]) {
  let reads = 0;
  const store = {
    history: async () => {
      reads += 1;
      return { events };
    },
  } as unknown as Pick<EventStore, 'history'>;
  const decoder: Decoder = { decode: (event) => event as unknown as Recorded };
  return { store, decoder, reads: () => reads };
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
        const { store, decoder } = logOf(events);
        const [passes, courses] = [new Passes(store, decoder), new Courses(store, decoder)];
        const expected = whole(events);
        for (const from of [0, Math.min(begin, events.length)]) {
          let pass = passes.take(tenant, seeing, 0n);
          for (const [at, event] of events.entries()) {
            if (at < from) continue;
            expect(await pass.toldOf({ tenant, event })).toEqual(expected[at]);
            passes.leave(pass, tenant, seeing, event.position);
            pass = passes.take(tenant, seeing, event.position);
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
    const { store, decoder, reads } = logOf(history);
    const pass = new Passes(store, decoder).take(tenant, seeing, 0n);
    for (const event of history) await pass.toldOf({ tenant, event });
    const changing = history.filter(({ type }) => /Corrected$|^RecordedInErrorMarked$/.test(type));
    expect(reads()).toBe(changing.length);
  });
});
