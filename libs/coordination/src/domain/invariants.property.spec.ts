import fc from 'fast-check';
import { Rejection } from '#event-sourcing/decider';
import { effective } from '#event-sourcing/effective';
import { recorded, specOf, type Told, type ToldFact } from '#event-sourcing/testing/spec-of';
import type { ConsentScope, CoordinationEvent, CoordinationEvents } from './coordination.js';
import { coordinationDecider, type CoordinationIntent } from './decide.js';
import { coordinationEvents } from './events.js';
import {
  appointed,
  caseId,
  closed,
  consent,
  grant,
  joined,
  left,
  released,
  started,
  subjectId,
  withdrawal,
} from './facts.testing.js';
import { faults } from './rests-on.js';

type Intent = Told<CoordinationIntent>;
const today = '2026-03-02';

const day = fc.nat(11).map((n) => new Date(Date.UTC(2026, 0, 1 + 5 * n)).toISOString().slice(0, 10));
const some = fc.constantFrom('1', '2', '3');
const corrections = fc.oneof(
  fc.record({ givenOn: day }),
  fc.record({ validUntil: day }),
  fc.record({ withdrawnOn: day }),
  fc.record({ validFrom: day }),
  fc.record({ releasedOn: day }),
  fc.record({ startedOn: day }),
  fc.record({ closedOn: day }),
  fc.record({ joinedOn: day }),
  fc.record({ kind: fc.constantFrom('ORDINARY', 'CHILD') }),
  fc.record({ temporary: fc.boolean() }),
  fc.record({
    scopes: fc.constantFrom(['PLAN'], ['COORDINATOR', 'SHARE'], ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE']),
  }),
);

/** Anything that may be wished, mostly of things that may be there. */
const intents: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .record({ consentId: some, givenOn: day, validUntil: fc.option(day, { nil: undefined }) })
    .map((data): Intent => ({ ...consent(data), type: 'GiveConsent' })),
  fc
    .record({ consentId: some, withdrawnOn: day })
    .map((data): Intent => ({ ...withdrawal(data), type: 'WithdrawConsent' })),
  fc
    .record({
      appointmentId: some,
      validFrom: day,
      kind: fc.constantFrom('ORDINARY' as const, 'CHILD' as const),
      temporary: fc.boolean(),
      birthYear: fc.constantFrom(undefined, 1980, 2015),
    })
    .map(({ birthYear, ...data }): Intent => ({
      type: 'AppointCoordinator',
      data: { ...appointed(data).data, grant: grant(), birthYear },
    })),
  fc
    .record({ appointmentId: some, releasedOn: day })
    .map((data): Intent => ({ ...released(data), type: 'ReleaseCoordinator' })),
  fc.constant<Intent>({ type: 'DetectCoordinatorGap', data: { subjectId } }),
  day.map((startedOn): Intent => ({
    type: 'StartPlan',
    data: { ...started({ startedOn }).data, grant: grant() },
  })),
  fc
    .record({ planId: some.map((n) => `${subjectId}.${n}`), closedOn: day })
    .map((data): Intent => ({ ...closed(data), type: 'ClosePlan' })),
  fc
    .record({ memberId: some, partyId: some, joinedOn: day, caseId: fc.constantFrom(undefined, caseId) })
    .map((data): Intent => ({
      type: 'JoinGroup',
      data: {
        ...joined(data).data,
        grant: data.caseId === undefined ? undefined : grant(),
        groupPresupposesPlan: false,
      },
    })),
  fc.record({ memberId: some, leftOn: day }).map((data): Intent => ({ ...left(data), type: 'LeaveGroup' })),
  fc.record({ at: fc.nat(20), changed: corrections }).map(({ at, changed }): Intent => ({
    type: 'CorrectCoordinationEvent',
    data: { subjectId, eventId: `e${at}`, changed, reason: 'Feil dag.', birthYear: undefined },
  })),
  fc.nat(20).map((at): Intent => ({
    type: 'AnnulCoordinationEvent',
    data: { subjectId, eventId: `e${at}`, reasonCode: 'OTHER', reason: 'Feil.' },
  })),
);

