import { noMeetings } from '#casework/application/meetings.testing';
import { numbersInMemory } from '#casework/application/numbers.testing';
import fc from 'fast-check';
import { caseEvents, caseStream } from '#casework';
import { ReviseCaseEventCommand, ReviseCaseEventHandler } from '#casework/application/revise-case-event';
import { RecordCaseStepCommand, RecordCaseStepHandler } from '#casework/application/record-case-step';
import type { EventStore, FactOf, Recorded } from '#event-sourcing';
import { effective } from '#event-sourcing/effective';
import type { CorrectionFact } from '#event-sourcing/event';
import {
  ReviseCoordinationEventCommand,
  ReviseCoordinationEventHandler,
} from '../src/application/revise-coordination-event.js';
import { plainKeys } from '../src/application/log.testing.js';
import { coordinationEvents, restingOnCases } from '../src/index.js';
import {
  at,
  begun,
  caseAt,
  caseIds,
  codec,
  contextOf,
  day,
  eventAt,
  idAt,
  outcomeOf,
  reacted,
  recording,
  stream,
  subjectId,
  tenant,
  today,
  whichCase,
  why,
  type Wish,
  wishes,
} from './lives.testing.js';
import { rounds } from '../../../test/support/rounds.js';

// The rules are told here once more, and read from the events themselves: the code's own replay must not judge itself.

const onDays = (...fields: readonly string[]) =>
  fc.tuple(fc.constantFrom(...fields), day).map(([field, on]) => ({ [field]: on }));
const scopes = fc.constantFrom<('REGISTER' | 'PLAN' | 'COORDINATOR' | 'SHARE')[]>(
  ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
  ['PLAN'],
  ['COORDINATOR', 'SHARE'],
);
const correctedCase = fc.oneof(
  onDays('receivedOn', 'decidedOn', 'notifiedOn', 'withdrawnOn', 'assessedOn'),
  fc.subarray(['INDIVIDUAL_PLAN', 'COORDINATOR'], { minLength: 1 }).map((items) => ({ items })),
  fc.tuple(fc.constantFrom('GRANTED', 'PARTLY', 'REFUSED'), fc.boolean()).map(([outcome, isReasoned]) => ({
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'].map((item) => ({
      item,
      outcome,
      ...(isReasoned && { reason: 'Begrunnelse.' }),
    })),
  })),
);
const correctedCoordination = fc.oneof(
  onDays('givenOn', 'validUntil', 'withdrawnOn', 'validFrom', 'releasedOn'),
  onDays('startedOn', 'closedOn', 'joinedOn', 'leftOn'),
  scopes.map((changed) => ({ scopes: changed })),
  fc.constantFrom('ORDINARY', 'CHILD').map((kind) => ({ kind })),
  fc.boolean().map((temporary) => ({ temporary })),
  fc.constantFrom('NEED_CEASED', 'LEFT_POSITION').map((reasonCode) => ({ reasonCode })),
);

