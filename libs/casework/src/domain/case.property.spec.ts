import fc from 'fast-check';
import { plusDays } from '#deadlines';
import { dayIn, type IntentOf } from '#event-sourcing';
import { Rejection } from '#event-sourcing/refusals';
import { effective } from '#event-sourcing/effective';
import { InvalidFact } from '#event-sourcing/fact-check';
import { recorded, specClock, type ToldFact } from '#event-sourcing/testing/spec-of';
import { type Case, initialState, type Present } from './case.js';
import { items as itemCodes } from '#vocabulary';
import {
  caseClosureReasons,
  channels,
  criteria,
  type Criterion,
  handlingTopics,
  hearingModes,
  outcomes,
} from './codes.js';
import { caseDecider } from './decide.js';
import { caseEvents, type CaseEvent } from './events.js';
import { answers, intent, ofCommand } from './example-case.testing.js';
import type { CaseIntent } from './intents.js';
import { check, evolve } from './rules.js';
import { rounds } from '../../../../test/support/rounds.js';

type Fact = ToldFact<typeof caseEvents>;

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const item = fc.constantFrom(...itemCodes.codes);
const items = fc.uniqueArray(item, { minLength: 1, maxLength: 3 });
const text = fc.option(fc.constant('Begrunnelse.'), { nil: undefined });
const eventId = fc.integer({ min: 0, max: 8 }).map((n) => `e${n}`);
const some = (of: string) => fc.integer({ min: 1, max: 3 }).map((n) => `${of}-${n}`);

/** Few, so that most of what is told of one is told of one that is there. */
const letter = fc.constantFrom('letter-1', 'letter-2');

const assessed = (criterion: fc.Arbitrary<Criterion>) =>
  fc.record({ criterion, met: fc.boolean(), reason: fc.constant('Begrunnelse.') });
const decision = fc.record({
  items: fc.oneof(
    fc.array(fc.record({ item, outcome: fc.constantFrom(...outcomes.codes), reason: text }), {
      maxLength: 3,
    }),
    fc.constantFrom(answers('INDIVIDUAL_PLAN'), answers('INDIVIDUAL_PLAN', 'COORDINATOR')),
  ),
  meetingId: fc.option(some('meeting'), { nil: undefined }),
  decidedOn: fc.oneof(day, fc.constant('2026-02-20')),
  criteria: fc.oneof(
    fc.uniqueArray(assessed(fc.constantFrom('LONG_TERM' as const, 'COORDINATED' as const)), {
      selector: ({ criterion }) => criterion,
    }),
    fc
      .boolean()
      .map((met) => criteria.codes.map((criterion) => ({ criterion, met, reason: 'Begrunnelse.' }))),
  ),
});
const changed = fc.oneof(
  day.map((receivedOn) => ({ receivedOn })),
  items.map((of) => ({ items: of })),
  day.map((decidedOn) => ({ decidedOn })),
  day.map((recommendedOn) => ({ recommendedOn })),
  day.map((concludedOn) => ({ concludedOn })),
  fc.constant({ legalBasis: 'PBRL_2_5B' }),
  day.map((meetsOn) => ({ meetsOn })),
  day.map((answeredOn) => ({ answeredOn })),
  day.map((writtenOn) => ({ writtenOn })),
  fc.boolean().map((written) => ({ written })),
  day.map((givenOn) => ({ givenOn })),
  day.map((addedOn) => ({ addedOn })),
  day.map((deliveredOn) => ({ deliveredOn })),
  day.map((returnedOn) => ({ returnedOn })),
  day.map((issuedOn) => ({ issuedOn })),
  day.map((dispatchedOn) => ({ dispatchedOn })),
  day.map((closedOn) => ({ closedOn })),
  day.map((reopenedOn) => ({ reopenedOn })),
  day.map((setAsideOn) => ({ setAsideOn })),
  day.map((assignedOn) => ({ assignedOn })),
  day.map((requestedOn) => ({ requestedOn })),
  day.map((readOn) => ({ readOn })),
  day.map((heardOn) => ({ heardOn })),
  day.map((disqualifiedOn) => ({ disqualifiedOn })),
  fc.boolean().map((met) => ({ met })),
  fc.option(some('meeting')).map((meetingId) => ({ meetingId })),
  fc.option(some('assignment')).map((assignmentId) => ({ assignmentId })),
  fc.constantFrom(...channels.codes).map((channel) => ({ channel })),
);

