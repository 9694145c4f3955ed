import { noMeetings } from '#casework/application/meetings.testing';
import fc from 'fast-check';
import { caseStream, grantFor } from '#casework';
import { ReviseCaseEventCommand, ReviseCaseEventHandler } from '#casework/application/revise-case-event';
import type { Recorded } from '#event-sourcing';
import { coordinationDecider } from '../src/domain/decide.js';
import type { CoordinationEvent } from '../src/domain/events.js';
import { faultsIn, relianceOf } from '../src/domain/rules.js';
import {
  begun,
  caseAt,
  caseIds,
  contextOf,
  idAt,
  itemsOf,
  outcomeOf,
  reacted,
  recording,
  stream,
  subjectId,
  tenant,
  today,
  type Wish,
  wishes,
} from './lives.testing.js';
import { rounds } from '../../../test/support/rounds.js';

/** Each wave holds what several people ask at the same moment. */
const lives = fc.array(fc.array(wishes, { minLength: 1, maxLength: 4 }), {
  minLength: 4,
  maxLength: 14,
  size: 'max',
});

/** Lives a life; every wish is sent twice, to two processes, as an impatient client does. Answers what was recorded in the end. */
async function lived(waves: readonly (readonly Wish[])[]) {
  const { store, processes, runner } = await begun();
  let seen = 0;
  for (const [index, wave] of waves.entries()) {
    await Promise.all(
      wave.map(async (wish, n) => {
        const context = contextOf(`wave ${index} wish ${n}`);
        const sent = [0, 1].map((again) =>
          outcomeOf(wish({ runner: processes[(n + again) % 3] ?? runner, store, context })),
        );
        const [first, second] = await Promise.all(sent);
        if (first && second && first.length > 0 && second.length > 0) expect(second).toEqual(first);
      }),
    );
    seen = await reacted(store, runner, seen);
  }
  return { store, runner };
}

/** What holds of every life; `met`: the types of what was recorded. */
const holds = (met = new Set<string>()) =>
  fc.asyncProperty(lives, async (waves) => {
    const { store, runner } = await lived(waves);
    for (const { type } of store.all) met.add(type);
    const { state, history, effective } = await runner.look(coordinationDecider, stream);
    expect(state.plans.filter(({ closedOn }) => closedOn === undefined).length).toBeLessThanOrEqual(1);
    for (const temporary of [false, true]) {
      const open = state.appointments.filter(
        (one) => one.releasedOn === undefined && one.temporary === temporary,
      );
      expect(open.length).toBeLessThanOrEqual(1);
    }

    const grants = Object.fromEntries(
      await Promise.all(
        caseIds.map(async (caseId) => [caseId, await grantFor(runner, tenant, caseId)] as const),
      ),
    );
    const found = faultsIn(history, { today, grants });
    const raced = ['coordination/not-granted', 'coordination/before-decision'];
    expect(found.filter(({ refusal: { code } }) => !raced.includes(code))).toEqual([]);

    const ended = new Set(
      [...state.appointments, ...state.plans]
        .filter((one) => ('closedOn' in one ? one.closedOn : 'releasedOn' in one && one.releasedOn))
        .map((one) => ('planId' in one ? one.planId : one.appointmentId)),
    );
    const baseless = (caseId: string) =>
      found.flatMap(({ event }) => {
        const reliance = relianceOf(event as CoordinationEvent);
        return reliance?.caseId === caseId && !ended.has(reliance.id) ? [reliance.id] : [];
      });
    for (const caseId of caseIds) {
      // What has ended since needs no decision, and no further notice.
      const last = lastNotice(history, caseId).filter((id) => !ended.has(id));
      const lost = baseless(caseId);
      if (lost.length > 0) expect(last.toSorted()).toEqual(lost.toSorted());
      else expect(last.filter((id) => isLive(effective, id))).toEqual([]);
    }
  });

describe('Whatever several people wish at once of one person, through several processes', () => {
  it('leaves at most one plan and coordinator at a time, no step without its rules, and every lost basis noticed', async () => {
    const met = new Set<string>();
    await fc.assert(holds(met), { numRuns: rounds(1_000, 60) });
    expect([...met].toSorted()).toEqual(
      expect.arrayContaining([
        'PlanStarted',
        'CoordinatorAppointed',
        'DecisionMadeCorrected',
        'RecordedInErrorMarked',
      ]),
    );
  });

  it('E16 asks no further notice where one of what had lost its basis ends', () => {
    const appointed = recording('CoordinatorAppointed', {
      subjectId,
      coordinatorId: 'party-2',
      caseId: caseAt(0),
      validFrom: '2026-01-15',
      temporary: false,
      wishFollowed: 'YES',
    });
    const started = recording('PlanStarted', {
      subjectId,
      caseId: caseAt(0),
      startedOn: '2026-01-15',
      withSubject: true,
    });
    const released = recording('CoordinatorReleased', async (store) => ({
      subjectId,
      appointmentId: await idAt(store, 'CoordinatorAppointed', 'appointmentId', 0),
      releasedOn: '2026-02-01',
      reasonCode: 'NEED_CEASED' as const,
      personAgrees: true,
    }));
    const life = [[appointed], [started], [refusingUnaware], [released]];
    return fc.assert(holds(), { examples: [[life]], numRuns: 1 });
  });
});

/** Refuses both items of the first case after all, by somebody who does not see yet what rests on them. */
const refusingUnaware: Wish = async ({ runner, store, context }) => {
  const events = await store.read(caseStream(tenant, caseAt(0)));
  const eventId = events.find(({ type }) => type === 'DecisionMade')?.id ?? '';
  const changed = { items: itemsOf('REFUSED') };
  const nothing = {
    of: () => Promise.resolve({ resting: [], basis: [] }),
    goesOn: () => Promise.resolve([]),
  };
  return new ReviseCaseEventHandler(runner, nothing, noMeetings).execute(
    new ReviseCaseEventCommand({ caseId: caseAt(0), eventId, changed, reason: 'Feil svar.' }, context),
  );
};

/** What the register shows as having lost its decision. */
function lastNotice(history: readonly Recorded[], caseId: string): readonly string[] {
  const last = history.findLast(
    ({ type, data }) => /^Basis(Lost|Regained)$/.test(type) && data['caseId'] === caseId,
  );
  return last?.type === 'BasisLost' ? (last.data['restsOn'] as readonly string[]) : [];
}

const isLive = (events: readonly CoordinationEvent[], id: string) =>
  events.some((event) => relianceOf(event)?.id === id);