/** What the lives of the other spec do not wish: every field corrected, and each thing's end. */
const further: fc.Arbitrary<Wish> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(whichCase, at, correctedCase)
      .map(([n, place, changed]): Wish => async ({ runner, store, context }) => {
        const { id: eventId } = await eventAt(store, caseStream(tenant, caseAt(n)), place);
        const data = { caseId: caseAt(n), eventId, changed, reason: 'Feil tast.' };
        return new ReviseCaseEventHandler(runner, restingOnCases(runner), noMeetings).execute(
          new ReviseCaseEventCommand(data, context),
        );
      }),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(at, correctedCoordination)
      .map(([place, changed]): Wish => async ({ runner, store, context }) => {
        const { id: eventId } = await eventAt(store, stream, place);
        const data = { subjectId, eventId, changed, reason: 'Feil tast.' };
        return new ReviseCoordinationEventHandler(runner, plainKeys).execute(
          new ReviseCoordinationEventCommand(data, context),
        );
      }),
  },
  fc.tuple(whichCase, at).map(([n, place]): Wish => async ({ runner, store, context }) => {
    const { id: eventId } = await eventAt(store, caseStream(tenant, caseAt(n)), place);
    const data = { caseId: caseAt(n), eventId, ...why };
    return new ReviseCaseEventHandler(runner, restingOnCases(runner), noMeetings).execute(
      new ReviseCaseEventCommand(data, context),
    );
  }),
  fc.tuple(whichCase, day).map(([n, notifiedOn]): Wish => ({ runner, context }) => {
    const sent = { recipients: ['SUBJECT' as const], channel: 'LETTER' as const, notifiedOn };
    return new RecordCaseStepHandler(runner, numbersInMemory(), noMeetings).execute(
      new RecordCaseStepCommand('DecisionNotified', { caseId: caseAt(n), ...sent }, context),
    );
  }),
  fc.tuple(whichCase, day).map(([n, withdrawnOn]): Wish => ({ runner, context }) => {
    const data = { caseId: caseAt(n), withdrawnBy: 'SUBJECT' as const, withdrawnOn };
    return new RecordCaseStepHandler(runner, numbersInMemory(), noMeetings).execute(
      new RecordCaseStepCommand('ApplicationWithdrawn', data, context),
    );
  }),
  fc
    .tuple(scopes, day, fc.option(day, { nil: undefined }))
    .map(([covered, givenOn, validUntil]) =>
      recording('ConsentGiven', { subjectId, scopes: covered, givenBy: 'SUBJECT', givenOn, validUntil }),
    ),
  fc.tuple(at, day).map(([n, withdrawnOn]) =>
    recording('ConsentWithdrawn', async (store) => ({
      subjectId,
      consentId: await idAt(store, 'ConsentGiven', 'consentId', n),
      withdrawnOn,
    })),
  ),
  fc.tuple(whichCase, day, fc.boolean()).map(([n, validFrom, temporary]) =>
    recording('CoordinatorAppointed', {
      subjectId,
      coordinatorId: 'party-2',
      caseId: caseAt(n),
      validFrom,
      kind: 'CHILD',
      temporary,
      wishFollowed: 'YES',
    }),
  ),
  fc.tuple(at, day).map(([n, releasedOn]) =>
    recording('CoordinatorReleased', async (store) => ({
      subjectId,
      appointmentId: await idAt(store, 'CoordinatorAppointed', 'appointmentId', n),
      releasedOn,
      reasonCode: 'NEED_CEASED' as const,
      personAgrees: true,
    })),
  ),
  fc.tuple(at, day).map(([n, leftOn]) =>
    recording('MemberLeftGroup', async (store) => ({
      subjectId,
      memberId: await idAt(store, 'MemberJoinedGroup', 'memberId', n),
      leftOn,
      reasonCode: 'OTHER' as const,
    })),
  ),
);

const lives = fc.array(fc.oneof(wishes, further), { minLength: 15, maxLength: 40, size: 'max' });

type Fact = Exclude<FactOf<typeof caseEvents> | FactOf<typeof coordinationEvents>, CorrectionFact>;
type DataOf<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>['data'];
interface Standing {
  readonly all: readonly Recorded[];
  /** With the place in the stream: what a withdrawal came after, it does not undo. */
  readonly of: <Type extends Fact['type']>(
    type: Type,
  ) => readonly (DataOf<Type> & { readonly place: number })[];
}

/** What stands in a stream, corrections read in. */
async function standing(store: EventStore, from: string): Promise<Standing> {
  const recorded = (await store.read(from)).map((event) => codec.decode(event));
  const all: readonly Recorded[] = effective(recorded);
  const of = <Type extends Fact['type']>(type: Type) =>
    all.flatMap(({ type: its, data }, place) => (its === type ? [{ ...data, place }] : []));
  return { all: recorded, of: of as unknown as Standing['of'] };
}

/** After every day. */
const open = '9999';
type Decision = DataOf<'DecisionMade'> | undefined;