/** Each outcome of a board that met on that day. */
const concluded = (told: { readonly concludedOn: string; readonly meetingId: string }) => {
  const { concludedOn: heldOn } = told;
  const meeting = { kind: 'BOARD', putOn: heldOn, heldOn, approvedOn: heldOn } as const;
  return [
    intent.approve({ ...told, meeting: { ...meeting, treatment: 'APPROVED' } }),
    intent.return({ ...told, meeting: { ...meeting, treatment: 'RETURNED' } }),
    intent.reject({ ...told, meeting: { ...meeting, treatment: 'REJECTED' } }),
  ];
};

const disputeOn = (topic: string) => `on-${topic.toLowerCase().replaceAll('_', '-')}`;

/** Days of which deadlines are asked: while they run, and when all have passed. */
const dayToBegin = fc.constantFrom('2026-02-10', '2026-02-26', '2026-03-02', '2026-07-01');
const target = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
const keep = (today: string, days: number | undefined) =>
  intent.keepDeadlines({
    today,
    dayBegins: today !== '2026-02-26',
    target: (from) => (days === undefined ? undefined : plusDays(from, days)),
  });
/** A letter about no decision. */
const request = {
  matter: 'REQUEST',
  decisionId: undefined,
  complaintWays: [],
  issuedOn: '2026-02-10',
} as const;

/** Any intent, likely or not, with dates in any order. */
const anyIntent: fc.Arbitrary<IntentOf<CaseIntent>> = fc.oneof(
  fc
    .record({ notifiedOn: day, subjectWishes: fc.constantFrom('YES' as const, 'NO' as const) })
    .map(intent.notifyNeed),
  fc
    .record({ answeredOn: day, subjectWishes: fc.constantFrom('YES' as const, 'NO' as const) })
    .map(intent.answerNeed),
  fc.record({ items, receivedOn: day, joins: fc.boolean(), written: fc.boolean() }).map(intent.receive),
  day.map((completedOn) => intent.completeApplication({ completedOn })),
  {
    weight: 2,
    arbitrary: fc
      .record({ writtenOn: day, signed: fc.boolean() })
      .map(({ writtenOn, signed }) => intent.writeWithHelp({ saidOn: '2026-02-01', writtenOn, signed })),
  },
  day.map((givenOn) => intent.inform({ givenOn })),
  { weight: 2, arbitrary: day.map((sentOn) => intent.replyFirst({ sentOn, expectedOn: undefined })) },
  fc
    .record({ assignmentId: some('assignment'), assigneeId: some('party'), assignedOn: day })
    .map((differs) => intent.assign({ ...differs, dueOn: undefined })),
  fc
    .record({ assignmentId: fc.option(some('assignment'), { nil: undefined }), completedOn: day })
    .map(intent.complete),
  fc
    .record({ meetingId: some('meeting'), meetsOn: day })
    .map((differs) => intent.convene({ ...differs, convenedOn: '2026-02-01' })),
  { weight: 2, arbitrary: decision.map(intent.decide) },
  { weight: 2, arbitrary: day.map((recommendedOn) => intent.recommend({ recommendedOn })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ concludedOn: day, meetingId: some('board') })
      .chain((told) => fc.constantFrom(...concluded(told))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(some('decision'), some('decision'), decision)
      .map(([decisionId, amends, said]) => intent.amend({ ...said, decisionId, amends })),
  },
  fc
    .tuple(some('reading'), decision, day)
    .map(([readingId, { items: answers, criteria: found }, requestedOn]) =>
      intent.askToRead({ readingId, items: answers, criteria: found, requestedOn }),
    ),
  fc
    .record({ readingId: some('reading'), readerId: some('party'), agrees: fc.boolean(), readOn: day })
    .map((told) => intent.read({ ...told, reason: 'Begrunnelse.' })),
  fc.record({ mode: fc.constantFrom(...hearingModes.codes), heardOn: day }).map(intent.hear),
  fc.record({ disqualifiedId: some('party'), disqualifiedOn: day }).map(intent.disqualify),
  fc.record({ dispatchId: some('dispatch'), notifiedOn: day }).map(intent.notify),
  fc
    .record({ letterId: letter, issuedOn: day })
    .chain((told) => fc.constantFrom(intent.issueLetter(told), intent.issueLetter({ ...request, ...told }))),
  fc.record({ letterId: letter, dispatchedOn: day }).map(intent.sendLetter),
  {
    weight: 2,
    arbitrary: fc.record({ letterId: letter, deliveredOn: day }).map(intent.deliverLetter),
  },
  fc.record({ letterId: letter, returnedOn: day }).map(intent.letterBack),
  fc.record({ dispatchId: some('dispatch'), deliveredOn: day }).map(intent.deliver),
  fc.record({ dispatchId: some('dispatch'), returnedOn: day }).map(intent.comeBack),
  day.map((withdrawnOn) => intent.withdraw({ withdrawnOn })),
  day.map((givenOn) => intent.giveNumber({ givenOn })),
  day.map((addedOn) => intent.addReference({ addedOn })),
  fc.record({ closedOn: day, reasonCode: fc.constantFrom(...caseClosureReasons.codes) }).map(intent.close),
  day.map((reopenedOn) => intent.reopen({ reopenedOn })),
  {
    weight: 2,
    arbitrary: fc
      .record({ complaintId: some('complaint'), items })
      .map((told) => intent.setAside({ ...told, setAsideOn: '2026-02-28', arrivedOn: '2026-02-28' })),
  },
  fc
    .record({ topic: fc.constantFrom(...handlingTopics.codes), raisedOn: day })
    .map((told) => intent.dispute({ ...told, disputeId: disputeOn(told.topic) })),
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom({ topic: 'MAPPING', unit: 'SCHOOL' }, { topic: 'FOLLOW_UP', followUp: true }),
        day,
      )
      .map(([{ topic, ...bound }, settledOn]) =>
        intent.settle({ disputeId: disputeOn(topic), settledOn, unit: undefined, ...bound }),
      ),
  },
  fc
    .record({ caseworkerId: some('party'), assignedOn: day, standsIn: fc.boolean() })
    .map(intent.assignCaseworker),
  { weight: 2, arbitrary: fc.tuple(dayToBegin, target).map(([day, days]) => keep(day, days)) },
  { weight: 4, arbitrary: fc.tuple(eventId, changed).map(([id, values]) => intent.correct(id, values)) },
  { weight: 4, arbitrary: eventId.map((id) => intent.annul(id)) },
);

