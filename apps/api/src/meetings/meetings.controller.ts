import { Controller, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  type MeetingStepType,
  PutCasesOnAgendaCommand,
  RecordMeetingStepCommand,
  type ToldMeetingStep,
} from '#meeting/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import {
  AgendaAnswer,
  ApproveProtocolBody,
  CancelMeetingBody,
  FixAgendaBody,
  HoldMeetingBody,
  MinutesBody,
  MoveMeetingBody,
  OrderAgendaBody,
  PlanMeetingBody,
  PlannedMeetingAnswer as answer,
  PutOnAgendaBody,
  TakeOffAgendaBody,
  TreatCaseBody,
} from './meeting.bodies.js';
import { PlanOverviewQuery } from './plan-overview.js';
import { minutesOf } from './time-of-day.js';

/** The time as it is stored. */
const timed = <T extends { readonly startsAt?: string }>({ startsAt, ...rest }: T) => ({
  ...rest,
  ...(startsAt !== undefined && { startsAt: minutesOf(startsAt) }),
});

/** Meetings of the unit and of the board (U15, S6). */
@ApiTags('meetings')
@Roles('CASEWORKER')
@Controller('v1/meetings')
export class MeetingsOfUnitController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @CommandRoute({ summary: 'Plans a meeting; equal ones at the same time are one', answer })
  plan(@InExchange() exchange: Exchange, @ValidBody(PlanMeetingBody) body: PlanMeetingBody) {
    const told = { invitedUnits: [], ...timed(fieldsOf(body)) };
    return this.commands.begin(
      exchange,
      (context) => new RecordMeetingStepCommand('MeetingPlanned', told, context),
    );
  }

  @Post(':meetingId/moves')
  @CommandRoute({ summary: 'Moves the meeting, for every case on its agenda', answer })
  move(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(MoveMeetingBody) body: MoveMeetingBody,
  ) {
    return this.record(exchange, 'MeetingMoved', { meetingId, ...timed(fieldsOf(body)) });
  }

  @Post(':meetingId/cancellation')
  @CommandRoute({ summary: 'The meeting will not be held; its cases wait for another', answer })
  cancel(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(CancelMeetingBody) body: CancelMeetingBody,
  ) {
    return this.record(exchange, 'MeetingCancelled', { meetingId, ...fieldsOf(body) });
  }

  @Post(':meetingId/agenda')
  @CommandRoute({
    summary: 'Puts cases on the agenda',
    description:
      'Each case by a command of its own: what refuses the first refuses all, a further one that is refused stays out and is named. ' +
      'A case that is on it already stays as it is.',
    answer: AgendaAnswer,
  })
  putOn(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(PutOnAgendaBody) body: PutOnAgendaBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new PutCasesOnAgendaCommand({ meetingId, ...fieldsOf(body) }, context),
    );
  }

  @Post(':meetingId/agenda/order')
  @CommandRoute({ summary: 'In which order the cases are taken up', answer })
  order(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(OrderAgendaBody) body: OrderAgendaBody,
  ) {
    return this.record(exchange, 'AgendaOrdered', { meetingId, ...fieldsOf(body) });
  }

  @Post(':meetingId/agenda/fixing')
  @CommandRoute({ summary: 'Fixes the agenda: from then on no case comes on it or leaves it', answer })
  fix(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(FixAgendaBody) body: FixAgendaBody,
  ) {
    return this.record(exchange, 'AgendaFixed', { meetingId, ...fieldsOf(body) });
  }

  @Post(':meetingId/agenda/:caseId/removal')
  @CommandRoute({ summary: 'Takes a case off the agenda', answer })
  takeOff(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @Id('caseId') caseId: string,
    @ValidBody(TakeOffAgendaBody) body: TakeOffAgendaBody,
  ) {
    return this.record(exchange, 'CaseTakenOffAgenda', { meetingId, caseId, ...fieldsOf(body) });
  }

  @Post(':meetingId/held')
  @CommandRoute({ summary: 'The meeting was held, and who was there', answer })
  async hold(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(HoldMeetingBody) { heldOn, attendance, ledBy }: HoldMeetingBody,
  ) {
    const overview = await this.overviewOf(exchange, meetingId);
    const told = {
      meetingId,
      heldOn,
      attendance: attendance.map(fieldsOf),
      ledBy,
      ...(overview && { overview }),
    };
    return this.record(exchange, 'MeetingHeld', told);
  }

  @Post(':meetingId/agenda/:caseId/treatment')
  @CommandRoute({ summary: 'What became of a case at the meeting', answer })
  treat(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @Id('caseId') caseId: string,
    @ValidBody(TreatCaseBody) body: TreatCaseBody,
  ) {
    return this.record(exchange, 'CaseTreated', { meetingId, caseId, disqualified: [], ...fieldsOf(body) });
  }

  @Post(':meetingId/minutes')
  @CommandRoute({ summary: 'The minutes; written anew, the last count', answer })
  minutes(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(MinutesBody) body: MinutesBody,
  ) {
    return this.record(exchange, 'MinutesRecorded', { meetingId, ...fieldsOf(body) });
  }

  @Post(':meetingId/protocol')
  @CommandRoute({ summary: 'The protocol is approved: what the board came to holds from then on', answer })
  approve(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidBody(ApproveProtocolBody) body: ApproveProtocolBody,
  ) {
    return this.record(exchange, 'ProtocolApproved', { meetingId, ...fieldsOf(body) });
  }

  /** A meeting is held whether or not its overview can be read just then. */
  private async overviewOf({ request }: Exchange, meetingId: string) {
    try {
      return await this.queries.execute(new PlanOverviewQuery(request, meetingId));
    } catch {
      return null;
    }
  }

  private record<Type extends MeetingStepType>(exchange: Exchange, step: Type, told: ToldMeetingStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordMeetingStepCommand(step, told, context));
  }
}
