import { keyOf } from '../../steps/placed-step.js';
import { nextOf, stepFor, stepNamed, stepsIn } from './case-steps.js';
import type { Scene, Task } from './scene.js';

const received = {
  caseId: 'c-1',
  caseNumber: '2026/14',
  subject: { subjectId: 's-1' },
  opening: 'APPLICATION',
  openPoints: [],
  items: ['COORDINATOR'],
  conditions: ['LONG_TERM'],
  recommendation: [],
  criteria: [],
  readings: [],
  disputes: [],
  dispatches: [],
  letters: [],
  outcomes: [],
  agenda: [],
  meetings: [],
  receivedOn: '2026-11-02',
  written: true,
  assignmentId: null,
  mappedOn: null,
  recommendedOn: null,
  boardConcludedOn: null,
  boardMeetingId: null,
  decidedOn: null,
  decidedBy: null,
  decisionId: 'd-1',
  withdrawnOn: null,
  closedOn: null,
  readiness: { lacking: [] },
};
const nobodyYet = {
  proposals: [],
  appointments: [],
  handovers: [],
  disputes: [],
  plans: [],
  activePlanId: null,
};
const task = (kind: string, path: string): Task =>
  ({ kind, caseId: 'c-1', step: { path, method: 'POST' } }) as unknown as Task;
const sceneOf = (
  of: Readonly<Record<string, unknown>> = {},
  coordination: Readonly<Record<string, unknown>> = {},
  tasks: readonly Task[] = [],
) =>
  ({
    of: { ...received, ...of },
    coordination: { ...nobodyYet, ...coordination },
    tasks,
  }) as unknown as Scene;
const circumstances = { decider: 'KE_MEETING', toldTo: [], today: '2026-11-30' };
const stepsOf = (scene: Scene, ...roles: Parameters<typeof stepsIn>[1]) =>
  stepsIn(scene, roles.length > 0 ? roles : ['CASEWORKER'], circumstances);
const operations = (scene: Scene, ...roles: Parameters<typeof stepsIn>[1]) =>
  stepsOf(scene, ...roles).map(keyOf);

const decided = { decidedOn: '2026-11-24', outcomes: [{ item: 'COORDINATOR', outcome: 'GRANTED' }] };

describe('what was missed before the decision', () => {
  it.each([
    ['PreliminaryReplySent', 'Assistance_replyFirst'],
    ['MappingCompleted', 'Cases_completeMapping'],
  ])('can be typed in after it, where it is missed: %s', (step, operation) => {
    expect(operations(sceneOf(decided))).not.toContain(operation);
    expect(operations(sceneOf({ ...decided, readiness: { lacking: [{ step }] } }))).toContain(operation);
  });
});

