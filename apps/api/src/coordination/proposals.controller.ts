import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const {
  CoordinatorWishRecorded,
  CoordinatorProposed,
  CandidateAccepted,
  CandidateDeclined,
  ProposalWithdrawn,
} = coordinationEvents.declared;

export class RecordCoordinatorWishBody extends bodyOf(CoordinatorWishRecorded, {
  wish: says('In the words of whoever wishes it'),
  wishedBy: plain,
  wishedOn: todayUnlessTold,
}) {}

export class ProposeCoordinatorBody extends bodyOf(CoordinatorProposed, {
  candidateId: says('The party who is proposed'),
  unit: says('The unit whose leader is asked'),
  kind: usual('ORDINARY unless told'),
  grounds: { says: 'Why this one; no profession is asked', min: 1 },
  assessment: plain,
  proposedOn: todayUnlessTold,
}) {}

export class AcceptBody extends bodyOf(CandidateAccepted, { acceptedOn: todayUnlessTold }) {}

export class DeclineBody extends bodyOf(CandidateDeclined, {
  declinedOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}

export class WithdrawProposalBody extends bodyOf(ProposalWithdrawn, {
  withdrawnOn: todayUnlessTold,
  reason: plain,
}) {}

export class WishAnswer extends CommandAnswer {
  @ApiProperty()
  wishId!: string;
}
export class ProposalAnswer extends CommandAnswer {
  @ApiProperty()
  proposalId!: string;
}

/** What comes before a coordinator's appointment: what is wished, who is proposed, and what is answered. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId')
export class ProposalsController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post('coordinator-wishes')
  @CommandRoute({ summary: 'What is wished of a coordinator is recorded', answer: WishAnswer })
  wish(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(RecordCoordinatorWishBody) body: RecordCoordinatorWishBody,
  ) {
    return this.steps.record(exchange, 'CoordinatorWishRecorded', { subjectId, ...fieldsOf(body) });
  }

  @Post('coordinator-proposals')
  @CommandRoute({ summary: 'Somebody is proposed as coordinator', answer: ProposalAnswer })
  propose(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ProposeCoordinatorBody) body: ProposeCoordinatorBody,
  ) {
    return this.steps.record(exchange, 'CoordinatorProposed', { subjectId, ...fieldsOf(body) });
  }

  @Post('coordinator-proposals/:proposalId/acceptance')
  @CommandRoute({ summary: 'Who is proposed says yes', answer: ProposalAnswer })
  accept(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('proposalId') proposalId: string,
    @ValidBody(AcceptBody) body: AcceptBody,
  ) {
    return this.steps.record(exchange, 'CandidateAccepted', { subjectId, proposalId, ...fieldsOf(body) });
  }

  @Post('coordinator-proposals/:proposalId/refusal')
  @CommandRoute({ summary: 'Who is proposed says no', answer: ProposalAnswer })
  decline(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('proposalId') proposalId: string,
    @ValidBody(DeclineBody) body: DeclineBody,
  ) {
    return this.steps.record(exchange, 'CandidateDeclined', { subjectId, proposalId, ...fieldsOf(body) });
  }

  @Post('coordinator-proposals/:proposalId/withdrawal')
  @CommandRoute({ summary: 'A proposal is given up', answer: ProposalAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('proposalId') proposalId: string,
    @ValidBody(WithdrawProposalBody) body: WithdrawProposalBody,
  ) {
    return this.steps.record(exchange, 'ProposalWithdrawn', { subjectId, proposalId, ...fieldsOf(body) });
  }
}
