import fc from 'fast-check';
import { effective } from '#event-sourcing/effective';
import { InvalidFact } from '#event-sourcing/fact-check';
import { Rejection } from '#event-sourcing/refusals';
import { recorded, specClock, type ToldFact } from '#event-sourcing/testing/spec-of';
import { rounds } from '../../../../test/support/rounds.js';
import { treatments } from './codes.js';
import { meetingDecider } from './decide.js';
import { type MeetingEvent, meetingEvents, stepOf } from './events.js';
import { annul, correct, fact, intentOf } from './example-meeting.testing.js';
import { initialState, type Meeting, type Planned } from './meeting.js';

type Fact = ToldFact<typeof meetingEvents>;
type Told = ReturnType<ReturnType<typeof intentOf>> | ReturnType<typeof annul> | ReturnType<typeof correct>;

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
/** Mostly the day of the example, so that much of it goes through. */
const meetsOn = fc.oneof({ weight: 4, arbitrary: fc.constant('2026-02-20') }, day);
const early = fc.integer({ min: 1, max: 9 }).map((n) => `2026-02-0${n}`);
const number = fc.integer({ min: 1, max: 3 });
const some = (of: string) => number.map((n) => `${of}-${n}`);
const parties = fc.uniqueArray(some('party'), { maxLength: 3 });
const reason = fc.option(fc.constant('Begrunnelse.'), { nil: undefined });
const eventId = fc.integer({ min: 0, max: 9 }).map((n) => `e${n}`);
const kind = fc.constantFrom('UNIT' as const, 'BOARD' as const);

const putOn = (n: number, on: string) =>
  intentOf(fact.putOn())({
    caseId: `case-${n}`,
    putOn: on,
    asked: { case: { subjectId: `subject-${n}`, waits: true, isRecommended: true, disqualified: [] } },
  });
const led = fc.option(some('party'), { nil: undefined }).map((partyId) => ({ leader: { partyId } }));
const leader = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, led);

const held = (differs: Readonly<Record<string, unknown>>) =>
  intentOf(fact.held({ quorum: undefined }))(differs);
const disposed = intentOf({ type: 'MeetingTextsDisposed', data: { disposedOn: '2026-03-02' } });
const changed = fc.oneof(
  meetsOn.map((on) => ({ meetsOn: on })),
  day.map((heldOn) => ({ heldOn })),
  early.map((on) => ({ putOn: on })),
  day.map((fixedOn) => ({ fixedOn })),
  day.map((minutesOn) => ({ minutesOn })),
  day.map((approvedOn) => ({ approvedOn })),
  kind.map((of) => ({ kind: of })),
  parties.map((disqualified) => ({ disqualified })),
  parties.map((ids) => ({ attendance: ids.map((partyId) => ({ partyId })) })),
  parties.map((approvedBy) => ({ approvedBy })),
  fc.constantFrom(...treatments.codes).map((treatment) => ({ treatment, reason: 'Begrunnelse.' })),
  number.map((quorum) => ({ quorum })),
  fc.uniqueArray(some('case'), { minLength: 1 }).map((caseIds) => ({ caseIds })),
);

/** Any intent, likely or not, with dates in any order. */
const anyIntent: fc.Arbitrary<Told> = fc.oneof(
  fc.record({ kind, meetsOn, plannedOn: early }).map(intentOf(fact.planned())),
  fc.record({ meetsOn, movedOn: early }).map(intentOf(fact.moved())),
  day.map((cancelledOn) => intentOf(fact.cancelled())({ cancelledOn })),
  { weight: 3, arbitrary: fc.tuple(number, early).map(([n, on]) => putOn(n, on)) },
  fc.record({ caseId: some('case'), takenOffOn: early }).map(intentOf(fact.takenOff())),
  {
    weight: 2,
    arbitrary: fc
      .record({ caseIds: fc.uniqueArray(some('case'), { minLength: 1 }), orderedOn: early })
      .map(intentOf(fact.ordered())),
  },
  fc.record({ fixedOn: day }).map(intentOf(fact.fixed())),
  {
    weight: 2,
    arbitrary: fc
      .record({
        heldOn: meetsOn,
        attendance: parties.map((ids) => ids.map((partyId) => ({ partyId }))),
        ledBy: fc.option(some('party'), { nil: undefined }),
        asked: leader,
      })
      .map(held),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        caseId: some('case'),
        treatment: fc.constantFrom(...treatments.codes),
        disqualified: parties,
        reason,
      })
      .map(intentOf(fact.treated())),
  },
  fc.record({ minutesOn: day }).map(intentOf(fact.minutes())),
  {
    weight: 2,
    arbitrary: fc
      .record({ approvedOn: day, approvedBy: fc.option(parties, { nil: undefined }) })
      .map(intentOf(fact.approved())),
  },
  fc.record({ requestedBy: some('party') }).map(intentOf(fact.disposalRequested())),
  { weight: 2, arbitrary: fc.record({ confirmedBy: some('party') }).map(disposed) },
  { weight: 3, arbitrary: fc.tuple(eventId, changed).map(([id, values]) => correct(id, values)) },
  { weight: 3, arbitrary: eventId.map((id) => annul(id)) },
);

