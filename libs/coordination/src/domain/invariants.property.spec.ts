import fc from 'fast-check';
import { Rejection } from '#event-sourcing/refusals';
import { effective, revises } from '#event-sourcing/effective';
import type { Recorded } from '#event-sourcing/event';
import { InvalidFact } from '#event-sourcing/fact-check';
import { recorded, type ToldIntent } from '#event-sourcing/testing/spec-of';
import { type Choosable, isRefused } from './choice.js';
import type { ConsentScope } from './codes.js';
import { coordinationDecider } from './decide.js';
import { needsNobody } from './coordination.js';
import { type CoordinationEvent, coordinationEvents, type CoordinationFact } from './events.js';
import type { CoordinationIntent } from './intents.js';
import { caseId, grant, intent, subjectId } from './facts.testing.js';
import { faultsIn, relianceOf, stateOf } from './rules.js';
import { rounds } from '../../../../test/support/rounds.js';

type Intent = ToldIntent<CoordinationIntent>;
const today = '2026-03-02';

const day = fc.nat(11).map((n) => new Date(Date.UTC(2026, 0, 1 + 5 * n)).toISOString().slice(0, 10));
const dayToCome = fc.oneof(day, fc.constantFrom('2026-05-01', '2026-06-01'));
const decided = { ...grant(), decidedOn: '2026-01-14' };
const grants = { [caseId]: decided };
const some = fc.constantFrom('1', '2', '3');
const corrections = fc.oneof(
  fc.record({ givenOn: day }),
  fc.record({ validUntil: fc.option(day) }),
  fc.record({ caseId: fc.constantFrom(caseId, 'case-2', null) }),
  fc.record({ withdrawnOn: day }),
  fc.record({ narrowedOn: day }),
  fc.record({ validFrom: dayToCome }),
  fc.record({ proposalId: fc.option(some) }),
  fc.record({ proposedOn: day }),
  fc.record({ concurredOn: day }),
  fc.record({ acceptedOn: day }),
  fc.record({ declinedOn: day }),
  fc.record({ raisedOn: day }),
  fc.record({ settledOn: day }),
  fc.record({ releasedOn: dayToCome }),
  fc.record({ writtenOn: day }),
  fc.record({ acknowledgedOn: day }),
  fc.record({ reviewedOn: day }),
  fc.record({ startedOn: day }),
  fc.record({ closedOn: day }),
  fc.record({ joinedOn: day }),
  fc.record({ reportedOn: day }),
  fc.record({ begunOn: fc.option(day) }),
  fc.record({ confirmedOn: day }),
  fc.record({ completedOn: day }),
  fc.record({ kind: fc.constantFrom('ORDINARY', 'CHILD') }),
  fc.record({ temporary: fc.boolean() }),
  fc.record({
    scopes: fc.constantFrom(['PLAN'], ['COORDINATOR', 'SHARE'], ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE']),
  }),
);

/** Anything that may be wished, mostly of things that may be there. */
const intents: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .record({
      consentId: some,
      givenOn: day,
      validUntil: fc.option(day, { nil: undefined }),
      by: fc.constantFrom(
        {},
        ...['party-1', 'party-2'].map((givenById) => ({ givenBy: 'PARENT', givenById }) as const),
      ),
    })
    .map(({ by, ...consent }) => intent.consent({ ...consent, ...by })),
  fc.record({ consentId: some, withdrawnOn: day }).map(intent.withdraw),
  fc.record({ consentId: some, narrowedOn: day, validUntil: dayToCome }).map(intent.narrow),
  fc
    .record({
      proposalId: some,
      candidateId: fc.constantFrom('1', '2'),
      proposedOn: day,
      leaderConcurrence: fc.boolean(),
      candidateAnswer: fc.boolean(),
    })
    .map(intent.propose),
  fc.record({ choiceId: some, declinedOn: day }).map(intent.declinePlan),
  fc.record({ choiceId: some, acceptedOn: day }).map(intent.acceptPlan),
  fc.record({ choiceId: some, declinedOn: day }).map(intent.declineCoordinator),
  fc.record({ choiceId: some, acceptedOn: day }).map(intent.acceptCoordinator),
  fc
    .record({ disputeId: some, raisedOn: day, proposalId: fc.option(some, { nil: undefined }) })
    .map(intent.dispute),
  fc
    .record({ disputeId: some, settledOn: day, unit: fc.constantFrom('SCHOOL', 'HOME_CARE') })
    .map(intent.settle),
  fc.record({ proposalId: some, concurredOn: day }).map(intent.concur),
  fc.record({ proposalId: some, objectedOn: day }).map(intent.object),
  fc.record({ proposalId: some, acceptedOn: day }).map(intent.accept),
  fc.record({ proposalId: some, declinedOn: day }).map(intent.decline),
  fc.record({ proposalId: some, withdrawnOn: day }).map(intent.giveUp),
  fc
    .record({
      appointmentId: some,
      validFrom: dayToCome,
      kind: fc.constantFrom('ORDINARY' as const, 'CHILD' as const),
      temporary: fc.boolean(),
      succeeds: fc.option(some, { nil: undefined }),
      proposalId: fc.option(some, { nil: undefined }),
      coordinatorId: fc.constantFrom('1', '2'),
      unit: fc.constantFrom('SCHOOL', undefined),
      leaderConcurrence: fc.boolean(),
      birthYear: fc.constantFrom(undefined, 1980, 2015),
    })
    .map((data) => intent.appoint({ ...data, grants })),
  fc
    .record({
      appointmentId: some,
      releasedOn: dayToCome,
      reasonCode: fc.constantFrom('LEFT_POSITION', 'HANDOVER', 'NEED_CEASED', 'OTHER'),
      personAgrees: fc.boolean(),
    })
    .map(intent.release),
  fc.record({ handoverId: some, appointmentId: some, writtenOn: day }).map(intent.handOver),
  fc
    .record({ handoverId: some, appointmentId: fc.option(some, { nil: undefined }), acknowledgedOn: day })
    .map(intent.acknowledge),
  fc
    .record({ appointmentId: some, notifiedOn: day, recipients: fc.constantFrom([], ['SUBJECT' as const]) })
    .map(intent.tell),
  day.map((startedOn) => intent.start({ startedOn, grants })),
  fc.record({ planId: some.map((n) => `${subjectId}.${n}`), closedOn: day }).map(intent.close),
  fc
    .record({ memberId: some, partyId: some, joinedOn: day, caseId: fc.constantFrom(undefined, caseId) })
    .map((data) => intent.join({ ...data, grants })),
  fc.record({ memberId: some, leftOn: day }).map(intent.leave),
  fc
    .record({
      reviewId: some,
      reviewedOn: day,
      parts: fc.constantFrom(['PLAN'] as const, ['COORDINATOR'] as const, ['PLAN', 'GROUP'] as const),
    })
    .map(intent.review),
  fc
    .record({
      reportId: some,
      reportedOn: day,
      begunOn: fc.constantFrom(undefined, '2026-01-01'),
      coordinatorId: fc.constantFrom(undefined, '1', '2'),
      unit: fc.constantFrom('SCHOOL', 'HOME_CARE'),
    })
    .map(intent.report),
  fc
    .record({ reportId: some, completedOn: day, coordinatorId: fc.constantFrom('1', '2') })
    .map(intent.complete),
  fc
    .record({
      reportId: some,
      confirmationId: some,
      confirmedOn: day,
      planId: fc.option(
        some.map((n) => `${subjectId}.${n}`),
        { nil: undefined },
      ),
      appointmentId: fc.option(some, { nil: undefined }),
      validFrom: fc.option(day, { nil: undefined }),
      startedOn: fc.option(day, { nil: undefined }),
    })
    .map((data) => intent.confirm({ ...data, grants })),
  fc.record({ reportId: some, withdrawnOn: day }).map(intent.withdrawReport),
  fc
    .record({
      closureReportId: some,
      reportId: fc.option(some, { nil: undefined }),
      planId: fc.option(
        some.map((n) => `${subjectId}.${n}`),
        { nil: undefined },
      ),
      closedOn: day,
      reportedOn: day,
    })
    .map(intent.reportClosure),
  fc
    .record({ departureReportId: some, memberId: some, leftOn: day, reportedOn: day })
    .map(intent.reportDeparture),
  fc.constantFrom('2008-03-02', '2010-02-01', 2009, undefined).map((birth) => intent.comeOfAge(birth)),
  fc
    .record({ at: fc.nat(20), changed: corrections })
    .map(({ at, changed }) => intent.correct(`e${at}`, changed, { grants })),
  fc.nat(20).map((at) => intent.annul(`e${at}`, grants)),
  day.map((deathToldOn) => ({ type: 'EndForDeath' as const, data: { subjectId, deathToldOn } })),
);

