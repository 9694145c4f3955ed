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
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
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
    @ValidBody(GiveConsentBody) body: GiveConsentBody,
  ): Promise<ConsentAnswer> {
    return this.commands.run(
      exchange,
      (context) => new GiveConsentCommand({ subjectId, ...fieldsOf(body) }, context),
    );
  }

  @Post('consents/:consentId/withdrawal')
  @CommandRoute({ summary: 'Consent is withdrawn', answer: ConsentAnswer })
  async withdrawConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('consentId') consentId: string,
    @ValidBody(WithdrawConsentBody) body: WithdrawConsentBody,
  ): Promise<ConsentAnswer> {
    const data = { subjectId, consentId, ...fieldsOf(body) };
    const answer = await this.commands.run(exchange, (context) => new WithdrawConsentCommand(data, context));
    return { consentId, ...answer };
  }

  @Post('coordinators')
  @CommandRoute({ summary: 'A coordinator is appointed', answer: AppointmentAnswer })
  appoint(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(AppointCoordinatorBody) body: AppointCoordinatorBody,
  ): Promise<AppointmentAnswer> {
    return this.commands.run(
      exchange,
      (context) => new AppointCoordinatorCommand({ subjectId, ...fieldsOf(body) }, context),
    );
  }

  @Post('coordinators/:appointmentId/end')
  @CommandRoute({ summary: 'A coordinator is released', answer: AppointmentAnswer })
  async release(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('appointmentId') appointmentId: string,
    @ValidBody(ReleaseCoordinatorBody) body: ReleaseCoordinatorBody,
  ): Promise<AppointmentAnswer> {
    const data = { subjectId, appointmentId, ...fieldsOf(body) };
    const answer = await this.commands.run(
      exchange,
      (context) => new ReleaseCoordinatorCommand(data, context),
    );
    return { appointmentId, ...answer };
  }

  @Post('plans')
  @CommandRoute({ summary: 'The individual plan is started', answer: PlanAnswer })
  startPlan(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(StartPlanBody) body: StartPlanBody,
  ): Promise<PlanAnswer> {
    return this.commands.run(
      exchange,
      (context) => new StartPlanCommand({ subjectId, ...fieldsOf(body) }, context),
    );
  }

  @Post('group/members')
  @CommandRoute({ summary: 'Somebody joins the group', answer: MemberAnswer })
  join(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(JoinGroupBody) body: JoinGroupBody,
  ): Promise<MemberAnswer> {
    return this.commands.run(
      exchange,
      (context) => new JoinGroupCommand({ subjectId, ...fieldsOf(body) }, context),
    );
  }

  @Post('group/members/:memberId/departure')
  @CommandRoute({ summary: 'Somebody leaves the group', answer: MemberAnswer })
  async leave(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('memberId') memberId: string,
    @ValidBody(LeaveGroupBody) body: LeaveGroupBody,
  ): Promise<MemberAnswer> {
    const data = { subjectId, memberId, ...fieldsOf(body) };
    const answer = await this.commands.run(exchange, (context) => new LeaveGroupCommand(data, context));
    return { memberId, ...answer };
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
  async close(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ClosePlanBody) body: ClosePlanBody,
  ): Promise<PlanAnswer> {
    const data = { planId, ...fieldsOf(body) };
    const answer = await this.commands.run(exchange, (context) => new ClosePlanCommand(data, context));
    return { planId, ...answer };
  }
}
