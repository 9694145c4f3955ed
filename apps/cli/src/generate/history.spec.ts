import { codec } from '#apps/codec';
import { caseClosureReasons, fileIn, gapsOf, standingGaps } from '#casework';
import { stateOf as caseAfter, check, evolve } from '../../../../libs/casework/src/domain/rules.js';
import type { CaseEvent } from '../../../../libs/casework/src/domain/events.js';
import { decisionsIn, initialState as noCase, isGrant } from '../../../../libs/casework/src/domain/case.js';
import { faultsIn } from '../../../../libs/coordination/src/domain/rules.js';
import { refold } from '../../../../libs/projecting/src/folding.js';
import { effective, partsOf, type Recorded } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { identityNumber } from '#personal-data';
import { projections } from '#projections/index';
import { type Chapter, history } from './history.js';
import { IdentityNumbers } from './identity-numbers.js';
import { municipalitiesNamed } from './town.js';

const options = { events: 4_000, seed: 7 };

/** What some chapters of a history record, decoded as from a log, by stream. */
async function told(seed: number, chapters: number, part = { part: 0, of: 1 }, named = 'aure,hamar') {
  const municipalities = await municipalitiesNamed(named);
  const all: Chapter[] = [];
  for await (const chapter of history({ ...options, seed, municipalities }, part)) {
    all.push(chapter);
    if (all.length === chapters) break;
  }
  const streams = new Map<string, Recorded[]>();
  for (const { stream, drafts } of all.flatMap(({ entries }) => entries)) {
    const present = streams.get(stream) ?? [];
    streams.set(stream, present);
    for (const event of await codec.encode(stream, drafts, plainSealing)) {
      const revision = BigInt(present.length);
      present.push(codec.decode({ ...event, stream, revision, position: revision }));
    }
  }
  return { streams, claims: all.flatMap(({ claims }) => claims) };
}

const of = (streams: ReadonlyMap<string, readonly Recorded[]>, category: string) =>
  [...streams].filter(([stream]) => partsOf(stream)?.category === category);