const historyOf = (facts: readonly Fact[]) => recorded(meetingEvents, facts);
const liveOf = (facts: readonly Fact[]) => effective(historyOf(facts)) as MeetingEvent[];
const evolve = (state: Meeting, { type, data }: MeetingEvent): Meeting =>
  stepOf(type).evolve(state, data as never);
const stateOf = (facts: readonly Fact[]): Meeting => liveOf(facts).reduce(evolve, initialState);

/** What the decider answers: facts, or the code of its refusal. */
function answer(facts: readonly Fact[], told: Told): readonly Fact[] | string {
  try {
    const intent = { ...specClock, ...told } as unknown as Parameters<typeof meetingDecider.decide>[0];
    return meetingDecider.decide(intent, stateOf(facts), historyOf(facts));
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    if (error instanceof InvalidFact) return 'invalid';
    throw error;
  }
}

/** Plays intents on one meeting; refused ones leave nothing. `each` sees the facts before and after. */
function play(told: readonly Told[], each: (before: readonly Fact[], after: readonly Fact[]) => void) {
  let facts: readonly Fact[] = [];
  for (const one of told) {
    const decided = answer(facts, one);
    if (typeof decided === 'string') continue;
    const after = [...facts, ...decided];
    each(facts, after);
    facts = after;
  }
}

/** Some way along the road to an approved protocol, of the unit or of the board. */
const road = (of: 'UNIT' | 'BOARD'): readonly Told[] => [
  intentOf(fact.planned({ kind: of }))(),
  putOn(1, '2026-02-05'),
  putOn(2, '2026-02-06'),
  intentOf(fact.ordered())(),
  intentOf(fact.fixed())(),
  held({}),
  intentOf(fact.treated())({ treatment: of === 'UNIT' ? 'TREATED' : 'APPROVED' }),
  intentOf(fact.treated())({ caseId: 'case-2', treatment: 'PUT_OFF', reason: 'Begrunnelse.' }),
  intentOf(fact.minutes())(),
  intentOf(fact.approved())(),
];
const whatever = fc
  .tuple(
    kind,
    fc.integer({ min: 0, max: 10 }),
    fc.array(anyIntent, { minLength: 3, maxLength: 15, size: 'max' }),
  )
  .map(([of, steps, rest]) => [...road(of).slice(0, steps), ...rest]);

/** The last step but for the disposal of its texts, which is no part of its course. */
const lastOfCourse = (live: readonly MeetingEvent[]) =>
  live.findLast(({ type }) => type !== 'MeetingDisposalRequested' && type !== 'MeetingTextsDisposed')?.type;

const there = (state: Meeting): Planned | undefined => (state.status === 'absent' ? undefined : state);
/** Holds of every meeting, whatever was told of it. */
const always = (holds: (meeting: Planned, live: readonly MeetingEvent[]) => void) =>
  fc.assert(
    fc.property(whatever, (told) =>
      play(told, (_, after) => {
        const meeting = there(stateOf(after));
        if (meeting) holds(meeting, liveOf(after));
      }),
    ),
  );