describe('the steps of a case', () => {
  it('are those of its stage', () => {
    expect(operations(sceneOf())).toEqual(
      expect.arrayContaining(['Cases_assignMapping', 'Meetings_convene', 'Cases_decide', 'Closing_close']),
    );
    expect(operations(sceneOf({ receivedOn: null, opening: 'NEED' }))).toEqual(
      expect.arrayContaining(['Cases_answerNeed', 'Cases_application']),
    );
    expect(operations(sceneOf(decided))).toEqual(
      expect.arrayContaining(['Cases_amend', 'Dispatch_notify', 'Coordination_appoint']),
    );
    expect(operations(sceneOf(decided))).not.toContain('Cases_decide');
    expect(operations(sceneOf({ closedOn: '2026-11-25' }))).toContain('Closing_reopen');
    expect(operations(sceneOf({ closedOn: '2026-11-25' }))).not.toContain('Closing_close');
  });

  it('are those of the roles of whoever looks', () => {
    expect(operations(sceneOf(), 'AUDITOR')).toEqual([]);
    expect(operations(sceneOf(), 'LEADER')).toEqual([
      'Cases_assignMapping',
      'Caseworker_assign',
      'HandlingDisputes_raise',
    ]);
    const held = sceneOf(decided, {
      appointments: [{ appointmentId: 'a-1', releasedOn: null, toldOn: null }],
    });
    expect(operations(held, 'COORDINATOR')).toEqual(['Handovers_write.a-1', 'Reviews_review']);
  });

  it('ask for every condition of what is applied for, as it was read or recommended', () => {
    const reading = {
      readingId: 'r-1',
      agrees: true,
      items: [{ item: 'COORDINATOR', outcome: 'REFUSED', reason: 'x' }],
      criteria: [{ criterion: 'LONG_TERM', met: true, reason: 'y' }],
    };
    const decide = (of: object) =>
      stepsOf(sceneOf({ ...of })).find(({ operation }) => operation === 'Cases_decide')?.preset;
    expect(decide({})).toEqual({
      items: [{ item: 'COORDINATOR' }],
      criteria: [{ criterion: 'LONG_TERM' }],
      decidedBy: { body: 'KE_MEETING', decidedOn: '2026-11-30' },
    });
    expect(decide({ readings: [reading] })).toMatchObject({
      items: reading.items,
      criteria: reading.criteria,
    });
    const assessed = { criterion: 'LONG_TERM', met: false, reason: 'z' };
    expect(decide({ criteria: [assessed] })).toMatchObject({ criteria: [assessed] });
    expect(decide({ criteria: [assessed], readings: [{ ...reading, criteria: [] }] })).toMatchObject({
      items: reading.items,
      criteria: [assessed],
    });
    const meetings = [{ meetingId: 'm-1', meetsOn: '2026-11-24' }];
    expect(decide({ meetings })).toMatchObject({ decidedBy: { meetingId: 'm-1', decidedOn: '2026-11-24' } });
  });

  it('amend a decision at a meeting after it, with what was recommended since', () => {
    const amend = (of: object) =>
      stepsOf(sceneOf({ ...decided, ...of })).find(({ operation }) => operation === 'Cases_amend')?.preset;
    const first = { meetingId: 'm-1', meetsOn: '2026-11-24' };
    const recommendation = [{ item: 'COORDINATOR', outcome: 'GRANTED', reason: 'x' }];
    const before = { meetings: [first], recommendation, recommendedOn: '2026-11-20' };
    expect(amend(before)).toEqual({
      amends: 'd-1',
      decidedBy: { body: 'KE_MEETING', decidedOn: '2026-11-30' },
      criteria: [],
    });
    const assessed = { criterion: 'LONG_TERM', met: true, reason: 'z' };
    expect(amend({ ...before, criteria: [{ ...assessed, assessedOn: '2026-11-20' }] })).toMatchObject({
      criteria: [assessed],
    });
    const meetings = [first, { meetingId: 'm-2', meetsOn: '2026-11-26' }];
    expect(amend({ ...before, meetings, recommendedOn: '2026-11-25' })).toEqual({
      amends: 'd-1',
      decidedBy: { body: 'KE_MEETING', decidedOn: '2026-11-26', meetingId: 'm-2' },
      criteria: [],
      items: recommendation,
    });
  });

  it('are found by what waits, by the kind that the inbox links to, and by their own key', () => {
    const toAppoint = task('COORDINATOR_TO_APPOINT', '/v1/subjects/{subjectId}/coordinators');
    const toDecide = task('DECISION_TO_MAKE', '/v1/cases/c-1/decision');
    const scene = sceneOf(decided, {}, [toAppoint]);
    expect(stepFor(toAppoint, stepsOf(scene), scene.of)?.operation).toBe('Coordination_appoint');
    expect(stepNamed('COORDINATOR_TO_APPOINT', stepsOf(scene), scene)?.operation).toBe(
      'Coordination_appoint',
    );
    expect(stepNamed('Closing_close', stepsOf(scene), scene)?.operation).toBe('Closing_close');
    expect(stepFor(toDecide, stepsOf(scene), scene.of)).toBeUndefined();
    expect(stepNamed('DECISION_TO_MAKE', stepsOf(scene), scene)).toBeUndefined();
  });

  it('are for each of several records by itself', () => {
    const waits = { deliveredOn: null, returnedOn: null, recipient: 'SUBJECT' };
    const dispatches = ['x', 'y'].map((dispatchId) => ({ dispatchId, to: [waits] }));
    expect(operations(sceneOf({ ...decided, dispatches }))).toEqual(
      expect.arrayContaining(['Dispatch_delivered.x', 'Dispatch_returned.x', 'Dispatch_delivered.y']),
    );
  });

  it('have next what waits first, and what is missing only where nothing else waits', () => {
    const lacking = task('APPLICATION_TO_COMPLETE', '/x');
    const ready = task('CASE_TO_CONSIDER', '/y');
    expect(nextOf([lacking, ready])).toBe(ready);
    expect(nextOf([lacking])).toBe(lacking);
    expect(nextOf([])).toBeUndefined();
  });
});
