import type { Read } from '../api/read.js';

type Coordination = Pick<Read<'/v1/subjects/{subjectId}/coordination'>, 'proposals' | 'appointments'>;
type Proposal = Coordination['proposals'][number];

/** Whose answers a proposal still lacks, of those who are asked in this municipality. */
export const lackingIn = ({ awaits, concurredOn, acceptedOn }: Proposal): Proposal['awaits'] =>
  awaits.filter((who) => (who === 'LEADER' ? concurredOn : acceptedOn) === null);

/** Proposals that were neither refused, taken back nor followed by an appointment. */
export const openProposalsIn = ({ proposals, appointments }: Coordination): readonly Proposal[] =>
  proposals.filter(
    ({ proposalId, kind, proposedOn, declinedOn, withdrawnOn, objectedOn }) =>
      (declinedOn ?? withdrawnOn ?? objectedOn) === null &&
      !appointments.some(
        (one) =>
          one.proposalId === proposalId ||
          (one.kind === kind && !one.temporary && one.validFrom >= proposedOn),
      ),
  );

/** The appointment that a proposal leads to, once everybody who is asked has agreed. */
export function appointmentProposedIn(coordination: Coordination) {
  const agreed = openProposalsIn(coordination).findLast((one) => lackingIn(one).length === 0);
  return agreed === undefined
    ? {}
    : {
        proposalId: agreed.proposalId,
        coordinatorId: agreed.candidate.partyId,
        unit: agreed.unit,
        kind: agreed.kind,
      };
}