describe('whatever happens at a meeting', () => {
  it('is every kind of step, corrections and annulments among them', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(whatever, (told) => play(told, (_, after) => after.forEach(({ type }) => met.add(type)))),
      { seed: 1, numRuns: rounds(20_000, 1_000) },
    );
    expect([...met]).toEqual(
      expect.arrayContaining([
        ...Object.keys(meetingEvents.declared),
        'MeetingPlannedCorrected',
        'CaseTreatedCorrected',
        'RecordedInErrorMarked',
      ]),
    );
  });

  it('D4 every case on its agenda goes by the one day on which it met', () =>
    always(({ status, meetsOn: on, cases }, live) => {
      if (status !== 'held') return;
      const heldOn = live.flatMap(({ type, data }) => (type === 'MeetingHeld' ? [data.heldOn] : []));
      expect(heldOn).toEqual([on]);
      for (const { putOn: put } of Object.values(cases)) expect(put <= on).toBe(true);
    }));

  it('its agenda is as it was fixed from then on (S6)', () =>
    always((_, live) => {
      const fixed = live.findIndex(({ type }) => type === 'AgendaFixed');
      if (fixed < 0) return;
      const after = live.slice(fixed + 1).map(({ type }) => type);
      for (const type of ['CasePutOnAgenda', 'CaseTakenOffAgenda', 'AgendaOrdered', 'AgendaFixed'] as const) {
        expect(after).not.toContain(type);
      }
    }));

  it('each case is treated once, by as many as it takes, and by nobody who was not there (S6)', () =>
    always(({ cases, present, quorum = 0 }, live) => {
      const treated = live.flatMap((event) => (event.type === 'CaseTreated' ? [event.data] : []));
      const ids = treated.map(({ caseId }) => caseId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { caseId, treatment, disqualified } of treated) {
        expect(cases[caseId]?.treatment).toBe(treatment);
        expect(disqualified.filter((party) => !present.includes(party))).toEqual([]);
        if (treatment !== 'PUT_OFF') {
          expect(present.length - disqualified.length).toBeGreaterThanOrEqual(quorum);
        }
      }
    }));

  it('the board meets on a fixed list, with a quorum (S6)', () =>
    always(({ kind: of, status, fixedOn, present, quorum }) => {
      if (status !== 'held' || of !== 'BOARD') return;
      expect(fixedOn).toBeDefined();
      expect(present.length).toBeGreaterThanOrEqual(quorum ?? 0);
    }));

  it('whoever led it was there, and approves its protocol (F27)', () =>
    always(({ ledBy, present, approvedOn }, live) => {
      if (ledBy === undefined) return;
      expect(present).toContain(ledBy);
      const approved = live.flatMap((event) => (event.type === 'ProtocolApproved' ? [event.data] : []));
      expect(approved).toHaveLength(approvedOn === undefined ? 0 : 1);
      for (const { approvedBy = [] } of approved) expect(approvedBy).toContain(ledBy);
    }));

  it('an approved protocol has minutes, tells of every case, and nothing is written in it any more (S6)', () =>
    always(({ approvedOn, minutesOn, cases }, live) => {
      if (approvedOn === undefined) return;
      expect((minutesOn ?? '9999') <= approvedOn).toBe(true);
      expect(Object.values(cases).every(({ treatment }) => treatment !== undefined)).toBe(true);
      expect(lastOfCourse(live)).toBe('ProtocolApproved');
    }));

  it('a cancelled one is not held, and nothing follows', () =>
    always(({ status }, live) => {
      if (status !== 'cancelled') return;
      expect(lastOfCourse(live)).toBe('MeetingCancelled');
      expect(live.map(({ type }) => type)).not.toContain('MeetingHeld');
    }));

  it('every live step is one that those before it allow, also after corrections', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const standing = liveOf(after).reduce((state, step) => {
            expect(() => stepOf(step.type).check(state, step.data as never, undefined)).not.toThrow();
            return evolve(state, step);
          }, initialState);
          expect(standing.status === 'absent').toBe(liveOf(after).length === 0);
        }),
      ),
    );
  });

  it('the same question on the same history has the same answer, and asking changes nothing', () => {
    fc.assert(
      fc.property(whatever, anyIntent, (told, last) => {
        let facts: readonly Fact[] = [];
        play(told, (_, after) => (facts = after));
        const before = structuredClone(facts);
        expect(answer(facts, last)).toEqual(answer(facts, last));
        expect(facts).toEqual(before);
      }),
    );
  });

  it('an annulled annulment leaves the meeting as it was', () => {
    fc.assert(
      fc.property(whatever, eventId, (told, target) => {
        let facts: readonly Fact[] = [];
        play(told, (_, after) => (facts = after));
        const annulment = answer(facts, annul(target));
        if (typeof annulment === 'string') return;
        const annulled = [...facts, ...annulment];
        const undone = answer(annulled, annul(`e${facts.length}`));
        expect(undone).not.toEqual(expect.any(String));
        expect(stateOf([...annulled, ...(undone as readonly Fact[])])).toEqual(stateOf(facts));
      }),
    );
  });
});
