import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents, coordinatorsMeant, reportedUnits } from '#coordination';
import { RecordCoordinationStepCommand } from '#coordination/application/index';
import { CommandRunner } from '#event-sourcing';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { bodyOf, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { isConcerned } from './concerned.js';

const { CoordinationReviewed } = coordinationEvents.declared;

export class ReviewCoordinationBody extends bodyOf(CoordinationReviewed, {
  parts: { says: 'What was asked about: of what ran on that day', min: 1 },
  outcome: says('What is to change or end is recorded apart'),
  withSubject: says('Whether the person took part'),
  remark: says('In a few words'),
  reviewedById: says('Who answered, where that is another than who writes it down'),
  reviewedOn: todayUnlessTold,
}) {}

export class ReviewAnswer extends CommandAnswer {
  @ApiProperty()
  reviewId!: string;
}

/** Whether plan, coordinator and group are still right: asked as often as the profile says, and when a plan has ended. */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER')
@Controller('v1/subjects/:subjectId/coordination-reviews')
export class ReviewsController {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  @Post()
  @CommandRoute({ summary: 'It was asked whether what runs is still right', answer: ReviewAnswer })
  async review(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReviewCoordinationBody) body: ReviewCoordinationBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const { municipality, today } = context;
    const those = await coordinatorsMeant(this.runner, municipality, subjectId, { on: today });
    const reported = await reportedUnits(this.runner, municipality, subjectId);
    if (!(await isConcerned(this.runner, exchange.request, context, those, reported))) throw notFound();
    const said = { subjectId, ...fieldsOf(body) };
    const command = new RecordCoordinationStepCommand('CoordinationReviewed', said, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }
}