/** What is wrong with a case; nothing should be. */
function* wrongIn({ of }: Standing): Generator<string> {
  for (const type of ['ApplicationReceived', 'DecisionMade', 'ApplicationWithdrawn'] as const) {
    if (of(type).length > 1) yield `two of ${type}`;
  }
  const [application] = of('ApplicationReceived');
  const [decision] = of('DecisionMade');
  const [withdrawal] = of('ApplicationWithdrawn');
  const received = application?.receivedOn ?? open;
  if (decision) {
    if (decision.decidedOn < received) yield 'decided before it was received';
    if (withdrawal) yield 'decided though withdrawn';
    const answered = decision.items.map(({ item }) => item).toSorted();
    if (answered.join() !== application?.items.toSorted().join()) yield 'another item answered';
    if (decision.items.some(({ outcome, reason }) => outcome !== 'GRANTED' && reason === undefined)) {
      yield 'refused without a reason';
    }
    const isUnmet = of('CriterionAssessed').some(({ met }) => !met);
    if (isUnmet && decision.items.some(({ reason }) => reason === undefined)) {
      yield 'granted against a criterion without a reason';
    }
    for (const criterion of ['LONG_TERM', 'COORDINATED']) {
      const [assessed] = of('CriterionAssessed').filter((one) => one.criterion === criterion);
      const on = assessed?.assessedOn ?? open;
      if (on < received || decision.decidedOn < on) yield 'not assessed by the day of the decision';
    }
  }
  const decidedOn = decision?.decidedOn ?? open;
  if (of('DecisionNotified').some(({ notifiedOn }) => notifiedOn < decidedOn)) {
    yield 'notified before it was decided';
  }
  if (withdrawal && withdrawal.withdrawnOn < received) yield 'withdrawn before it was received';
}

interface Span {
  readonly id: string;
  readonly from: string;
  /** The day on which it no longer is. */
  readonly to: string;
}
/** What ended on its first day never was. */
function overlap(all: readonly Span[]): boolean {
  const spans = all.filter(({ from, to }) => from < to);
  return spans.some((one, n) =>
    spans.slice(n + 1).some((other) => one.from < other.to && other.from < one.to),
  );
}

/** An end whose day was told, and is not only the latest possible. */
const isTold = ({ endsByThen }: { readonly endsByThen?: boolean | undefined }) => endsByThen !== true;

