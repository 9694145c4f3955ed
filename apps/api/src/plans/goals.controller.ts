import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planEvents } from '#plan';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { GoalAnswer, MilestoneAnswer } from './step.answers.js';

const { GoalSet, GoalChanged, GoalReached, GoalDropped, MilestoneSet, MilestoneChanged, MilestoneReached } =
  planEvents.declared;

export class SetGoalBody extends bodyOf(GoalSet, {
  kind: plain,
  partOfId: says('Of a part goal: the main goal'),
  text: plain,
  author: says('Whose words they are'),
  authorId: says('The same by name, a registered party'),
  setOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class ChangeGoalBody extends bodyOf(GoalChanged, {
  text: plain,
  author: says('Whose words they are'),
  authorId: says('The same by name, a registered party'),
  changedOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class ReachGoalBody extends bodyOf(GoalReached, {
  reachedOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class DropGoalBody extends bodyOf(GoalDropped, {
  droppedOn: todayUnlessTold,
  reason: plain,
  meetingId: says('At which meeting'),
}) {}
export class SetMilestoneBody extends bodyOf(MilestoneSet, {
  text: plain,
  dueOn: says('By which day'),
  setOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class ChangeMilestoneBody extends bodyOf(MilestoneChanged, {
  text: plain,
  dueOn: says('By which day; by none unless told'),
  changedOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class ReachMilestoneBody extends bodyOf(MilestoneReached, {
  reachedOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}

/** Goals and milestones of a plan (H5). */
@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId')
export class PlanGoalsController {
  constructor(private readonly steps: PlanSteps) {}

  @Post('goals')
  @CommandRoute({ summary: 'A goal is set', answer: GoalAnswer })
  set(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(SetGoalBody) body: SetGoalBody,
  ) {
    return this.steps.record(exchange, 'GoalSet', { planId, ...fieldsOf(body) });
  }

  @Post('goals/:goalId/change')
  @CommandRoute({ summary: 'A goal reads otherwise', answer: GoalAnswer })
  change(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('goalId') goalId: string,
    @ValidBody(ChangeGoalBody) body: ChangeGoalBody,
  ) {
    return this.steps.record(exchange, 'GoalChanged', { planId, goalId, ...fieldsOf(body) });
  }

  @Post('goals/:goalId/reaching')
  @CommandRoute({ summary: 'A goal is reached', answer: GoalAnswer })
  reach(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('goalId') goalId: string,
    @ValidBody(ReachGoalBody) body: ReachGoalBody,
  ) {
    return this.steps.record(exchange, 'GoalReached', { planId, goalId, ...fieldsOf(body) });
  }

  @Post('goals/:goalId/dropping')
  @CommandRoute({ summary: 'A goal is dropped', answer: GoalAnswer })
  drop(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('goalId') goalId: string,
    @ValidBody(DropGoalBody) body: DropGoalBody,
  ) {
    return this.steps.record(exchange, 'GoalDropped', { planId, goalId, ...fieldsOf(body) });
  }

  @Post('goals/:goalId/milestones')
  @CommandRoute({ summary: 'A milestone is set', answer: MilestoneAnswer })
  setMilestone(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('goalId') goalId: string,
    @ValidBody(SetMilestoneBody) body: SetMilestoneBody,
  ) {
    return this.steps.record(exchange, 'MilestoneSet', { planId, goalId, ...fieldsOf(body) });
  }

  @Post('milestones/:milestoneId/change')
  @CommandRoute({ summary: 'A milestone reads otherwise', answer: MilestoneAnswer })
  changeMilestone(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('milestoneId') milestoneId: string,
    @ValidBody(ChangeMilestoneBody) body: ChangeMilestoneBody,
  ) {
    return this.steps.record(exchange, 'MilestoneChanged', { planId, milestoneId, ...fieldsOf(body) });
  }

  @Post('milestones/:milestoneId/reaching')
  @CommandRoute({ summary: 'A milestone is reached', answer: MilestoneAnswer })
  reachMilestone(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @Id('milestoneId') milestoneId: string,
    @ValidBody(ReachMilestoneBody) body: ReachMilestoneBody,
  ) {
    return this.steps.record(exchange, 'MilestoneReached', { planId, milestoneId, ...fieldsOf(body) });
  }
}
