import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  AppointCoordinatorCommand,
  ClosePlanCommand,
  GiveConsentCommand,
  JoinGroupCommand,
  LeaveGroupCommand,
  ReleaseCoordinatorCommand,
  StartPlanCommand,
  WithdrawConsentCommand,
} from '#coordination/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Id, ValidBody } from '../validation/pipes.js';
import {
  AppointCoordinatorBody,
  ClosePlanBody,
  GiveConsentBody,
  JoinGroupBody,
  LeaveGroupBody,
  ReleaseCoordinatorBody,
  StartPlanBody,
  WithdrawConsentBody,
} from './coordination.bodies.js';

export class ConsentAnswer extends CommandAnswer {
  @ApiProperty()
  consentId!: string;
}
export class AppointmentAnswer extends CommandAnswer {
  @ApiProperty()
  appointmentId!: string;
}
export class PlanAnswer extends CommandAnswer {
  @ApiProperty()
  planId!: string;
}
export class MemberAnswer extends CommandAnswer {
  @ApiProperty()
  memberId!: string;
}

/** A person's consents, coordinators, plan and group: one record, so that what must hold between them holds. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId')
export class CoordinationController {
  constructor(private readonly commands: Commands) {}

  @Post('consents')
  @CommandRoute({ summary: 'Consent is given', answer: ConsentAnswer })
  giveConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(GiveConsentBody) { givenOn, ...body }: GiveConsentBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new GiveConsentCommand({ subjectId, ...body, givenOn: givenOn ?? context.today }, context),
    );
  }

  @Post('consents/:consentId/withdrawal')
  @CommandRoute({ summary: 'Consent is withdrawn', answer: ConsentAnswer })
  withdrawConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('consentId') consentId: string,
    @ValidBody(WithdrawConsentBody) { withdrawnOn, ...body }: WithdrawConsentBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new WithdrawConsentCommand(
          { subjectId, consentId, ...body, withdrawnOn: withdrawnOn ?? context.today },
          context,
        ),
    );
  }

  @Post('coordinators')
  @CommandRoute({ summary: 'A coordinator is appointed', answer: AppointmentAnswer })
  appoint(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(AppointCoordinatorBody) { kind, temporary, validFrom, ...body }: AppointCoordinatorBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new AppointCoordinatorCommand(
          {
            subjectId,
            ...body,
            kind: kind ?? 'ORDINARY',
            temporary: temporary ?? false,
            validFrom: validFrom ?? context.today,
          },
          context,
        ),
    );
  }

  @Post('coordinators/:appointmentId/end')
  @CommandRoute({ summary: 'A coordinator is released', answer: AppointmentAnswer })
  release(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('appointmentId') appointmentId: string,
    @ValidBody(ReleaseCoordinatorBody) { releasedOn, ...body }: ReleaseCoordinatorBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new ReleaseCoordinatorCommand(
          { subjectId, appointmentId, ...body, releasedOn: releasedOn ?? context.today },
          context,
        ),
    );
  }

  @Post('plans')
  @CommandRoute({ summary: 'The individual plan is started', answer: PlanAnswer })
  startPlan(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(StartPlanBody) { startedOn, ...body }: StartPlanBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new StartPlanCommand({ subjectId, ...body, startedOn: startedOn ?? context.today }, context),
    );
  }

  @Post('group/members')
  @CommandRoute({ summary: 'Somebody joins the group', answer: MemberAnswer })
  join(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(JoinGroupBody) { joinedOn, ...body }: JoinGroupBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new JoinGroupCommand({ subjectId, ...body, joinedOn: joinedOn ?? context.today }, context),
    );
  }

  @Post('group/members/:memberId/departure')
  @CommandRoute({ summary: 'Somebody leaves the group', answer: MemberAnswer })
  leave(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('memberId') memberId: string,
    @ValidBody(LeaveGroupBody) { leftOn, ...body }: LeaveGroupBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new LeaveGroupCommand({ subjectId, memberId, ...body, leftOn: leftOn ?? context.today }, context),
    );
  }
}

/** A planId holds the person's id, so the plan's end is written where its beginning was. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/plans')
export class PlansController {
  constructor(private readonly commands: Commands) {}

  @Post(':planId/closure')
  @CommandRoute({ summary: 'The individual plan is closed', answer: PlanAnswer })
  close(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ClosePlanBody) { closedOn, ...body }: ClosePlanBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new ClosePlanCommand({ planId, ...body, closedOn: closedOn ?? context.today }, context),
    );
  }
}
