import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { ConveneMeetingCommand } from '#casework/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, says, usual } from '../validation/body-of.js';
import { ListOfIds, OptionalField, Uuid } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';

export class ConveneMeetingBody extends bodyOf(caseEvents.declared.KeMeetingConvenedForCase, {
  meetsOn: says('The day of the meeting'),
  convenedOn: usual('The day of the invitation; today unless told'),
  invitedUnits: usual('Units that are called in'),
}) {
  @OptionalField()
  @Uuid('The meeting, when other cases are convened to it already; made unless told')
  meetingId?: string;

  @OptionalField()
  @ListOfIds({ max: 50, description: 'Further cases for the same meeting' })
  caseIds?: string[];
}

export class ConvenedCase {
  @ApiProperty()
  caseId!: string;

  @ApiPropertyOptional({ description: 'Why this further case was not taken to the meeting: a problem type' })
  refused?: string;
}

export class MeetingAnswer extends CommandAnswer {
  @ApiProperty()
  caseId!: string;

  @ApiProperty()
  meetingId!: string;

  @ApiProperty({
    type: [ConvenedCase],
    description: 'Every case that was named, each by a command of its own',
  })
  cases!: ConvenedCase[];
}

/** A meeting is an id in the events of its cases. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/meetings')
export class MeetingsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute({
    summary: 'Calls the case, and further ones, to a meeting of the coordinating unit',
    description:
      'A further case that cannot be taken is named with its refusal; the others stand. Equal ones at the same time are one.',
    answer: MeetingAnswer,
  })
  convene(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(ConveneMeetingBody) body: ConveneMeetingBody,
  ) {
    return this.commands.begin(
      exchange,
      (context) => new ConveneMeetingCommand({ caseId, invitedUnits: [], ...fieldsOf(body) }, context),
    );
  }
}
