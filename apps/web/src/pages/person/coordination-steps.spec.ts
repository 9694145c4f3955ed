import { type Around, appointmentSteps, groupSteps, planSteps } from './coordination-steps.js';

const name = { subjectId: null, value: 'Oppdiktet Navnesen' };
const around = (endReports: readonly { of: string; isRecorded: boolean }[]) =>
  ({
    subjectId: 's1',
    cases: [],
    coordination: {
      activePlanId: 's1.1',
      planDeclinedOn: null,
      appointments: [{ appointmentId: 'a1', coordinator: { partyId: 'p1', name }, releasedOn: null }],
      members: [{ memberId: 'm1', party: { partyId: 'p2', name }, leftOn: null }],
      endReports,
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
