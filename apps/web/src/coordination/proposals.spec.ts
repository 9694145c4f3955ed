import { appointmentProposedIn, lackingIn, openProposalsIn } from './proposals.js';

type Coordination = Parameters<typeof openProposalsIn>[0];
const proposal = {
  proposalId: 'p1',
  candidate: { partyId: 'c1', name: 'Sykepleier Øvelsøy' },
  unit: 'HOME_CARE',
  kind: 'ORDINARY',
  awaits: ['LEADER'],
  proposedOn: '2026-10-05',
  concurredOn: null,
  acceptedOn: null,
  declinedOn: null,
  objectedOn: null,
  withdrawnOn: null,
};
const appointment = { proposalId: null, kind: 'ORDINARY', temporary: false, validFrom: '2026-10-12' };
const known = (proposals: readonly object[], appointments: readonly object[] = []) =>
  ({ proposals, appointments }) as unknown as Coordination;

describe('a proposal of a coordinator', () => {
  test('lacks the answers of those who are asked here, and of no others', () => {
    const lacking = (one: object) => lackingIn({ ...proposal, ...one } as Parameters<typeof lackingIn>[0]);
    expect(lacking({})).toEqual(['LEADER']);
    expect(lacking({ concurredOn: '2026-10-07' })).toEqual([]);
    expect(lacking({ awaits: ['LEADER', 'CANDIDATE'], acceptedOn: '2026-10-07' })).toEqual(['LEADER']);
  });

  test('leads to an appointment once they have answered, of whom was proposed', () => {
    expect(appointmentProposedIn(known([proposal]))).toEqual({});
    expect(appointmentProposedIn(known([{ ...proposal, concurredOn: '2026-10-07' }]))).toEqual({
      proposalId: 'p1',
      coordinatorId: 'c1',
      unit: 'HOME_CARE',
      kind: 'ORDINARY',
    });
    expect(appointmentProposedIn(known([{ ...proposal, awaits: [] }]))).toMatchObject({ proposalId: 'p1' });
  });

  test('is over by a no, when it is taken back, and when somebody was appointed since', () => {
    expect(openProposalsIn(known([proposal]))).toHaveLength(1);
    for (const over of ['declinedOn', 'objectedOn', 'withdrawnOn']) {
      expect(openProposalsIn(known([{ ...proposal, [over]: '2026-10-07' }]))).toEqual([]);
    }
    expect(openProposalsIn(known([proposal], [appointment]))).toEqual([]);
    expect(openProposalsIn(known([proposal], [{ ...appointment, validFrom: '2026-09-01' }]))).toHaveLength(1);
    expect(openProposalsIn(known([proposal], [{ ...appointment, temporary: true }]))).toHaveLength(1);
  });
});