const historyOf = (facts: readonly Fact[]) => recorded(caseEvents, facts);
const liveOf = (facts: readonly Fact[]) => effective(historyOf(facts)) as CaseEvent[];
const stateOf = (facts: readonly Fact[]): Case => liveOf(facts).reduce(evolve, initialState);

/** What the decider answers: facts, or the code of its refusal. */
function answer(facts: readonly Fact[], told: IntentOf<CaseIntent>): readonly Fact[] | string {
  try {
    return caseDecider.decide({ ...specClock, ...told } as CaseIntent, stateOf(facts), historyOf(facts));
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    if (error instanceof InvalidFact) return 'invalid';
    throw error;
  }
}

/** Plays intents on one case; refused ones leave nothing. `each` sees the facts before and after. */
function play(
  told: readonly IntentOf<CaseIntent>[],
  each: (before: readonly Fact[], after: readonly Fact[]) => void,
) {
  let facts: readonly Fact[] = [];
  for (const [index, one] of told.entries()) {
    const decided = answer(facts, one);
    if (typeof decided === 'string') continue;
    const after = [...facts, ...ofCommand(`step-${index}`, ...decided)];
    each(facts, after);
    facts = after;
  }
}

/** Anything at all, from some way along the road to a notified decision. */
const road: readonly IntentOf<CaseIntent>[] = [
  intent.receive(),
  intent.convene(),
  intent.decide(),
  intent.notify(),
];
/** The same to a letter that went out. */
const byLetter: readonly IntentOf<CaseIntent>[] = [
  intent.receive(),
  intent.issueLetter(request),
  intent.sendLetter({ dispatchedOn: '2026-02-10' }),
];
const whatever = fc
  .tuple(
    fc.constantFrom(road, road, road, byLetter),
    fc.integer({ min: 0, max: 4 }),
    fc.array(anyIntent, { minLength: 3, maxLength: 15, size: 'max' }),
  )
  .map(([way, steps, rest]) => [...way.slice(0, steps), ...rest]);
const receivedOnOf = (facts: readonly Fact[]) => {
  const state = stateOf(facts);
  return 'receivedOn' in state ? state.receivedOn : undefined;
};
const isNotice = ({ type }: { readonly type: string }) => caseEvents.all[type]?.isNotice === true;
const count = (events: readonly CaseEvent[], type: CaseEvent['type']) =>
  events.filter((event) => event.type === type).length;

