import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { LinkIdentityCommand, RegisterSubjectCommand } from '#subject/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { SearchBrake } from '../auth/search-brake.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ofList } from '../validation/codes.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { LikelyDoubles } from './likely-doubles.js';
import { LinkIdentityBody, RegisterSubjectBody } from './subject.bodies.js';
import { type Warning, warnings } from './warnings.js';

export class WarningAnswer {
  @ApiProperty({ enum: [...warnings.codes], ...ofList(warnings) })
  code!: Warning;

  @ApiPropertyOptional({ description: 'Somebody who may be the same person' })
  subjectId?: string;
}

export class SubjectAnswer extends CommandAnswer {
  @ApiProperty()
  subjectId!: string;

  @ApiPropertyOptional({ type: [WarningAnswer], description: 'Only for persons without an identity number' })
  warnings?: WarningAnswer[];
}

/** The persons whom the unit serves. */
@ApiTags('subjects')
@Roles('CASEWORKER')
@Controller('v1/subjects')
export class SubjectsController {
  constructor(
    private readonly commands: Commands,
    private readonly doubles: LikelyDoubles,
    private readonly brake: SearchBrake,
  ) {}

  @Post()
  @CommandRoute({
    summary: 'Registers a person',
    description:
      'A known identity number answers 200 with its subjectId and records nothing. Without a number, likely doubles are named.',
    answer: SubjectAnswer,
  })
  async register(
    @InExchange() exchange: Exchange,
    @ValidBody(RegisterSubjectBody) { protectedAddress = false, ...body }: RegisterSubjectBody,
  ): Promise<SubjectAnswer> {
    const context = await this.commands.contextOf(exchange.request);
    const { isNew, ...done } = await this.commands.send(
      new RegisterSubjectCommand({ ...body, protectedAddress }, context),
    );
    // Whoever registers a number that is known has found somebody.
    if (!isNew && body.identityNumber !== undefined) await this.brake.take(exchange.request);
    const answer = this.commands.answer(exchange, done);
    exchange.reply.header('Location', `/v1/subjects/${answer.subjectId}`);
    if (body.identityNumber !== undefined) return answer;
    const others = await this.doubles.of(answer.subjectId, { ...body, tenant: context.municipality });
    const warnings: WarningAnswer[] = others?.map((subjectId) => ({ code: 'LIKELY_DOUBLE', subjectId })) ?? [
      { code: 'DOUBLES_NOT_LOOKED_FOR' },
    ];
    return { ...answer, warnings };
  }

  @Post(':subjectId/identity')
  @CommandRoute({ summary: 'The identity number, which came later', answer: SubjectAnswer })
  async linkIdentity(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(LinkIdentityBody) body: LinkIdentityBody,
  ): Promise<SubjectAnswer> {
    const answer = await this.commands.run(
      exchange,
      (context) => new LinkIdentityCommand({ subjectId, ...fieldsOf(body) }, context),
    );
    return { subjectId, ...answer };
  }
}