/** Lives long enough for things to follow each other, begun with a consent that holds for a while. */
const lives = fc
  .array(intents, { minLength: 10, maxLength: 40, size: 'max' })
  .map((wishes): Intent[] => [
    intent.consent({ consentId: '0', givenOn: '2026-01-01', validUntil: '2026-02-20' }),
    ...wishes,
  ]);

/** `wasAsked`: the reactor to gaps has just looked. */
type Holds = (history: readonly Recorded[], wasAsked: boolean) => void;

/** Takes every wish that is not refused, as the reactor to gaps does after it, and hands over the stream whenever something was recorded. */
function lived(wishes: readonly Intent[], after: Holds): void {
  let history: readonly Recorded[] = [];
  const take = (wish: Intent) => {
    const facts = isUsed(wish, history) ? [] : factsOf(wish, history);
    const told = facts.map((fact, index) => ({ ...fact, id: `e${history.length + index}` }));
    history = [...history, ...recorded(coordinationEvents, told)];
    return facts;
  };
  for (const wish of wishes) {
    const facts = take(wish);
    if (facts.length === 0) continue;
    const concernsGaps = facts.some((fact) => fact.type === 'CoordinatorReleased' || revises(fact));
    if (concernsGaps) take(intent.detectGap());
    after(history, concernsGaps);
  }
}

