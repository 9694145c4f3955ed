import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planEvents } from '#plan';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { PlanEntryAnswer } from './step.answers.js';

const { OwnStoryTold, PlanEntryWritten, PlanEntryChanged, PlanEntryTakenBack } = planEvents.declared;

export class TellOwnStoryBody extends bodyOf(OwnStoryTold, {
  text: plain,
  author: says('Whose words they are'),
  authorId: says('The same by name, a registered party'),
  toldOn: todayUnlessTold,
}) {}
export class WritePlanEntryBody extends bodyOf(PlanEntryWritten, {
  section: plain,
  text: plain,
  author: says('Whose words they are'),
  authorId: says('The same by name, a registered party'),
  writtenOn: todayUnlessTold,
}) {}
export class ChangePlanEntryBody extends bodyOf(PlanEntryChanged, {
  text: plain,
  author: says('Whose words they are'),
  authorId: says('The same by name, a registered party'),
  changedOn: todayUnlessTold,
}) {}
export class TakeBackPlanEntryBody extends bodyOf(PlanEntryTakenBack, {
  takenBackBy: says('Who takes it back'),
  takenBackOn: todayUnlessTold,
}) {}

/** What is written into a plan, each by its author (H12, F8). */
@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId')
export class PlanEntriesController {
  constructor(private readonly steps: PlanSteps) {}

  @Post('own-story')
  @CommandRoute({ summary: 'The person’s own story is told', answer: PlanEntryAnswer })
  tellOwnStory(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(TellOwnStoryBody) body: TellOwnStoryBody,
  ) {
    return this.steps.record(exchange, 'OwnStoryTold', { planId, ...fieldsOf(body) });
  }

  @Post('entries')
  @CommandRoute({ summary: 'Something is written into a section of the plan', answer: PlanEntryAnswer })
  write(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(WritePlanEntryBody) body: WritePlanEntryBody,
  ) {
    return this.steps.record(exchange, 'PlanEntryWritten', { planId, ...fieldsOf(body) });
  }

  @Post('entries/:entryId/change')
  @CommandRoute({ summary: 'An entry reads otherwise', answer: PlanEntryAnswer })
  change(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('entryId') entryId: string,
    @ValidBody(ChangePlanEntryBody) body: ChangePlanEntryBody,
  ) {
    return this.steps.record(exchange, 'PlanEntryChanged', { planId, entryId, ...fieldsOf(body) });
  }

  @Post('entries/:entryId/taking-back')
  @CommandRoute({
    summary: 'An entry is taken back',
    description:
      'It is gone from every view and print at once; its text is disposed of by itself where that is asked for.',
    answer: PlanEntryAnswer,
  })
  takeBack(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('entryId') entryId: string,
    @ValidBody(TakeBackPlanEntryBody) body: TakeBackPlanEntryBody,
  ) {
    return this.steps.record(exchange, 'PlanEntryTakenBack', { planId, entryId, ...fieldsOf(body) });
  }
}