describe('a generated history', () => {
  it('is the same for the same seed, to the last id and day, and another for another', async () => {
    const [once, again, other] = [await told(7, 20), await told(7, 20), await told(8, 20)];
    expect(again).toEqual(once);
    const inBoth = [...other.streams.keys()].filter((stream) => once.streams.has(stream));
    expect(new Set(inBoth.map((stream) => partsOf(stream)?.category))).toEqual(
      new Set(['municipality', 'unit']),
    );
  });

  it.each(['alesund', 'stranda', 'folldal'])('goes the own way of %s too', async (named) => {
    const { streams } = await told(7, 40, undefined, named);
    const types = new Set([...streams.values()].flat().map(({ type }) => type));
    expect(types).toContain(named === 'stranda' ? 'BoardApproved' : 'DecisionMade');
  });

  it('goes forward in every stream, also where a correction brings back a deadline that has passed', async () => {
    const municipalities = await municipalitiesNamed('aure');
    const days = new Map<string, string[]>();
    let chapters = 0;
    for await (const { entries } of history({ ...options, seed: 1, municipalities }, { part: 0, of: 1 })) {
      for (const { stream, at } of entries) days.set(stream, [...(days.get(stream) ?? []), at]);
      chapters += 1;
      if (chapters === 5) break;
    }
    for (const of of days.values()) expect(of).toEqual(of.toSorted());
  });

  it('has every kind of step, corrections and annulments, and no stream that the rules have anything against', async () => {
    const { streams } = await told(7, 130);
    const types = new Set([...streams.values()].flat().map(({ type }) => type));
    for (const type of [
      'StaffEngaged',
      'EngagementEnded',
      'SubstituteNamed',
      'NeedNotified',
      'ApplicationReceived',
      'ApplicationCompleted',
      'ApplicationWithdrawn',
      'MappingAssigned',
      'MappingCompleted',
      'KeMeetingConvenedForCase',
      'CriterionAssessed',
      'ChildHeard',
      'DecisionMade',
      'DecisionNotified',
      'CaseworkerAssigned',
      'CaseClosed',
      'DeadlineSet',
      'DeadlineMet',
      'DeadlineMissed',
      'DeadlineExpired',
      'DeadlineLifted',
      'CaseReopened',
      'ComplaintReceived',
      'ConsentGiven',
      'ConsentWithdrawn',
      'CoordinatorAppointed',
      'CoordinatorReleased',
      'CoordinatorGapDetected',
      'PlanStarted',
      'MeasureCostClearanceGranted',
      'ParticipantAccessGranted',
      'PlanReviewed',
      'CoordinationMeetingHeld',
      'PromiseKept',
      'CrisisPlanDrawnUp',
      'CrisisPlanGiven',
      'PlanClosed',
      'MemberJoinedGroup',
      'MemberLeftGroup',
      'SubjectRegistered',
      'SubjectIdentityLinked',
      'PartyRegistered',
      'MunicipalityProfileAdopted',
      'ApplicationReceivedCorrected',
      'RecordedInErrorMarked',
    ]) {
      expect(types).toContain(type);
    }
    const closings = [...streams.values()].flat().filter(({ type }) => type === 'CaseClosed');
    const reasons = new Set(closings.map(({ data }) => data['reasonCode']));
    expect(reasons).toEqual(new Set(caseClosureReasons.codes));
    const cases = new Map(of(streams, 'case').map(([stream, events]) => [partsOf(stream)?.id, events]));
    for (const events of cases.values()) {
      let before = noCase;
      for (const step of effective(events) as unknown as CaseEvent[]) {
        expect(() => check(before, step)).not.toThrow();
        before = evolve(before, step);
      }
    }
    for (const [, events] of of(streams, 'coordination')) {
      const grants = Object.fromEntries(
        [...cases].map(([id, steps]) => {
          const state = caseAfter(effective(steps) as unknown as CaseEvent[]);
          const granted = decisionsIn(state).at(-1)?.answers.filter(isGrant) ?? [];
          const subjectId = state.status === 'absent' ? undefined : state.subjectId;
          return [
            id,
            {
              subjectId,
              granted,
              refused: [],
              decidedOn: 'decidedOn' in state ? state.decidedOn : undefined,
            },
          ];
        }),
      );
      expect(faultsIn(events, { today: '2040-01-01', grants })).toEqual([]);
    }
  });

  it('has decided cases that are ready for a complaint, and others of which the county governor would miss something', async () => {
    const { streams } = await told(7, 130);
    const lacking = of(streams, 'case')
      .map(([, events]) => fileIn(effective(events) as unknown as CaseEvent[]))
      .filter(({ decisionNotifiedOn }) => decisionNotifiedOn !== null)
      .map((file) => standingGaps(gapsOf(file), new Set(), '2040-01-01').lacking.length > 0);
    const share = lacking.filter(Boolean).length / lacking.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.9);
  });

  it('folds into every read model', async () => {
    const { streams } = await told(7, 60);
    const empty = projections.filter((projection) => {
      const categories = projection.handles.map(({ category }) => category);
      const handled = [...streams].filter(([stream]) => categories.includes(partsOf(stream)?.category ?? ''));
      return handled.every(([, events]) => refold(projection, events).size === 0);
    });
    // Reports are counted from what a running program has recorded; whose history is generated has no earlier register to take in, nobody’s papers, nobody on the staff who is close to anybody, and no other service that follows it.
    expect(empty.map(({ name }) => name)).toEqual([
      'relations',
      'report_matters',
      'receivers',
      'imports',
      'documents',
    ]);
  });

  it('is told in parts that share no life and no identity number', async () => {
    const [one, other] = [await told(7, 70, { part: 0, of: 2 }), await told(7, 70, { part: 1, of: 2 })];
    expect([...one.streams.keys()].filter((stream) => other.streams.has(stream))).toEqual([]);
    const numbers = [...one.claims, ...other.claims].map(
      (claim) => `${claim.tenant} ${claim.identityNumber}`,
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(100);
  });
});

describe('an identity number of an invented person', () => {
  it.each(['1931-02-28', '1999-12-31', '2000-02-29', '2024-06-01'])(
    'tells of a birth on %s, and is a test number',
    (day) => {
      const numbers = new IdentityNumbers(0, 1);
      const given = Array.from({ length: 300 }, () => numbers.bornOn(day) ?? '');
      expect(new Set(given).size).toBe(300);
      for (const number of given) {
        expect(identityNumber(number, '2026-03-02')).toMatchObject({
          status: 'valid',
          synthetic: true,
          birthDate: day,
        });
      }
    },
  );

  it('is not given when a day has no more', () => {
    const numbers = new IdentityNumbers(0, 1);
    expect(Array.from({ length: 600 }, () => numbers.bornOn('1950-05-05')).at(-1)).toBeUndefined();
  });
});
