import type { Read } from '../api/read.js';
import { endsIn } from './ends.js';

type Coordination = Read<'/v1/subjects/{subjectId}/coordination'>;

const name = { subjectId: null, value: 'Oppdiktet Navnesen' };
const of = (more: object) =>
  endsIn({
    activePlanId: 's1.1',
    reports: [],
    members: [
      { memberId: 'm1', party: { partyId: 'p2', name }, leftOn: null },
      { memberId: 'm2', party: { partyId: 'p3', name }, leftOn: '2026-01-02' },
    ],
    appointments: [{ appointmentId: 'a1', coordinator: { partyId: 'p1', name }, releasedOn: null }],
    endReports: [],
    reviews: [],
    ...more,
  } as unknown as Coordination).map(({ named }) => Object.values(named)[0]);

describe('what can be told to have ended (S10)', () => {
  it('is whatever goes on: plan, group and coordinator', () => expect(of({})).toEqual(['s1.1', 'm1', 'a1']));

  it('is a plan that a unit reported and nobody has confirmed', () => {
    const reports = [
      { reportId: 'r1', state: 'REPORTED', hasPlan: true },
      { reportId: 'r2', state: 'REPORTED', hasPlan: false },
      { reportId: 'r3', state: 'CONFIRMED', hasPlan: true },
    ];
    expect(of({ reports, activePlanId: null })).toEqual(['r1', 'm1', 'a1']);
  });

  it('is told once, until the unit has recorded it', () => {
    const endReports = [
      { of: 'm1', isRecorded: false },
      { of: 'a1', isRecorded: true },
    ];
    expect(of({ endReports })).toEqual(['s1.1', 'a1']);
  });

  it('is first what is to end by the last answer', () => {
    const review = { reviewedOn: '2026-02-02', outcome: 'TO_END', parts: ['COORDINATOR'] };
    expect(of({ reviews: [review] })).toEqual(['a1', 's1.1', 'm1']);
    const later = { reviewedOn: '2026-02-03', outcome: 'STILL_RIGHT', parts: ['COORDINATOR'] };
    expect(of({ reviews: [review, later] })).toEqual(['s1.1', 'm1', 'a1']);
  });
});