/** No steps of a case's course. */
const ofFile: readonly string[] = [
  'CaseNumberGiven',
  'OutsideReferenceAdded',
  ...Object.keys(caseEvents.declared).filter((type) => isNotice({ type })),
  'LetterIssued',
  'LetterDispatched',
  'LetterDelivered',
  'LetterReturned',
];

describe('whatever happens in a case', () => {
  it('is every kind of step, corrections and annulments among them', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(whatever, (told) => play(told, (_, after) => after.forEach(({ type }) => met.add(type)))),
      { seed: 3, numRuns: rounds(20_000, 3_000) },
    );
    expect([...met]).toEqual(
      expect.arrayContaining([
        ...Object.keys(caseEvents.declared),
        'ApplicationReceivedCorrected',
        'DecisionMadeCorrected',
        'RecordedInErrorMarked',
      ]),
    );
  });

  it('the received date changes by nothing but a correction or an annulment', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (before, after) => {
          const was = receivedOnOf(before);
          if (was === undefined || receivedOnOf(after) === was) return;
          expect(['ApplicationReceivedCorrected', 'RecordedInErrorMarked']).toContain(after.at(-1)?.type);
        }),
      ),
    );
  });

  it('what follows for its deadlines is noted once, and each passing once for a last day', () => {
    fc.assert(
      fc.property(whatever, dayToBegin, target, (told, day, days) =>
        play(told, (_, after) => {
          const noted = answer(after, keep(day, days));
          if (typeof noted === 'string') return;
          const kept = [...after, ...ofCommand('keep', ...noted)];
          expect(answer(kept, keep(day, days))).toEqual([]);
          const missed = liveOf(kept).flatMap((event) =>
            event.type === 'DeadlineMissed' ? [`${event.data.rule} ${event.data.dueOn}`] : [],
          );
          const moved = liveOf(kept).filter((event) => event.type === 'DeadlineSet').length;
          if (moved <= 2) expect(new Set(missed).size).toBe(missed.length);
        }),
      ),
    );
  });

  it('a live decision answers each requested item exactly once (U1)', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const live = liveOf(after);
          const decision = live.find((event) => event.type === 'DecisionMade');
          if (!decision) return;
          const application = live.find((event) => event.type === 'ApplicationReceived');
          expect(decision.data.items.map((one) => one.item).toSorted()).toEqual(
            application?.data.items.toSorted(),
          );
        }),
      ),
    );
  });

  it('at most one need, application, first decision and withdrawal is live', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const live = liveOf(after);
          for (const type of [
            'NeedNotified',
            'ApplicationReceived',
            'DecisionMade',
            'ApplicationWithdrawn',
          ] as const) {
            expect(count(live, type)).toBeLessThanOrEqual(1);
          }
          expect(count(live, 'DecisionMade') + count(live, 'ApplicationWithdrawn')).toBeLessThanOrEqual(1);
        }),
      ),
    );
  });

  it('D1 it is closed from a closing until it is reopened, and nothing happened in between on a later day', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const steps = liveOf(after);
          const state = stateOf(after);
          const last = steps.findLast(({ type }) => type === 'CaseClosed' || type === 'CaseReopened');
          expect(state.status !== 'absent' && state.closed !== undefined).toBe(last?.type === 'CaseClosed');
          if (last?.type !== 'CaseClosed') return;
          const ofCourse = steps.filter(({ type }) => !ofFile.includes(type));
          const days = ofCourse.map(({ type, data }) => dayIn(caseEvents.all[type], data) ?? '');
          expect(days.filter((one) => one > last.data.closedOn)).toEqual([]);
        }),
      ),
    );
  });

  it('D1 closing and reopening leave everything else as it was', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const ends = ['CaseClosed', 'CaseReopened'];
          const others = liveOf(after).filter(({ type }) => !ends.includes(type));
          const apart = ({ closed: _closed, lastOn: _last, ...rest }: Partial<Present>) => rest;
          const without = others.reduce(evolve, initialState);
          expect(apart(stateOf(after) as Partial<Present>)).toEqual(apart(without as Partial<Present>));
        }),
      ),
    );
  });

  it('its caseworker is the one of the latest day, and nobody who is disqualified', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const state = stateOf(after);
          const caseworker = state.status === 'absent' ? undefined : state.caseworker?.caseworkerId;
          const disqualified = liveOf(after).flatMap((event) =>
            event.type === 'CaseworkerDisqualified' ? [event.data.disqualifiedId] : [],
          );
          if (disqualified.length > 0) return expect(disqualified).not.toContain(caseworker);
          const assigned = liveOf(after).flatMap(({ type, data }) =>
            type === 'CaseworkerAssigned' ? [data] : [],
          );
          const days = assigned.map(({ assignedOn }) => assignedOn).toSorted();
          const last = assigned.findLast(({ assignedOn }) => assignedOn === days.at(-1));
          expect(caseworker).toBe(last?.caseworkerId);
        }),
      ),
    );
  });

  it('a decision against the conditions as they were assessed was read by another and agreed to', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (before, after) => {
          const made = after.slice(before.length);
          const decision = made.find(({ type }) => type === 'DecisionMade');
          if (decision?.type !== 'DecisionMade' || decision.data.decidedBy === 'BOARD') return;
          const found = made.flatMap((one) => (one.type === 'CriterionAssessed' ? [one.data] : []));
          const isMet = (of: (criterion: string) => boolean) =>
            found.filter(({ criterion }) => of(criterion)).every(({ met }) => met);
          const ofPlan = isMet((one) => !one.startsWith('CHILD_'));
          const ofChild = isMet((one) => one.startsWith('CHILD_'));
          const isAgainst = decision.data.items.some(
            ({ item: of, outcome }) =>
              of !== 'GROUP' && (outcome === 'REFUSED') === (of === 'CHILD_COORDINATOR' ? ofChild : ofPlan),
          );
          const reading = stateOf(before);
          const given = 'reading' in reading ? reading.reading?.given : undefined;
          expect(isAgainst && given?.agrees !== true).toBe(false);
        }),
      ),
    );
  });

  it('a criterion is live only with the decision that it was assessed for', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const live = liveOf(after);
          const decisions = live.filter(({ type }) => type === 'DecisionMade' || type === 'DecisionAmended');
          const commands = decisions.map(({ metadata }) => metadata.$causationId);
          for (const event of live.filter(({ type }) => type === 'CriterionAssessed')) {
            expect(commands).toContain(event.metadata.$causationId);
          }
        }),
      ),
    );
  });

  it('dates stand in order: received, decided, notified', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const state = stateOf(after);
          if (state.status !== 'decided' && state.status !== 'notified') return;
          const days = state.decisions.map(({ decidedOn }) => decidedOn);
          const made = state.decisions.findLast(({ isRemainder }) => isRemainder !== true)?.decidedOn;
          expect([state.receivedOn, ...days]).toEqual([state.receivedOn, ...days].toSorted());
          for (const { sentOn } of state.dispatches) expect((made ?? '') <= sentOn).toBe(true);
        }),
      ),
    );
  });

  it('D3 each decision amends the one before it, and answers every requested item', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const state = stateOf(after);
          if (state.status !== 'decided' && state.status !== 'notified') return;
          const amended = liveOf(after).flatMap((event) =>
            event.type === 'DecisionAmended' ? [event.data] : [],
          );
          const decisions = state.decisions.filter(({ isRemainder }) => isRemainder !== true);
          const ids = decisions.map(({ decisionId }) => decisionId);
          expect(amended.map(({ amends }) => amends)).toEqual(ids.slice(0, -1));
          for (const { answers } of decisions) {
            expect(answers.map(({ item }) => item).toSorted()).toEqual(state.items.toSorted());
          }
        }),
      ),
    );
  });

  it('every live step is one that those before it allow, also after corrections', () => {
    fc.assert(
      fc.property(whatever, (told) =>
        play(told, (_, after) => {
          const standing = liveOf(after).reduce((state, step) => {
            expect(() => check(state, step)).not.toThrow();
            return evolve(state, step);
          }, initialState);
          expect(standing.status === 'absent').toBe(liveOf(after).every(isNotice));
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

  it('an annulled annulment leaves the case as it was', () => {
    fc.assert(
      fc.property(whatever, eventId, (told, target) => {
        let facts: readonly Fact[] = [];
        play(told, (_, after) => (facts = after));
        const annulment = answer(facts, intent.annul(target));
        if (typeof annulment === 'string') return;
        const annulled = [...facts, ...ofCommand('annul', ...annulment)];
        const undone = answer(annulled, intent.annul(`e${facts.length}`));
        expect(undone).not.toEqual(expect.any(String));
        expect(stateOf([...annulled, ...(undone as readonly Fact[])])).toEqual(stateOf(facts));
      }),
    );
  });
});