/** What is wrong with what was done for a person; nothing should be. */
function* wrongWith({ all, of }: Standing, decisions: Readonly<Record<string, Decision>>): Generator<string> {
  const releases = of('CoordinatorReleased');
  const appointments = of('CoordinatorAppointed').map((one) => {
    const release = releases.findLast(({ appointmentId }) => appointmentId === one.appointmentId);
    return { ...one, id: one.appointmentId, from: one.validFrom, to: release?.releasedOn ?? open, release };
  });
  const plans = of('PlanStarted').map((one) => {
    const closure = of('PlanClosed').findLast(({ planId }) => planId === one.planId);
    return { ...one, id: one.planId, from: one.startedOn, to: closure?.closedOn ?? open, closure };
  });
  const members = of('MemberJoinedGroup').map((one) => {
    const leaving = of('MemberLeftGroup').findLast(({ memberId }) => memberId === one.memberId);
    return { ...one, id: one.memberId, from: one.joinedOn, to: leaving?.leftOn ?? open };
  });
  const consents = of('ConsentGiven').map((one) => {
    const ends = of('ConsentWithdrawn').filter(({ consentId }) => consentId === one.consentId);
    // What a giver takes back ends every consent of theirs that was given by then.
    const withdrawals = of('ConsentWithdrawn').filter(
      ({ consentId, withdrawnOn, place }) =>
        of('ConsentGiven').some((named) => named.consentId === consentId && named.givenBy === one.givenBy) &&
        (one.givenOn < withdrawnOn || (one.givenOn === withdrawnOn && one.place < place)),
    );
    return { ...one, id: one.consentId, from: one.givenOn, to: ends[0]?.withdrawnOn ?? open, withdrawals };
  });

  // A scope that a correction brought back after the others were withdrawn is withdrawn by itself.
  const withdrawn = of('ConsentWithdrawn').flatMap(({ consentId, scopes: taken = [] }) =>
    taken.map((scope) => `${consentId} ${scope}`),
  );
  if (new Set(withdrawn).size !== withdrawn.length) yield 'a consent ended twice';

  const ended = [
    [consents, [...new Set(of('ConsentWithdrawn').map(({ consentId }) => consentId))]],
    [appointments, releases.filter(isTold).map(({ appointmentId }) => appointmentId)],
    [
      plans,
      of('PlanClosed')
        .filter(isTold)
        .map(({ planId }) => planId),
    ],
    [
      members,
      of('MemberLeftGroup')
        .filter(isTold)
        .map(({ memberId }) => memberId),
    ],
  ] as const;
  for (const [spans, ends] of ended) {
    if (new Set(ends).size !== ends.length) yield 'ended twice';
    if (ends.some((end) => !spans.some(({ id }) => id === end))) yield 'ended what never began';
    if (spans.some(({ from, to }) => to < from)) yield 'ended before it began';
  }
  if (overlap(plans)) yield 'two plans at a time';
  for (const { kind, temporary } of appointments) {
    if (overlap(appointments.filter((one) => one.kind === kind && one.temporary === temporary))) {
      yield 'two coordinators of a kind at a time';
    }
  }
  if (overlap(members)) yield 'twice in the group';

  const resting = [
    ...appointments.map((one) => ({ ...one, scope: 'COORDINATOR' as const, item: undefined })),
    ...plans.map((one) => ({ ...one, scope: 'PLAN' as const, item: 'INDIVIDUAL_PLAN' })),
    ...members.map((one) => ({ ...one, scope: 'SHARE' as const, item: 'GROUP' })),
  ];
  for (const { caseId, scope, item, from, place } of resting) {
    const decision = caseId === undefined ? undefined : decisions[caseId];
    const granted = decision?.items.filter(({ outcome }) => outcome !== 'REFUSED') ?? [];
    if (caseId === undefined) {
      if (!plans.some((plan) => plan.from <= from && from <= plan.to)) yield 'a group around nothing';
    } else if (!granted.some((one) => item === undefined || one.item === item)) {
      yield `${scope} that nobody granted`;
    } else if (decision === undefined || from < decision.decidedOn) {
      yield `${scope} before the decision`;
    }
    const isCovered = consents.some(
      ({ scopes: covered, givenOn, validUntil = open, withdrawals }) =>
        covered.includes(scope) &&
        givenOn <= from &&
        from <= validUntil &&
        !withdrawals.some(
          (one) => one.place < place && one.withdrawnOn <= from && one.scopes?.includes(scope) !== false,
        ),
    );
    if (!isCovered) yield `${scope} without consent`;
  }

  const coordinates = (on: string) => appointments.some(({ from, to }) => from <= on && on < to);
  const left = appointments.filter(({ from, to }) => from < to && to <= today);
  const needEnds = [
    ...releases.filter(({ reasonCode }) => reasonCode === 'NEED_CEASED').map(({ releasedOn }) => releasedOn),
    ...plans.flatMap(({ closure }) => (closure?.reasonCode === 'NEED_CEASED' ? [closure.closedOn] : [])),
  ];
  const isNeeded = (on: string) =>
    plans.some(({ from, to }) => from <= on && on < to) ||
    left.some(
      ({ to, release }) =>
        to <= on && release?.reasonCode !== 'NEED_CEASED' && !needEnds.some((end) => to <= end && end <= on),
    );
  for (const gap of of('CoordinatorGapDetected')) {
    const gone = left.find(({ id }) => id === gap.appointmentId);
    if (gone?.to !== gap.since || gone.kind !== gap.kind) yield 'a gap that reads unlike what left it';
  }
  const last = left.toSorted((one, other) => (one.to < other.to ? -1 : Number(one.to > other.to))).at(-1);
  if (last && !coordinates(today) && isNeeded(last.to) && isNeeded(today)) {
    const isNoticed = all.some(
      ({ type, data }) => type === 'CoordinatorGapDetected' && data['appointmentId'] === last.id,
    );
    if (!isNoticed) yield 'a gap that nobody noticed';
  }
}

async function wrong(store: EventStore): Promise<readonly string[]> {
  const cases = await Promise.all(
    caseIds.map(async (caseId) => [caseId, await standing(store, caseStream(tenant, caseId))] as const),
  );
  const decisions = Object.fromEntries(cases.map(([caseId, one]) => [caseId, one.of('DecisionMade')[0]]));
  const inCases = cases.flatMap(([, one]) => [...wrongIn(one)]);
  return [...inCases, ...wrongWith(await standing(store, stream), decisions)];
}

describe('Whatever one person’s cases and coordination go through, step by step', () => {
  it('nothing is wrong with what stands after any step', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        const { store, runner } = await begun();
        let seen = 0;
        for (const [n, wish] of life.entries()) {
          const recorded = await outcomeOf(wish({ runner, store, context: contextOf(`wish ${n}`) }));
          if (recorded.length === 0) continue;
          seen = await reacted(store, runner, seen);
          expect(await wrong(store)).toEqual([]);
        }
        for (const { type } of store.all) met.add(type);
      }),
      { numRuns: rounds(800), seed: 20260302 },
    );
    expect([...met]).toEqual(
      expect.arrayContaining(['CoordinatorAppointed', 'PlanStarted', 'RecordedInErrorMarked']),
    );
  });
});