/** Lives long enough for things to follow each other, begun with a consent that holds for a while. */
const lives = fc
  .array(intents, { minLength: 10, maxLength: 40, size: 'max' })
  .map((wishes): Intent[] => [
    { ...consent({ consentId: '0', givenOn: '2026-01-01', validUntil: '2026-02-20' }), type: 'GiveConsent' },
    ...wishes,
  ]);

const { given } = specOf(coordinationDecider);

/** Takes every wish that is not refused, with the ids of things used once. Hands over all that was recorded. */
function lived(
  wishes: readonly Intent[],
  after: (facts: readonly ToldFact<CoordinationEvents>[]) => void,
): void {
  let facts: readonly ToldFact<CoordinationEvents>[] = [];
  for (const wish of wishes) {
    if (isUsed(wish, facts)) continue;
    try {
      facts = [
        ...facts,
        ...given(...facts)
          .when(wish)
          .facts(),
      ];
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
    after(facts);
  }
}

/** The server makes these ids, a new one each time. */
function isUsed({ type, data }: Intent, facts: readonly ToldFact<CoordinationEvents>[]): boolean {
  const made = {
    GiveConsent: 'consentId',
    AppointCoordinator: 'appointmentId',
    JoinGroup: 'memberId',
  } as const;
  const name = made[type as keyof typeof made] as string | undefined;
  if (name === undefined) return false;
  const fields = data as Readonly<Record<string, unknown>>;
  const opening = ['ConsentGiven', 'CoordinatorAppointed', 'MemberJoinedGroup'];
  return facts.some(
    (fact) => opening.includes(fact.type) && (fact.data as typeof fields)[name] === fields[name],
  );
}

interface Span {
  readonly from: string;
  readonly until: string | undefined;
}
const overlap = (spans: readonly Span[]) =>
  spans.some((one, index) =>
    spans
      .slice(index + 1)
      .some((other) => one.from < (other.until ?? '9999') && other.from < (one.until ?? '9999')),
  );

describe('Whatever is wished, corrected and annulled, a person', () => {
  it('has one active plan at most, whose numbers are never used again', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        lived(wishes, (facts) => {
          const { plans } = specOf(coordinationDecider).stateAfter(...facts);
          expect(plans.filter(({ closedOn }) => closedOn === undefined).length).toBeLessThanOrEqual(1);
          expect(
            overlap(plans.map(({ startedOn, closedOn }) => ({ from: startedOn, until: closedOn }))),
          ).toBe(false);
          const ids = facts.flatMap(({ type, data }) =>
            type === 'PlanStarted' ? [(data as { planId: string }).planId] : [],
          );
          expect(new Set(ids).size).toBe(ids.length);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('has one responsible coordinator of each kind at a time, and one temporary beside', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        lived(wishes, (facts) => {
          const { appointments } = specOf(coordinationDecider).stateAfter(...facts);
          for (const slot of ['ORDINARY false', 'ORDINARY true', 'CHILD false', 'CHILD true']) {
            const spans = appointments
              .filter(({ kind, temporary }) => `${kind} ${temporary}` === slot)
              .map(({ validFrom, releasedOn }) => ({ from: validFrom, until: releasedOn }));
            expect(overlap(spans)).toBe(false);
            expect(spans.filter(({ until }) => until === undefined).length).toBeLessThanOrEqual(1);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is appointed, planned and joined for only on days with consent as it was known', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        lived(wishes, (facts) => {
          const events = effective(recorded(coordinationEvents, facts)) as unknown as CoordinationEvent[];
          for (const [index, event] of events.entries()) {
            const need = needOf(event);
            if (need) expect(isConsented(need, events, index)).toBe(true);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a stream without a fault, in which nothing was taken away', () => {
    fc.assert(
      fc.property(lives, (wishes) => {
        let before: readonly ToldFact<CoordinationEvents>[] = [];
        lived(wishes, (facts) => {
          expect(facts.slice(0, before.length)).toEqual(before);
          expect(faults(recorded(coordinationEvents, facts), today)).toEqual([]);
          before = facts;
        });
      }),
      { numRuns: 100 },
    );
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
            taken.type === 'ConsentWithdrawn' &&
            taken.data.consentId === given.data.consentId &&
            taken.data.withdrawnOn <= on,
        ),
  );
}
