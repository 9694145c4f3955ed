import fc from 'fast-check';
import type { Recorded } from '#event-sourcing';
import { rounds, seed } from '../support/rounds.js';
import { activePlan, inPlace, type Naive, type Place, places } from './naive.js';
import { road, steps } from './steps.js';
import { Passed, type Real, Taken } from './taken.js';
import { Unit } from './unit.js';

/** What must never be broken, read from the events themselves. */
function holds(model: Naive, { unit: { log } }: Real): void {
  const of = (type: string) => log.filter((event) => event.type === type).map(({ data }) => data);
  const closed = of('PlanClosed').map(({ planId }) => planId);
  const plans = of('PlanStarted').map(({ planId }) => planId);
  const open = plans.filter((planId) => !closed.includes(planId));
  expect(open).toEqual([activePlan(model)?.planId].filter((planId) => planId !== undefined));
  expect(open.length).toBeLessThanOrEqual(1);

  const released = of('CoordinatorReleased').map(({ appointmentId }) => appointmentId);
  const appointed = of('CoordinatorAppointed').filter(
    ({ appointmentId }) => !released.includes(appointmentId),
  );
  for (const kind of ['ORDINARY', 'CHILD'] as const) {
    for (const temporary of [false, true]) {
      const there = appointed.filter((one) => one['kind'] === kind && one['temporary'] === temporary);
      const ids = there.map(({ appointmentId }) => appointmentId);
      expect(ids).toEqual(inPlace(model, kind, temporary).map(({ appointmentId }) => appointmentId));
      expect(ids.length).toBeLessThanOrEqual(1);
    }
  }

  for (const { caseId, receivedOn, decided, notified, items = [] } of model.cases) {
    const ofCase = (type: string) => of(type).filter((data) => data['caseId'] === caseId);
    expect(receivedIn(log, caseId)).toBe(receivedOn);
    const decisions = ofCase('DecisionMade');
    expect(decisions.length).toBe(decided === undefined ? 0 : 1);
    const [decision] = decisions;
    if (decision === undefined) continue;
    const answered = (decision['items'] as readonly { item: string }[]).map(({ item }) => item);
    expect(answered.toSorted()).toEqual([...items].toSorted());
    expect(ofCase('DecisionNotified').length > 0).toBe(notified === true);
    if (model.place.decides === 'BOARD') {
      const types = log.filter(({ data }) => data['caseId'] === caseId).map(({ type }) => type);
      const before = types.slice(0, types.indexOf('DecisionMade'));
      expect(before.some((type) => type === 'BoardApproved' || type === 'BoardRejected')).toBe(true);
    }
  }
}

/** The day of receipt as it reads now. */
function receivedIn(log: readonly Recorded[], caseId: string): unknown {
  const isOf = ({ type, data }: Recorded) => type === 'ApplicationReceived' && data['caseId'] === caseId;
  const received = log.find(isOf);
  const corrections = log.filter(({ data }) => received !== undefined && data['corrects'] === received.id);
  const changed = corrections.map(({ data }) => (data['changed'] as Recorded['data'])['receivedOn']);
  return changed.at(-1) ?? received?.data['receivedOn'];
}

const day = fc.integer({ min: 1, max: 20 }).map((days) => new Passed<Naive>(days));
const anything = fc.oneof(
  { weight: 8, arbitrary: steps.map((step) => new Taken(step, holds)) },
  { weight: 1, arbitrary: day },
);
const wishes = fc.commands<Naive, Real, false>([anything], { size: 'max', maxCommands: 40 });

interface Life {
  readonly place: Place;
  readonly isYoung: boolean;
  /** How far along the road it begins, and for what. */
  readonly begins: number;
  readonly items: number;
}
const life = fc.record<Life>({
  place: fc.constantFrom(...places),
  isYoung: fc.boolean(),
  begins: fc.constantFrom(0, 9, 9),
  items: fc.nat(6),
});

async function begun({ place, isYoung, begins, items }: Life): Promise<{ model: Naive; real: Real }> {
  const unit = await Unit.begun(place, isYoung ? '2008-03-01' : '1980-03-01');
  const model: Naive = {
    today: unit.today,
    place,
    adultOn: isYoung ? '2026-03-01' : undefined,
    cases: [],
    consents: [],
    proposals: [],
    appointments: [],
    plans: [],
    sheets: [],
    members: [],
  };
  const real = { unit };
  for (const step of road(place, items).slice(0, begins)) await new Taken(step, holds).run(model, real);
  return { model, real };
}

describe('A case and its coordination, beside a naive model of them', () => {
  it(`do what the model does, whatever is wished (inv. 1–8, 10, 12, 18, 19; seed ${seed})`, async () => {
    const met = new Map<string, number>();
    const does = fc.asyncProperty(life, wishes, async (one, wished) => {
      const lives: Unit[] = [];
      const setup = async () => {
        const { model, real } = await begun(one);
        lives.push(real.unit);
        return { model, real };
      };
      await fc.asyncModelRun(setup, wished);
      for (const { log, logNow } of lives) {
        // Nothing is taken away, and nothing changes that was recorded (inv. 18).
        expect(logNow).toEqual(log);
        for (const { type } of log) met.set(type, (met.get(type) ?? 0) + 1);
      }
    });
    await fc.assert(does, { seed, numRuns: rounds(10_000, 120) });
    expect([...met.keys()]).toEqual(
      expect.arrayContaining([
        'CoordinatorAppointed',
        'CoordinatorReleased',
        'MemberLeftGroup',
        'PlanClosed',
      ]),
    );
  }, 3_600_000);
});
