import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#event-sourcing';
import { EndRelationCommand, RecordRelationCommand } from '#subject/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { EndRelationBody, RecordRelationBody } from './relation.bodies.js';
import { SubjectAnswer } from './subjects.controller.js';

export class RelationAnswer extends SubjectAnswer {
  @ApiProperty()
  relationId!: string;
}

/** Parents, guardians and next of kin of a person. */
@ApiTags('subjects')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId/relations')
export class RelationsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @CommandRoute({
    summary: 'A parent, a guardian or one of the next of kin of the person',
    description:
      'Whoever it is, is a party. A parent has parental responsibility unless told otherwise; there may be several of each kind.',
    answer: RelationAnswer,
  })
  async relate(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(RecordRelationBody) body: RecordRelationBody,
  ): Promise<RelationAnswer> {
    const make = (context: CommandContext) =>
      new RecordRelationCommand({ subjectId, ...fieldsOf(body) }, context);
    return { subjectId, ...(await this.commands.begin(exchange, make)) };
  }

  @Post(':relationId/end')
  @CommandRoute({ summary: 'The relation holds no more from that day on', answer: RelationAnswer })
  async end(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('relationId') relationId: string,
    @ValidBody(EndRelationBody) body: EndRelationBody,
  ): Promise<RelationAnswer> {
    const make = (context: CommandContext) =>
      new EndRelationCommand({ subjectId, relationId, ...fieldsOf(body) }, context);
    return { subjectId, ...(await this.commands.run(exchange, make)) };
  }
}
