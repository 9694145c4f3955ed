import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import {
  CallAroundMeetingBody,
  CallProfessionalsBody,
  CancelAroundMeetingBody,
  DelegateMinutesBody,
  HoldAroundMeetingBody,
  InvitationAnswer,
  InviteToMeetingBody,
  AroundMeetingAnswer,
  MoveAroundMeetingBody,
  WriteMinutesBody,
} from './follow-up.bodies.js';
import { FollowUpSteps, timed } from './follow-up-steps.js';

/** Meetings around a person: with the person (A11), or among professionals alone (F19). */
@ApiTags('follow-up')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR')
@Controller('v1/subjects/:subjectId/follow-up')
export class AroundMeetingsController {
  constructor(private readonly steps: FollowUpSteps) {}

  @Post('meetings')
  @CommandRoute({
    summary: 'A coordination meeting is called',
    description: 'The person, or a guardian, and whoever coordinates take part in all of them.',
    answer: AroundMeetingAnswer,
  })
  call(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(CallAroundMeetingBody) body: CallAroundMeetingBody,
  ) {
    const said = timed(fieldsOf(body));
    return this.steps.record(exchange, 'CoordinationMeetingCalled', { subjectId, ...said });
  }

  @Post('professional-meetings')
  @CommandRoute({ summary: 'Professionals meet without the person', answer: AroundMeetingAnswer })
  callProfessionals(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(CallProfessionalsBody) body: CallProfessionalsBody,
  ) {
    const said = timed(fieldsOf(body));
    return this.steps.record(exchange, 'ProfessionalMeetingCalled', { subjectId, ...said });
  }

  @Post('meetings/:meetingId/invitations')
  @CommandRoute({ summary: 'Somebody is called in for a matter', answer: InvitationAnswer })
  invite(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidBody(InviteToMeetingBody) body: InviteToMeetingBody,
  ) {
    const said = { subjectId, meetingId, ...fieldsOf(body) };
    return this.steps.record(exchange, 'CoordinationInvitationSent', said);
  }

  @Post('meetings/:meetingId/moves')
  @CommandRoute({ summary: 'The meeting is moved', answer: AroundMeetingAnswer })
  move(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidBody(MoveAroundMeetingBody) body: MoveAroundMeetingBody,
  ) {
    const said = { subjectId, meetingId, ...timed(fieldsOf(body)) };
    return this.steps.record(exchange, 'CoordinationMeetingMoved', said);
  }

  @Post('meetings/:meetingId/cancellation')
  @CommandRoute({ summary: 'The meeting is cancelled', answer: AroundMeetingAnswer })
  cancel(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidBody(CancelAroundMeetingBody) body: CancelAroundMeetingBody,
  ) {
    const said = { subjectId, meetingId, ...fieldsOf(body) };
    return this.steps.record(exchange, 'CoordinationMeetingCancelled', said);
  }

  @Post('meetings/:meetingId/attendance')
  @CommandRoute({ summary: 'The meeting was held', answer: AroundMeetingAnswer })
  hold(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidBody(HoldAroundMeetingBody) body: HoldAroundMeetingBody,
  ) {
    const said = { subjectId, meetingId, ...fieldsOf(body) };
    return this.steps.record(exchange, 'CoordinationMeetingHeld', said);
  }

  @Post('meetings/:meetingId/minute-taker')
  @CommandRoute({ summary: 'Somebody else is to write the minutes', answer: AroundMeetingAnswer })
  delegate(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidBody(DelegateMinutesBody) body: DelegateMinutesBody,
  ) {
    const said = { subjectId, meetingId, ...fieldsOf(body) };
    return this.steps.record(exchange, 'MinuteTakerDelegated', said);
  }

  @Post('meetings/:meetingId/minutes')
  @CommandRoute({ summary: 'The minutes are written', answer: AroundMeetingAnswer })
  write(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidBody(WriteMinutesBody) body: WriteMinutesBody,
  ) {
    const said = { subjectId, meetingId, ...fieldsOf(body) };
    return this.steps.record(exchange, 'CoordinationMinutesWritten', said);
  }
}