function factsOf(wish: Intent, history: readonly Recorded[]): readonly CoordinationFact[] {
  try {
    const intent = { ...wish, at: `${today}T09:00:00.000Z`, today } as CoordinationIntent;
    return coordinationDecider.decide(intent, stateOf(history), history);
  } catch (error) {
    if (error instanceof Rejection || error instanceof InvalidFact) return [];
    throw error;
  }
}

/** The server makes these ids, a new one each time. */
function isUsed(wish: Intent, history: readonly Recorded[]): boolean {
  if (wish.type !== 'RecordStep') return false;
  const { step, said } = wish.data;
  const made = Object.entries(coordinationEvents.declared[step].fields)
    .filter(([, { makes }]) => makes !== undefined && makes !== 'plan')
    .map(([name]) => name);
  return history.some(({ type, data }) => type === step && made.some((name) => data[name] === said[name]));
}

/** Holds after every event of every life. */
const always = (holds: Holds) =>
  fc.assert(
    fc.property(lives, (wishes) => lived(wishes, holds)),
    { numRuns: rounds(3_000, 150) },
  );

interface Span {
  readonly from: string;
  readonly until: string | undefined;
}
/** One after the other, and only the last still open. What ended on its first day never was. */
function expectNoOverlap(all: readonly Span[]): void {
  const spans = all.filter(({ from, until }) => from !== until);
  const overlaps = spans.filter((one, index) =>
    spans
      .slice(index + 1)
      .some((other) => one.from < (other.until ?? '9999') && other.from < (one.until ?? '9999')),
  );
  expect(overlaps).toEqual([]);
}

/** When something was open, read from the events themselves: the decider's own state must not judge itself. */
function spansOf(
  history: readonly Recorded[],
  [opening, id, first]: readonly [type: string, id: string, day: string],
  [closing, last]: readonly [type: string, day: string],
) {
  const events: readonly Recorded[] = effective(history);
  return events
    .filter(({ type }) => type === opening)
    .map(({ data }) => {
      const end = events.find((event) => event.type === closing && event.data[id] === data[id]);
      return { data, from: String(data[first]), until: end && String(end.data[last]) };
    });
}

