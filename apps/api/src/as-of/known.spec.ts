import fc from 'fast-check';
import { codec } from '#apps/codec';
import { plusDays } from '#deadlines';
import type { Recorded } from '#event-sourcing/event';
import { refold } from '#projecting';
import { rounds } from '../../../../test/support/rounds.js';
import { caseOverview } from '#projections/case-overview/projection';
import { type CaseFact, Log } from '../../../../projections/log.testing.js';
import { changesBetween } from './changes-between.js';
import { historyAsOf, misplacedIn, type Sense, senses } from './known.js';

const about = { caseId: 'c', subjectId: 's' };
const received = (receivedOn: string): CaseFact => ({
  type: 'ApplicationReceived',
  data: {
    ...about,
    items: ['COORDINATOR'],
    receivedOn,
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
  },
});
const assigned = (assignedOn: string): CaseFact => ({
  type: 'MappingAssigned',
  data: { ...about, assignmentId: 'm', assigneeId: 'worker', assignedOn },
});
const assessed = (assessedOn: string, met: boolean, criterion: 'LONG_TERM' | 'COORDINATED'): CaseFact => ({
  type: 'CriterionAssessed',
  data: { ...about, criterion, met, reason: 'Vurdert.', assessedOn },
});
const closed = (closedOn: string): CaseFact => ({
  type: 'CaseClosed',
  data: { ...about, closedOn, reasonCode: 'MOVED' },
});

const historyOf = async (log: Log): Promise<Recorded[]> =>
  (await log.store.read('case-1576.c')).map((event) => codec.decode(event));
const rowOf = (history: readonly Recorded[]) => [...refold(caseOverview, history).values()][0]?.row;

describe('a history as of a day', () => {
  it('is known by when it was recorded, in Norway, and true by when it happened', async () => {
    const log = new Log();
    log.recordedAt = '2026-03-02T22:59:59.999Z';
    await log.inCase('c', received('2026-02-10'));
    log.recordedAt = '2026-03-02T23:00:00.000Z';
    await log.inCase('c', assigned('2026-02-20'));
    const history = await historyOf(log);
    const typesAt = (day: string, sense: Sense) =>
      historyAsOf(history, { day, sense }).map(({ type }) => type);
    expect(typesAt('2026-03-01', 'KNOWN_ON')).toEqual([]);
    expect(typesAt('2026-03-02', 'KNOWN_ON')).toEqual(['ApplicationReceived']);
    expect(typesAt('2026-03-03', 'KNOWN_ON')).toHaveLength(2);
    expect(typesAt('2026-02-09', 'TRUE_ON')).toEqual([]);
    expect(typesAt('2026-02-19', 'TRUE_ON')).toEqual(['ApplicationReceived']);
    expect(typesAt('2026-02-20', 'TRUE_ON')).toHaveLength(2);
  });

  it('is true by the day that reads now, and known by the day that stood there', async () => {
    const log = new Log();
    const [application] = await log.inCase('c', received('2026-02-10'));
    if (!application) throw new Error('an application was recorded');
    log.recordedAt = '2026-03-20T08:00:00.000Z';
    await log.correct(application, { receivedOn: '2026-02-02' });
    const history = await historyOf(log);
    const dayAt = (day: string, sense: Sense) => rowOf(historyAsOf(history, { day, sense }))?.['received_on'];
    expect(dayAt('2026-02-05', 'TRUE_ON')).toBe('2026-02-02');
    expect(dayAt('2026-02-05', 'KNOWN_ON')).toBeUndefined();
    expect(dayAt('2026-03-19', 'KNOWN_ON')).toBe('2026-02-10');
    expect(dayAt('2026-03-20', 'KNOWN_ON')).toBe('2026-02-02');
  });

  it('has what is struck out later where it is known, and not where it is true', async () => {
    const log = new Log();
    await log.inCase('c', received('2026-02-10'));
    const [closing] = await log.inCase('c', closed('2026-03-01'));
    if (!closing) throw new Error('a closing was recorded');
    log.recordedAt = '2026-03-20T08:00:00.000Z';
    await log.annul(closing);
    const history = await historyOf(log);
    const statusAt = (sense: Sense) => rowOf(historyAsOf(history, { day: '2026-03-10', sense }))?.['status'];
    expect(statusAt('KNOWN_ON')).toBe('CLOSED');
    expect(statusAt('TRUE_ON')).toBe('APPLICATION_RECEIVED');
    expect([...misplacedIn(history)]).toEqual([closing.id]);
  });
});

