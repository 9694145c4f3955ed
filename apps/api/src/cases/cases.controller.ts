import { Controller, Post } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiProperty, ApiTags, getSchemaPath } from '@nestjs/swagger';
import {
  AssignMappingCommand,
  CompleteApplicationCommand,
  CompleteMappingCommand,
  MakeDecisionCommand,
  NotifyDecisionCommand,
  NotifyNeedCommand,
  ReceiveApplicationCommand,
  WithdrawApplicationCommand,
} from '#casework/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands, type Done } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody, ValidBodyBy } from '../validation/pipes.js';
import {
  ApplicationBody,
  AssignMappingBody,
  CompleteApplicationBody,
  CompleteMappingBody,
  DecisionBody,
  NotifyDecisionBody,
  OpenCaseWithApplicationBody,
  OpenCaseWithNeedBody,
  WithdrawApplicationBody,
} from './case.bodies.js';
import { applicationSaid, needSaid } from './said.js';

export class CaseAnswer extends CommandAnswer {
  @ApiProperty()
  caseId!: string;
}

export class MappingAnswer extends CaseAnswer {
  @ApiProperty({ description: 'What the completion names' })
  assignmentId!: string;
}

/** A case from its opening to the written answer. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases')
export class CasesController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute({ summary: 'Opens a case with an application or a reported need', answer: CaseAnswer })
  @ApiExtraModels(OpenCaseWithApplicationBody, OpenCaseWithNeedBody)
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(OpenCaseWithApplicationBody) },
        { $ref: getSchemaPath(OpenCaseWithNeedBody) },
      ],
      discriminator: {
        propertyName: 'opening',
        mapping: {
          APPLICATION: getSchemaPath(OpenCaseWithApplicationBody),
          NEED: getSchemaPath(OpenCaseWithNeedBody),
        },
      },
    },
  })
  async open(
    @InExchange() exchange: Exchange,
    @ValidBodyBy('opening', { APPLICATION: OpenCaseWithApplicationBody, NEED: OpenCaseWithNeedBody })
    body: OpenCaseWithApplicationBody | OpenCaseWithNeedBody,
  ) {
    const { subjectId } = body;
    const answer = await this.commands.run<Done & { readonly caseId: string }>(exchange, (context) =>
      body.opening === 'APPLICATION'
        ? new ReceiveApplicationCommand({ subjectId, ...applicationSaid(body) }, context)
        : new NotifyNeedCommand({ subjectId, ...needSaid(body) }, context),
    );
    exchange.reply.header('Location', `/v1/cases/${answer.caseId}`);
    return answer;
  }

  @Post(':caseId/application')
  @CommandRoute({ summary: 'An application joins a case that a need opened', answer: CaseAnswer })
  application(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(ApplicationBody) body: ApplicationBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new ReceiveApplicationCommand({ caseId, ...applicationSaid(body) }, context),
    );
  }

  @Post(':caseId/application/completion')
  @CommandRoute({
    summary: 'What the application lacked came later, such as its signature',
    answer: CaseAnswer,
  })
  completeApplication(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CompleteApplicationBody) { completedOn, ...body }: CompleteApplicationBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new CompleteApplicationCommand(
          { caseId, ...body, completedOn: completedOn ?? context.today },
          context,
        ),
    );
  }

  @Post(':caseId/mapping-assignments')
  @CommandRoute({ summary: 'Gives somebody the task of mapping the need', answer: MappingAnswer })
  assignMapping(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AssignMappingBody) { assignedOn, ...body }: AssignMappingBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new AssignMappingCommand({ caseId, ...body, assignedOn: assignedOn ?? context.today }, context),
    );
  }

  @Post(':caseId/mapping-completion')
  @CommandRoute({ summary: 'The need is mapped', answer: CaseAnswer })
  completeMapping(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CompleteMappingBody) { performerId, completedOn, ...body }: CompleteMappingBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new CompleteMappingCommand(
          {
            caseId,
            ...body,
            performerId: performerId ?? context.actor.partyId,
            completedOn: completedOn ?? context.today,
          },
          context,
        ),
    );
  }

  @Post(':caseId/decision')
  @CommandRoute({
    summary: 'Decides every requested item, with both conditions assessed',
    answer: CaseAnswer,
  })
  decide(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(DecisionBody) { items, criteria, decidedBy, legalBasis }: DecisionBody,
  ) {
    const { body, meetingId, decidedOn } = decidedBy;
    return this.commands.run(
      exchange,
      (context) =>
        new MakeDecisionCommand(
          {
            caseId,
            items: items.map(fieldsOf),
            criteria: criteria.map(fieldsOf),
            decidedBy: body,
            ...(meetingId !== undefined && { meetingId }),
            decidedOn,
            ...(legalBasis !== undefined && { legalBasis }),
          },
          context,
        ),
    );
  }

  @Post(':caseId/decision/notification')
  @CommandRoute({ summary: 'The written answer went out', answer: CaseAnswer })
  notify(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(NotifyDecisionBody) { notifiedOn, ...body }: NotifyDecisionBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new NotifyDecisionCommand({ caseId, ...body, notifiedOn: notifiedOn ?? context.today }, context),
    );
  }

  @Post(':caseId/withdrawal')
  @CommandRoute({ summary: 'The application is withdrawn', answer: CaseAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(WithdrawApplicationBody) { withdrawnOn, ...body }: WithdrawApplicationBody,
  ) {
    return this.commands.run(
      exchange,
      (context) =>
        new WithdrawApplicationCommand(
          { caseId, ...body, withdrawnOn: withdrawnOn ?? context.today },
          context,
        ),
    );
  }
}
