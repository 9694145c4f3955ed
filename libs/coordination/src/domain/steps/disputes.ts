import { amended } from '#event-sourcing/amended';
import { code, codeOf, idOf, localDate, newId, optional, personal, ref, v1 } from '#event-sourcing/event';
import type { Usually } from '#event-sourcing/step';
import { disputeOutcomes, disputeSettlers, units } from '#vocabulary';
import { coordinatorKinds } from '../codes.js';
import { disputeNamed, disputeRefusals, isOpenDispute } from '../dispute.js';
import { proposalNamed } from '../proposal.js';
import { about, of, type SaidIn, step } from '../step.js';

const { refuseIf, inOrder } = disputeRefusals;

const raised = v1(
  {
    ...about,
    disputeId: newId('dispute'),
    /** The proposal that is disputed, such as one to which the nearest leader objected (H2). */
    proposalId: optional(idOf('proposal')),
    kind: codeOf(coordinatorKinds),
    /** Who brings it up. */
    raisedById: optional(ref('party')),
    /** What the one side says, and what the other. */
    view: personal.text(of),
    otherView: personal.text(of),
    /** Who settles it, by the profile of that day. */
    settledBy: code(disputeSettlers),
    raisedOn: localDate(),
  },
  { occurs: 'raisedOn' },
);
type Raising = Usually<SaidIn<typeof raised.fields>, 'kind' | 'settledBy'>;

/** In which unit the coordinator is to be is brought before whoever settles such things (U20, H2); until then nobody but a stand-in is appointed. */
const placementDisputeRaised = step('PlacementDisputeRaised', raised, {
  isByProfile: true,
  check(state, { kind, proposalId }) {
    if (proposalId !== undefined) proposalNamed(state, proposalId);
    refuseIf(
      state.disputes.some((one) => one.kind === kind && isOpenDispute(one)),
      'dispute-open',
    );
  },
  decide({ kind, ...said }: Raising, { state, asked: { disputesSettledBy = 'MUNICIPAL_DIRECTOR' } }, fact) {
    const proposed = said.proposalId === undefined ? undefined : proposalNamed(state, said.proposalId);
    return [fact({ ...said, kind: kind ?? proposed?.kind ?? 'ORDINARY', settledBy: disputesSettledBy })];
  },
  evolve: (state, { disputeId, kind, proposalId, raisedOn }) => ({
    ...state,
    disputes: [
      ...state.disputes,
      { disputeId, kind, raisedOn, ...(proposalId !== undefined && { proposalId }) },
    ],
  }),
});

const settled = v1(
  {
    ...about,
    disputeId: idOf('dispute'),
    outcome: codeOf(disputeOutcomes),
    /** The unit that is to coordinate; absent where the parties agreed. */
    unit: optional(code(units)),
    settledById: optional(ref('party')),
    reason: personal.text(of),
    settledOn: localDate(),
  },
  { occurs: 'settledOn' },
);

/** How it was settled. A decision for the unit of the disputed proposal stands in place of the leader's concurrence; one for another ends the proposal. */
const placementDisputeSettled = step('PlacementDisputeSettled', settled, {
  check(state, { disputeId, outcome, unit, settledById, settledOn }) {
    const dispute = disputeNamed(state, disputeId);
    refuseIf(!isOpenDispute(dispute), 'dispute-settled');
    inOrder(dispute.raisedOn, settledOn, 'date-order.settled');
    const isComplete =
      outcome === 'DECIDED'
        ? unit !== undefined && settledById !== undefined
        : unit === undefined && settledById === undefined;
    refuseIf(!isComplete, 'dispute-decision');
  },
  evolve(state, { disputeId, unit, settledOn }) {
    const dispute = state.disputes.find((one) => one.disputeId === disputeId);
    return {
      ...state,
      disputes: amended(state.disputes, (one) => one.disputeId === disputeId, {
        settledOn,
        ...(unit !== undefined && { unit }),
      }),
      proposals: state.proposals.map((one) => {
        if (unit === undefined || one.proposalId !== dispute?.proposalId) return one;
        return one.unit === unit
          ? { ...one, leader: { concurs: true, on: settledOn } }
          : { ...one, isOver: true };
      }),
    };
  },
});

export const disputeSteps = [placementDisputeRaised, placementDisputeSettled] as const;
