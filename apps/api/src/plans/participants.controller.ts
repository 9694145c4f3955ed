import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planEvents } from '#plan';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { ParticipantAnswer, SubPlanAnswer } from './step.answers.js';

const {
  ParticipantWished,
  ParticipantProposed,
  ParticipantRefused,
  ParticipantLeft,
  ContributionAgreed,
  SubPlanLinked,
  SubPlanUnlinked,
} = planEvents.declared;

export class WishParticipantBody extends bodyOf(ParticipantWished, {
  partyId: says('Who it is, a registered party'),
  name: says('The same of one who is not registered'),
  sector: plain,
  unit: plain,
  wishedOn: todayUnlessTold,
}) {}
export class ProposeParticipantBody extends bodyOf(ParticipantProposed, {
  partyId: says('Who it is, a registered party'),
  name: says('The same of one who is not registered'),
  sector: plain,
  unit: plain,
  proposedOn: todayUnlessTold,
}) {}
export class RefuseParticipantBody extends bodyOf(ParticipantRefused, {
  reason: plain,
  refusedOn: todayUnlessTold,
}) {}
export class LeaveParticipantBody extends bodyOf(ParticipantLeft, { leftOn: todayUnlessTold }) {}
export class AgreeContributionBody extends bodyOf(ContributionAgreed, {
  contribution: says('What this one gives'),
  agreedOn: todayUnlessTold,
}) {}
export class LinkSubPlanBody extends bodyOf(SubPlanLinked, {
  type: plain,
  ownerUnit: says('Whose it is: a unit'),
  ownerId: says('The same, a registered party'),
  place: says('Where it lies'),
  documentId: says('Its content, where that is attached'),
  consentId: says('The consent that covers it'),
  linkedOn: todayUnlessTold,
}) {}
export class UnlinkSubPlanBody extends bodyOf(SubPlanUnlinked, { unlinkedOn: todayUnlessTold }) {}

/** Who takes part in a plan, and with what (F6, A5); other plans that are parts of it (A6). */
@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId')
export class PlanParticipantsController {
  constructor(private readonly steps: PlanSteps) {}

  @Post('participant-wishes')
  @CommandRoute({ summary: 'The person wishes that somebody takes part', answer: ParticipantAnswer })
  wish(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(WishParticipantBody) body: WishParticipantBody,
  ) {
    return this.steps.record(exchange, 'ParticipantWished', { planId, ...fieldsOf(body) });
  }

  @Post('participants')
  @CommandRoute({ summary: 'Somebody is proposed as participant', answer: ParticipantAnswer })
  propose(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ProposeParticipantBody) body: ProposeParticipantBody,
  ) {
    return this.steps.record(exchange, 'ParticipantProposed', { planId, ...fieldsOf(body) });
  }

  @Post('participants/:participantId/refusal')
  @CommandRoute({
    summary: 'The person says no to a participant',
    description: 'What was shared with this one is shared no more, at once.',
    answer: ParticipantAnswer,
  })
  refuse(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('participantId') participantId: string,
    @ValidBody(RefuseParticipantBody) body: RefuseParticipantBody,
  ) {
    return this.steps.record(exchange, 'ParticipantRefused', { planId, participantId, ...fieldsOf(body) });
  }

  @Post('participants/:participantId/departure')
  @CommandRoute({ summary: 'A participant takes part no more', answer: ParticipantAnswer })
  leave(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('participantId') participantId: string,
    @ValidBody(LeaveParticipantBody) body: LeaveParticipantBody,
  ) {
    return this.steps.record(exchange, 'ParticipantLeft', { planId, participantId, ...fieldsOf(body) });
  }

  @Post('participants/:participantId/contribution')
  @CommandRoute({ summary: 'It is agreed what a participant gives', answer: ParticipantAnswer })
  contribute(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('participantId') participantId: string,
    @ValidBody(AgreeContributionBody) body: AgreeContributionBody,
  ) {
    return this.steps.record(exchange, 'ContributionAgreed', { planId, participantId, ...fieldsOf(body) });
  }

  @Post('sub-plans')
  @CommandRoute({ summary: 'Another plan is linked', answer: SubPlanAnswer })
  linkSubPlan(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(LinkSubPlanBody) body: LinkSubPlanBody,
  ) {
    return this.steps.record(exchange, 'SubPlanLinked', { planId, ...fieldsOf(body) });
  }

  @Post('sub-plans/:subPlanId/unlinking')
  @CommandRoute({ summary: 'Another plan is linked no more', answer: SubPlanAnswer })
  unlinkSubPlan(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('subPlanId') subPlanId: string,
    @ValidBody(UnlinkSubPlanBody) body: UnlinkSubPlanBody,
  ) {
    return this.steps.record(exchange, 'SubPlanUnlinked', { planId, subPlanId, ...fieldsOf(body) });
  }
}
