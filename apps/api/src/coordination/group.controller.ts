import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { MemberJoinedGroup, MemberLeftGroup } = coordinationEvents.declared;

export class JoinGroupBody extends bodyOf(MemberJoinedGroup, {
  partyId: says('The party who joins'),
  caseId: says('The case whose decision the group rests on, where there is no plan'),
  memberRole: says('The member’s part in the group, such as TEACHER'),
  unit: plain,
  joinedOn: todayUnlessTold,
}) {}

export class LeaveGroupBody extends bodyOf(MemberLeftGroup, {
  leftOn: todayUnlessTold,
  reasonCode: plain,
  reason: plain,
}) {}

export class MemberAnswer extends CommandAnswer {
  @ApiProperty()
  memberId!: string;
}

/** Who is in a person's group. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId/group/members')
export class GroupController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post()
  @CommandRoute({ summary: 'Somebody joins the group', answer: MemberAnswer })
  join(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(JoinGroupBody) body: JoinGroupBody,
  ) {
    return this.steps.record(exchange, 'MemberJoinedGroup', { subjectId, ...fieldsOf(body) });
  }

  @Post(':memberId/departure')
  @CommandRoute({ summary: 'Somebody leaves the group', answer: MemberAnswer })
  leave(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('memberId') memberId: string,
    @ValidBody(LeaveGroupBody) body: LeaveGroupBody,
  ) {
    return this.steps.record(exchange, 'MemberLeftGroup', { subjectId, memberId, ...fieldsOf(body) });
  }
}
