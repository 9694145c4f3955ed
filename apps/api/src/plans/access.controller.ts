import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planEvents } from '#plan';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { PlanAccessAnswer } from './step.answers.js';

const { ParticipantAccessGranted, ParticipantAccessChanged, ParticipantAccessRevoked } = planEvents.declared;

export class GrantAccessBody extends bodyOf(ParticipantAccessGranted, {
  partyId: says('With whom, a registered party'),
  memberId: says('Where it follows a place in the group: it ends with that'),
  sections: { says: 'Which sections', min: 1 },
  until: says('The last day'),
  consentId: says('The consent that covers recipient, sections and period'),
  grantedOn: todayUnlessTold,
}) {}
export class ChangeAccessBody extends bodyOf(ParticipantAccessChanged, {
  sections: { says: 'Which sections', min: 1 },
  until: says('The last day'),
  consentId: says('The consent that covers recipient, sections and period'),
  changedOn: todayUnlessTold,
}) {}
export class RevokeAccessBody extends bodyOf(ParticipantAccessRevoked, {
  reason: plain,
  revokedOn: todayUnlessTold,
}) {}

/** With whom what of a plan is shared (F18, invariant 13). */
@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId')
export class PlanAccessController {
  constructor(private readonly steps: PlanSteps) {}

  @Post('accesses')
  @CommandRoute({ summary: 'Sections of the plan are shared with somebody', answer: PlanAccessAnswer })
  grant(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(GrantAccessBody) body: GrantAccessBody,
  ) {
    return this.steps.record(exchange, 'ParticipantAccessGranted', { planId, ...fieldsOf(body) });
  }

  @Post('accesses/:accessId/change')
  @CommandRoute({ summary: 'What is shared with somebody is changed', answer: PlanAccessAnswer })
  change(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('accessId') accessId: string,
    @ValidBody(ChangeAccessBody) body: ChangeAccessBody,
  ) {
    return this.steps.record(exchange, 'ParticipantAccessChanged', { planId, accessId, ...fieldsOf(body) });
  }

  @Post('accesses/:accessId/revocation')
  @CommandRoute({ summary: 'Nothing is shared with somebody any more', answer: PlanAccessAnswer })
  revoke(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('accessId') accessId: string,
    @ValidBody(RevokeAccessBody) body: RevokeAccessBody,
  ) {
    return this.steps.record(exchange, 'ParticipantAccessRevoked', { planId, accessId, ...fieldsOf(body) });
  }
}
