import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { HandlingDisputeRaised, HandlingDisputeSettled } = caseEvents.declared;

export class RaiseHandlingDisputeBody extends bodyOf(HandlingDisputeRaised, {
  topic: plain,
  raisedById: says('The party who brings it up'),
  view: says('What the one side says'),
  otherView: says('What the other side says'),
  raisedOn: todayUnlessTold,
}) {}

export class SettleHandlingDisputeBody extends bodyOf(HandlingDisputeSettled, {
  outcome: says('DECIDED with `settledById` and `unit` or `followUp`, or AGREED'),
  unit: says('The unit that is to map, where that was disputed'),
  followUp: says('Whether the case goes on, where that was disputed'),
  settledById: says('The party who decided'),
  reason: plain,
  settledOn: todayUnlessTold,
}) {}

export class HandlingDisputeAnswer extends CaseAnswer {
  @ApiProperty()
  disputeId!: string;
}

/** Disagreement on how a case is handled (U20). */
@ApiTags('cases')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/cases/:caseId/disputes')
export class HandlingDisputesController {
  constructor(private readonly steps: CaseSteps) {}

  @Post()
  @CommandRoute({
    summary: 'A disagreement on the handling is brought before whoever settles it',
    answer: HandlingDisputeAnswer,
  })
  raise(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(RaiseHandlingDisputeBody) body: RaiseHandlingDisputeBody,
  ) {
    return this.steps.record(exchange, 'HandlingDisputeRaised', { caseId, ...fieldsOf(body) });
  }

  @Post(':disputeId/settlement')
  @CommandRoute({ summary: 'The disagreement is settled, and that is binding', answer: CaseAnswer })
  settle(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('disputeId') disputeId: string,
    @ValidBody(SettleHandlingDisputeBody) body: SettleHandlingDisputeBody,
  ) {
    return this.steps.record(exchange, 'HandlingDisputeSettled', { caseId, disputeId, ...fieldsOf(body) });
  }
}
