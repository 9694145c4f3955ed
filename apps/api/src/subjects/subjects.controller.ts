import { Controller, Post } from '@nestjs/common';
import type { Command } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '#event-sourcing';
import {
  LinkIdentityCommand,
  MergeSubjectCommand,
  RecordDeathCommand,
  RecordMoveCommand,
  RegisterSubjectCommand,
  RenameSubjectCommand,
  ReplaceIdentityCommand,
  SetContactDetailsCommand,
} from '#subject/application/index';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands, type Done } from '../commands/commands.js';
import { SearchBrake } from '../auth/search-brake.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ofList } from '../validation/codes.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { LikelyDoubles } from './likely-doubles.js';
import {
  ContactDetailsBody,
  DeathBody,
  LinkIdentityBody,
  MergeSubjectBody,
  MoveBody,
  RegisterSubjectBody,
  RenameSubjectBody,
  ReplaceIdentityBody,
} from './subject.bodies.js';
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

  @ApiPropertyOptional({ type: [WarningAnswer], description: 'Of a new registration' })
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
  @RolesHere('CASEWORKER', 'SERVICE_OFFICE', 'UNIT_LEADER')
  @CommandRoute({
    summary: 'Registers a person',
    description:
      'A known identity number answers 200 with its subjectId and records nothing. Else likely doubles are named: persons of the same name, or born the same day with a name alike, now or before. Some have one name, and a newborn may have none yet.',
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
    if (!isNew) return answer;
    const { identityNumber, ...told } = body;
    const hasNumber = identityNumber !== undefined;
    const person = { ...told, hasNumber, tenant: context.municipality };
    const others = await this.doubles.of(answer.subjectId, person);
    const warnings: WarningAnswer[] = others?.map((subjectId) => ({ code: 'LIKELY_DOUBLE', subjectId })) ?? [
      { code: 'DOUBLES_NOT_LOOKED_FOR' },
    ];
    return { ...answer, warnings };
  }

  @Post(':subjectId/identity')
  @CommandRoute({ summary: 'The identity number, which came later', answer: SubjectAnswer })
  linkIdentity(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(LinkIdentityBody) body: LinkIdentityBody,
  ): Promise<SubjectAnswer> {
    return this.about(subjectId, exchange, (context) => {
      return new LinkIdentityCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  @Post(':subjectId/identity/replacements')
  @CommandRoute({
    summary: 'Another identity number, in the place of the one on record',
    description:
      'A fødselsnummer after a D-nummer, or a number that the register changed. Both find the person from then on, and the one of before is never free.',
    answer: SubjectAnswer,
  })
  replaceIdentity(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReplaceIdentityBody) body: ReplaceIdentityBody,
  ): Promise<SubjectAnswer> {
    return this.about(subjectId, exchange, (context) => {
      return new ReplaceIdentityCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  @Post(':subjectId/names')
  @CommandRoute({
    summary: 'A new name, with the day from which it holds',
    description: 'The whole name. Those of before still find the person.',
    answer: SubjectAnswer,
  })
  rename(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(RenameSubjectBody) body: RenameSubjectBody,
  ): Promise<SubjectAnswer> {
    return this.about(subjectId, exchange, (context) => {
      return new RenameSubjectCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  @Post(':subjectId/contact')
  @CommandRoute({
    summary: 'How the person is reached, and in which language',
    description:
      'The whole of it, from a day on: what is not told holds no more. Only the page of the person shows it.',
    answer: SubjectAnswer,
  })
  setContact(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ContactDetailsBody) body: ContactDetailsBody,
  ): Promise<SubjectAnswer> {
    return this.about(subjectId, exchange, (context) => {
      return new SetContactDetailsCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  @Post(':subjectId/death')
  @CommandRoute({
    summary: 'The person is dead',
    description:
      'Coordinators, plan, group, consents and open cases end with reason DECEASED on the day on which the unit learned of it, by themselves. What happened until that day can still be recorded. Where it was wrong, mark the entry as recorded in error: then the ends are taken back.',
    answer: SubjectAnswer,
  })
  recordDeath(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(DeathBody) body: DeathBody,
  ): Promise<SubjectAnswer> {
    return this.about(subjectId, exchange, (context) => {
      return new RecordDeathCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  @Post(':subjectId/moves')
  @CommandRoute({
    summary: 'The person moves to another municipality',
    description: 'Ends nothing: what goes on here from that day on is a task, to be handed over and ended.',
    answer: SubjectAnswer,
  })
  recordMove(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(MoveBody) body: MoveBody,
  ): Promise<SubjectAnswer> {
    return this.about(subjectId, exchange, (context) => {
      return new RecordMoveCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  @Post(':subjectId/merge')
  @CommandRoute({
    summary: 'Merges the registration of somebody registered twice into the one that stays',
    description:
      'Cases, consents, coordinators, plans and group go along, and whoever asks for either gets the survivor. Refused while both have a plan or a coordinator.',
    answer: SubjectAnswer,
  })
  merge(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(MergeSubjectBody) body: MergeSubjectBody,
  ): Promise<SubjectAnswer> {
    return this.about(body.survivorId, exchange, (context) => {
      return new MergeSubjectCommand({ subjectId, ...fieldsOf(body) }, context);
    });
  }

  private async about(
    subjectId: string,
    exchange: Exchange,
    make: (context: CommandContext) => Command<Done>,
  ): Promise<SubjectAnswer> {
    return { subjectId, ...(await this.commands.run(exchange, make)) };
  }
}
