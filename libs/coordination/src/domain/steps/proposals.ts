import { amended } from '#event-sourcing/amended';
import {
  code,
  codeOf,
  idOf,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { hasDoubles } from '#event-sourcing/doubles';
import type { Usually } from '#event-sourcing/step';
import { units } from '#vocabulary';
import {
  candidateReasons,
  coordinatorKinds,
  objectionReasons,
  proposalAnswers,
  proposalGrounds,
  wishers,
} from '../codes.js';
import type { Coordination, Proposal } from '../coordination.js';
import { isOpen, proposalNamed, proposalRefusals } from '../proposal.js';
import { about, type Asked, of, type SaidIn, step } from '../step.js';

const { refusal, refuseIf, inOrder } = proposalRefusals;

/** What is wished of a coordinator, in the words of whoever wishes it (H3, F7). */
const coordinatorWishRecorded = step(
  'CoordinatorWishRecorded',
  v1(
    {
      ...about,
      wishId: newId('wish'),
      wish: personal.text(of),
      wishedBy: codeOf(wishers),
      wishedOn: localDate(),
    },
    { occurs: 'wishedOn' },
  ),
  { evolve: (state) => state },
);

const proposed = v1(
  {
    ...about,
    proposalId: newId('proposal'),
    candidateId: ref('party'),
    /** Whose leader is asked. */
    unit: code(units),
    kind: codeOf(coordinatorKinds),
    grounds: list(codeOf(proposalGrounds)),
    assessment: optional(personal.text(of)),
    /** Whose answers it needs, by the profile of that day. */
    awaits: list(codeOf(proposalAnswers)),
    proposedOn: localDate(),
  },
  { occurs: 'proposedOn' },
);
type Proposing = Usually<SaidIn<typeof proposed.fields>, 'kind' | 'awaits'>;

/** Somebody is proposed as coordinator: one of each kind at a time. */
const coordinatorProposed = step('CoordinatorProposed', proposed, {
  isByProfile: true,
  check({ proposals }, { kind, grounds }) {
    refuseIf(grounds.length === 0 || hasDoubles(grounds), 'proposal-grounds');
    refuseIf(
      proposals.some((one) => one.kind === kind && isOpen(one)),
      'already-proposed',
    );
  },
  neverKin: 'candidateId',
  admit({ awaits }, _, standing) {
    refuseIf(awaits !== undefined && standing !== undefined, 'awaits-by-profile');
  },
  decide({ kind = 'ORDINARY', ...said }: Proposing, { asked: { leaderConcurrence, candidateAnswer } }, fact) {
    const awaits = [
      ...(leaderConcurrence ? (['LEADER'] as const) : []),
      ...(candidateAnswer ? (['CANDIDATE'] as const) : []),
    ];
    return [fact({ ...said, kind, awaits })];
  },
  evolve: (state, { proposalId, candidateId, unit, kind, proposedOn, awaits }) => ({
    ...state,
    proposals: [...state.proposals, { proposalId, candidateId, unit, kind, proposedOn, awaits }],
  }),
});

/** The proposal, where an answer to it can be given on that day. */
function answerable(state: Coordination, proposalId: string, day: string): Proposal {
  const proposal = proposalNamed(state, proposalId);
  inOrder(proposal.proposedOn, day, 'date-order.answered');
  return proposal;
}

const withAnswer = (state: Coordination, proposalId: string, answer: Partial<Proposal>): Coordination => ({
  ...state,
  proposals: amended(state.proposals, (one) => one.proposalId === proposalId, answer),
});

/** A leader answers once; who thinks again is asked anew. */
function refuseSecondOfLeader(state: Coordination, proposalId: string, day: string): void {
  const { leader } = answerable(state, proposalId, day);
  refuseIf(leader !== undefined, 'leader-answered');
}
function refuseSecondOfCandidate(state: Coordination, proposalId: string, day: string): void {
  const { candidate } = answerable(state, proposalId, day);
  refuseIf(candidate !== undefined, 'candidate-answered');
}

interface Answering {
  readonly leaderId?: string | undefined;
}
const asksLeader = ({ leaderId }: Answering) => leaderId === undefined;
/** Whoever leads the unit that is asked, unless told. */
function whoAnswers({ leaderId }: Answering, { unitLeader }: Asked): string {
  const answers = leaderId ?? unitLeader;
  if (answers === undefined) throw refusal('no-leader');
  return answers;
}

const concurred = v1(
  {
    ...about,
    proposalId: idOf('proposal'),
    leaderId: ref('party'),
    concurredOn: localDate(),
    comment: optional(personal.text(of)),
  },
  { occurs: 'concurredOn' },
);

/** The nearest leader agrees that this one coordinates (H2). */
const leaderConcurred = step('LeaderConcurred', concurred, {
  asksLeader,
  decide: (said: Usually<SaidIn<typeof concurred.fields>, 'leaderId'>, { asked }, fact) => [
    fact({ ...said, leaderId: whoAnswers(said, asked) }),
  ],
  check: (state, { proposalId, concurredOn }) => refuseSecondOfLeader(state, proposalId, concurredOn),
  evolve: (state, { proposalId, concurredOn: on }) =>
    withAnswer(state, proposalId, { leader: { concurs: true, on } }),
});

const objected = v1(
  {
    ...about,
    proposalId: idOf('proposal'),
    leaderId: ref('party'),
    objectedOn: localDate(),
    reasonCode: codeOf(objectionReasons),
    reason: personal.text(of),
  },
  { occurs: 'objectedOn' },
);

/** The nearest leader does not agree: somebody else is proposed, or who settles such things decides. */
const leaderObjected = step('LeaderObjected', objected, {
  asksLeader,
  decide: (said: Usually<SaidIn<typeof objected.fields>, 'leaderId'>, { asked }, fact) => [
    fact({ ...said, leaderId: whoAnswers(said, asked) }),
  ],
  check: (state, { proposalId, objectedOn }) => refuseSecondOfLeader(state, proposalId, objectedOn),
  evolve: (state, { proposalId, objectedOn: on }) =>
    withAnswer(state, proposalId, { leader: { concurs: false, on } }),
});

/** Who was asked says yes (F5). */
const candidateAccepted = step(
  'CandidateAccepted',
  v1({ ...about, proposalId: idOf('proposal'), acceptedOn: localDate() }, { occurs: 'acceptedOn' }),
  {
    check: (state, { proposalId, acceptedOn }) => refuseSecondOfCandidate(state, proposalId, acceptedOn),
    evolve: (state, { proposalId, acceptedOn: on }) =>
      withAnswer(state, proposalId, { candidate: { accepts: true, on } }),
  },
);

const candidateDeclined = step(
  'CandidateDeclined',
  v1(
    {
      ...about,
      proposalId: idOf('proposal'),
      declinedOn: localDate(),
      reasonCode: codeOf(candidateReasons),
      reason: optional(personal.text(of)),
    },
    { occurs: 'declinedOn' },
  ),
  {
    check: (state, { proposalId, declinedOn }) => refuseSecondOfCandidate(state, proposalId, declinedOn),
    evolve: (state, { proposalId, declinedOn: on }) =>
      withAnswer(state, proposalId, { candidate: { accepts: false, on } }),
  },
);

/** The proposal is given up before anybody was appointed on it. */
const proposalWithdrawn = step(
  'ProposalWithdrawn',
  v1(
    { ...about, proposalId: idOf('proposal'), withdrawnOn: localDate(), reason: optional(personal.text(of)) },
    { occurs: 'withdrawnOn' },
  ),
  {
    check(state, { proposalId, withdrawnOn }) {
      const { isOver } = answerable(state, proposalId, withdrawnOn);
      refuseIf(isOver === true, 'proposal-over');
    },
    evolve: (state, { proposalId }) => withAnswer(state, proposalId, { isOver: true }),
  },
);

export const proposalSteps = [
  coordinatorWishRecorded,
  coordinatorProposed,
  leaderConcurred,
  leaderObjected,
  candidateAccepted,
  candidateDeclined,
  proposalWithdrawn,
] as const;