/** What is recorded on a day: a fact of that day or an earlier one, or something said of an earlier entry. */
const move = fc.record({
  after: fc.integer({ min: 0, max: 3 }),
  back: fc.integer({ min: 0, max: 12 }),
  what: fc.constantFrom('assign', 'assess', 'assess-other', 'close', 'correct', 'annul'),
  of: fc.nat(),
  met: fc.boolean(),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

async function recordedBy(moves: readonly Move[]): Promise<{ history: Recorded[]; last: string }> {
  const log = new Log();
  let today = '2026-03-02';
  const entries = await log.inCase('c', received('2026-02-20'));
  const days: Readonly<Record<string, string>> = {
    ApplicationReceived: 'receivedOn',
    MappingAssigned: 'assignedOn',
    CriterionAssessed: 'assessedOn',
    CaseClosed: 'closedOn',
  };
  for (const { after, back, what, of, met } of moves) {
    today = plusDays(today, after);
    log.recordedAt = `${today}T09:00:00.000Z`;
    const day = plusDays(today, -back);
    const target = entries[of % entries.length];
    if (target === undefined) continue;
    const field = days[target.type];
    if (what === 'assign') entries.push(...(await log.inCase('c', assigned(day))));
    else if (what === 'assess') entries.push(...(await log.inCase('c', assessed(day, met, 'LONG_TERM'))));
    else if (what === 'assess-other') {
      entries.push(...(await log.inCase('c', assessed(day, met, 'COORDINATED'))));
    } else if (what === 'close') entries.push(...(await log.inCase('c', closed(day))));
    else if (what === 'correct' && field !== undefined) await log.correct(target, { [field]: day });
    else if (what === 'annul' && target !== entries[0]) {
      entries.splice(entries.indexOf(target), 1);
      await log.annul(target);
    }
  }
  return { history: await historyOf(log), last: today };
}
const moves = fc.array(move, { maxLength: 14 });

describe('a case as of any day', () => {
  it('reads today as it reads, and is known on a day as it read at the end of that day', async () => {
    await fc.assert(
      fc.asyncProperty(moves, fc.integer({ min: 0, max: 40 }), async (made, back) => {
        const { history, last } = await recordedBy(made);
        for (const sense of senses.codes) {
          expect(historyAsOf(history, { day: last, sense })).toEqual(history);
        }
        const day = plusDays(last, -back);
        const byThen = history.filter(({ metadata }) => metadata.recordedAt < `${plusDays(day, 1)}T00:00`);
        expect(rowOf(historyAsOf(history, { day, sense: 'KNOWN_ON' }))).toEqual(rowOf(byThen));
      }),
      { numRuns: rounds(300, 60) },
    );
  });

  it('differs between two days by what is said to have changed, and by nothing that came before or after', async () => {
    await fc.assert(
      fc.asyncProperty(
        moves,
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        fc.constantFrom(...senses.codes),
        async (made, long, back, sense) => {
          const { history, last } = await recordedBy(made);
          const to = plusDays(last, -back);
          const from = plusDays(to, -long);
          const before = rowOf(historyAsOf(history, { day: from, sense }));
          const after = rowOf(historyAsOf(history, { day: to, sense }));
          const changes = changesBetween(caseOverview, history, { from, to, sense });
          if (before === undefined) {
            expect(changes).toBeUndefined();
            return;
          }
          const changed = Object.fromEntries((changes ?? []).map(({ column, now }) => [column, now]));
          expect({ ...before, ...changed }).toEqual(after);
          for (const { by, was, now } of changes ?? []) {
            expect(was).not.toEqual(now);
            expect(by.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: rounds(300, 60) },
    );
  });
});
