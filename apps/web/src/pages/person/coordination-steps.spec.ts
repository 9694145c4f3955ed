import { type Around, appointmentSteps, groupSteps, planSteps, reportSteps } from './coordination-steps.js';
import { stepsByTask } from './steps-by-task.js';

const name = { subjectId: null, value: 'Oppdiktet Navnesen' };
const around = (
  endReports: readonly { of: string; isRecorded: boolean }[],
  reviews: readonly object[] = [],
) =>
  ({
    subjectId: 's1',
    cases: [],
    coordination: {
      activePlanId: 's1.1',
      planDeclinedOn: null,
      appointments: [{ appointmentId: 'a1', coordinator: { partyId: 'p1', name }, releasedOn: null }],
      members: [{ memberId: 'm1', party: { partyId: 'p2', name }, leftOn: null }],
      endReports,
      reports: [],
      reviews,
      proposals: [],
      handovers: [],
      disputes: [],
    },
  }) as unknown as Around;

/** What a coordinator or a unit's leader may tell of ends. */
function told(of: Around) {
  const [appointment] = of.coordination?.appointments ?? [];
  if (appointment === undefined) throw new Error('Nobody is appointed.');
  return [...planSteps(of), ...groupSteps(of, (key) => key), ...appointmentSteps(of, appointment)]
    .filter(({ by }) => by?.includes('COORDINATOR') && !by.includes('CASEWORKER'))
    .map(({ operation, preset }) => [operation, preset]);
}

describe('what a coordinator tells of ends (S10)', () => {
  it('is of the plan, of each in the group and of the coordinator', () => {
    expect(told(around([]))).toEqual([
      ['EndReports_closure', { planId: 's1.1' }],
      ['EndReports_departure', { memberId: 'm1' }],
      ['EndReports_departure', { appointmentId: 'a1' }],
    ]);
  });

  it('is told once, until the unit has recorded it', () => {
    const waiting = { of: 'm1', isRecorded: false };
    const recorded = { of: 's1.1', isRecorded: true };
    expect(told(around([waiting, recorded])).map(([operation]) => operation)).toEqual([
      'EndReports_closure',
      'EndReports_departure',
    ]);
  });
});

describe('feedback that is missing (S10)', () => {
  it.each([
    ['PLAN', 'Plans_close'],
    ['COORDINATOR', 'Coordination_release.a1'],
    ['GROUP', 'Coordination_leave.m1'],
  ])('is recorded where the end of it is: %s', (part, step) => {
    const review = { reviewedOn: '2026-02-02', outcome: 'TO_END', parts: [part] };
    expect(stepsByTask(around([], [review]))['FEEDBACK_MISSING']).toBe(step);
  });

  it('is told of the report, where nobody has confirmed that there is a plan', () => {
    const { coordination, ...of } = around([]);
    const reports = [{ reportId: 'r1', state: 'REPORTED', hasPlan: true, coordinator: null }];
    const unconfirmed = { ...of, coordination: { ...coordination, activePlanId: null, reports } } as Around;
    const step = stepsByTask(unconfirmed)['FEEDBACK_MISSING'];
    expect(step).toBe('EndReports_closure.r1');
    expect(reportSteps(unconfirmed).map(({ operation, of: one }) => `${operation}.${one}`)).toContain(step);
  });
});