describe('Whatever is wished, corrected and annulled, a person', () => {
  it('has one active plan at most, whose numbers are never used again', () => {
    always((history) => {
      expectNoOverlap(spansOf(history, ['PlanStarted', 'planId', 'startedOn'], ['PlanClosed', 'closedOn']));
      const ids = history.filter(({ type }) => type === 'PlanStarted').map(({ data }) => data['planId']);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('has one responsible coordinator of each kind at a time, and one temporary beside', () => {
    always((history) => {
      const appointments = spansOf(
        history,
        ['CoordinatorAppointed', 'appointmentId', 'validFrom'],
        ['CoordinatorReleased', 'releasedOn'],
      );
      for (const slot of ['ORDINARY false', 'ORDINARY true', 'CHILD false', 'CHILD true']) {
        expectNoOverlap(
          appointments.filter(
            ({ data: { kind, temporary } }) => `${String(kind)} ${String(temporary)}` === slot,
          ),
        );
      }
    });
  });

  it('has each party in the group once at a time', () => {
    always((history) => {
      const members = spansOf(
        history,
        ['MemberJoinedGroup', 'memberId', 'joinedOn'],
        ['MemberLeftGroup', 'leftOn'],
      );
      for (const party of ['1', '2', '3']) {
        expectNoOverlap(members.filter(({ data: { partyId } }) => partyId === party));
      }
    });
  });

  it('is appointed, planned and joined for only on days with consent as it was known', () => {
    always((history) => {
      const events = effective(history) as readonly Recorded[] as readonly CoordinationEvent[];
      const unconsented = events.filter((event, index) => {
        const need = needOf(event);
        return need && !isConsented(need, events, index);
      });
      expect(unconsented).toEqual([]);
    });
  });

  it('has no coordinator, plan or group of its own from before the decision', () => {
    always((history) => {
      const claims = (effective(history) as readonly Recorded[] as readonly CoordinationEvent[]).flatMap(
        (event) => relianceOf(event) ?? [],
      );
      expect(claims.filter(({ begins }) => begins < '2026-01-14')).toEqual([]);
    });
  });

  it('is never coordinated for by one to whom the leader objected, or who said no, when that was asked (H2, F5)', () => {
    always((history) => {
      const events: readonly Recorded[] = effective(history);
      for (const { data } of events.filter(({ type }) => type === 'CoordinatorAppointed')) {
        if (data['proposalId'] === undefined) continue;
        const of = (...types: readonly string[]) =>
          events.filter((one) => types.includes(one.type) && one.data['proposalId'] === data['proposalId']);
        const [proposal] = of('CoordinatorProposed');
        expect(proposal?.data).toMatchObject({ candidateId: data['coordinatorId'], unit: data['unit'] });
        expect(of('CandidateDeclined', 'ProposalWithdrawn')).toEqual([]);
        const raised = of('PlacementDisputeRaised').map((one) => one.data['disputeId']);
        const isSettled = events.some(
          ({ type, data: said }) =>
            type === 'PlacementDisputeSettled' &&
            raised.includes(said['disputeId']) &&
            said['unit'] === data['unit'],
        );
        const awaits = proposal?.data['awaits'] as readonly string[];
        if (!isSettled) expect(of('LeaderObjected')).toEqual([]);
        if (awaits.includes('LEADER') && !isSettled) expect(of('LeaderConcurred')).toHaveLength(1);
        if (awaits.includes('CANDIDATE')) expect(of('CandidateAccepted')).toHaveLength(1);
      }
    });
  });

  it('is neither planned nor coordinated for against a no that stands (A3, A4)', () => {
    always((history) => {
      const { choices, plans, appointments } = stateOf(history);
      const stands = (of: Choosable) => isRefused(of, choices, '9999', decided);
      if (stands('PLAN')) expect(plans.filter(({ closedOn }) => closedOn === undefined)).toEqual([]);
      if (!stands('COORDINATOR')) return;
      expect(appointments.filter(({ releasedOn }) => releasedOn === undefined)).toEqual([]);
    });
  });

  it('rests on a report of a unit only while that was made, and on one no more than once (invariant 5)', () => {
    always((history) => {
      const { reports } = stateOf(history);
      const events = effective(history) as readonly Recorded[] as readonly CoordinationEvent[];
      const resting = events.filter(({ data }) => 'restsOn' in data && data.restsOn === 'UNIT_REPORT');
      for (const { data } of resting) {
        const isThere = reports.some((one) => 'reportId' in data && one.reportId === data.reportId);
        expect(isThere).toBe(true);
      }
      const confirmed = events.flatMap(({ type, data }) =>
        type === 'UnitReportConfirmed' ? data.reportId : [],
      );
      expect(new Set(confirmed).size).toBe(confirmed.length);
    });
  });

  it('is handed over in sheets of which each was read once, by somebody who took over from whoever wrote it (U7)', () => {
    always((history) => {
      const events: readonly Recorded[] = effective(history);
      const of = (type: string) => events.filter((one) => one.type === type).map(({ data }) => data);
      const read = of('HandoverAcknowledged');
      expect(new Set(read.map(({ handoverId }) => handoverId)).size).toBe(read.length);
      for (const { handoverId, appointmentId } of read) {
        const sheet = of('HandoverWritten').find((one) => one['handoverId'] === handoverId);
        const successor = of('CoordinatorAppointed').find((one) => one['appointmentId'] === appointmentId);
        expect(successor?.['takesOverFrom']).toBe(sheet?.['appointmentId']);
      }
    });
  });

  it('is never handed over ahead of today to nobody', () => {
    always((history) => {
      const state = stateOf(history);
      const { appointments } = state;
      // Who is dead, or wants none, needs nobody.
      if (needsNobody(state)) return;
      const ahead = appointments.filter(
        ({ validFrom, releasedOn = '', releaseReason }) =>
          releaseReason === 'HANDOVER' && releasedOn > today && validFrom < releasedOn,
      );
      for (const { releasedOn } of ahead) {
        const toBegin = appointments.filter((one) => one.releasedOn !== one.validFrom);
        expect(toBegin.map(({ validFrom }) => validFrom)).toContain(releasedOn);
      }
    });
  });

  it('whose plan runs is noticed when the last coordinator has left, in words that fit the release', () => {
    always((history, wasAsked) => {
      const state = stateOf(history);
      const { appointments, plans } = state;
      const notices = (effective(history) as readonly Recorded[] as readonly CoordinationEvent[]).flatMap(
        (event) => (event.type === 'CoordinatorGapDetected' ? [event.data] : []),
      );
      for (const { appointmentId, since } of notices) {
        const left = appointments.find((one) => one.appointmentId === appointmentId);
        expect(left).toMatchObject({ releasedOn: since });
      }
      const begun = appointments.filter(
        ({ validFrom, releasedOn }) => validFrom <= today && validFrom !== releasedOn,
      );
      const isCovered = begun.some(({ releasedOn }) => releasedOn === undefined || releasedOn > today);
      const last = begun
        .map(({ releasedOn }) => releasedOn ?? '')
        .toSorted()
        .at(-1);
      const planRuns = plans.some(
        ({ startedOn, closedOn }) => closedOn === undefined && startedOn <= (last ?? ''),
      );
      if (isCovered || !planRuns || !wasAsked || needsNobody(state)) return;
      const lastOnes = begun.filter(({ releasedOn }) => releasedOn === last).map((one) => one.appointmentId);
      const everNoticed = history
        .filter(({ type }) => type === 'CoordinatorGapDetected')
        .map(({ data }) => data['appointmentId'] as string);
      expect(lastOnes.some((id) => everNoticed.includes(id))).toBe(true);
    });
  });

  it('leaves a stream that could have been recorded as it now reads', () => {
    always((history) => expect(faultsIn(history, { today, grants })).toEqual([]));
  });
});

function needOf(event: CoordinationEvent): { scope: ConsentScope; day: string } | undefined {
  if (event.type === 'CoordinatorAppointed') return { scope: 'COORDINATOR', day: event.data.validFrom };
  if (event.type === 'PlanStarted') return { scope: 'PLAN', day: event.data.startedOn };
  if (event.type === 'MemberJoinedGroup') return { scope: 'SHARE', day: event.data.joinedOn };
  return undefined;
}

function isConsented(
  { scope, day: on }: { scope: ConsentScope; day: string },
  events: readonly CoordinationEvent[],
  index: number,
) {
  return events.some(
    (given) =>
      given.type === 'ConsentGiven' &&
      given.data.scopes.includes(scope) &&
      given.data.givenOn <= on &&
      on <= (given.data.validUntil ?? on) &&
      !events
        .slice(0, index)
        .some(
          (taken) =>
            (taken.type === 'ConsentWithdrawn' || taken.type === 'ConsentNarrowed') &&
            taken.data.consentId === given.data.consentId &&
            (taken.type === 'ConsentWithdrawn'
              ? taken.data.withdrawnOn <= on
              : (taken.data.validUntil ?? on) < on),
        ),
  );
}
