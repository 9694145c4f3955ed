import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { planEvents } from '#plan';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { PlanSteps } from './plan-steps.js';
import { PlanReviewAnswer, PlanStepAnswer } from './step.answers.js';

const {
  PlanPeriodSet,
  PlanReviewed,
  PlanRevised,
  PlanApprovedByOwner,
  PlanPaused,
  PlanResumed,
  PlanKeptOnPaper,
} = planEvents.declared;

export class SetPeriodBody extends bodyOf(PlanPeriodSet, {
  until: says('The last day of the period'),
  nextReviewOn: says('When it is looked at next'),
  setOn: todayUnlessTold,
}) {}
export class ReviewPlanBody extends bodyOf(PlanReviewed, {
  outcome: plain,
  withSubject: says('Whether the person took part'),
  remark: plain,
  nextReviewOn: says('When it is looked at next; left out, no day is set'),
  reviewedOn: todayUnlessTold,
  meetingId: says('At which meeting'),
}) {}
export class RevisePlanBody extends bodyOf(PlanRevised, {
  what: says('What is new in it'),
  revisedOn: todayUnlessTold,
}) {}
export class ApprovePlanBody extends bodyOf(PlanApprovedByOwner, {
  approvedBy: plain,
  approvedById: says('Who that is, a registered party'),
  way: plain,
  approvedOn: todayUnlessTold,
}) {}
export class PausePlanBody extends bodyOf(PlanPaused, {
  reasonCode: plain,
  reason: plain,
  pausedOn: todayUnlessTold,
}) {}
export class ResumePlanBody extends bodyOf(PlanResumed, { resumedOn: todayUnlessTold }) {}
export class KeepOnPaperBody extends bodyOf(PlanKeptOnPaper, {
  onPaper: says('False where it is kept here again'),
  place: says('Where the paper lies'),
  since: todayUnlessTold,
}) {}

/** How a plan goes: period, reviews, versions, its owner’s approval. */
@ApiTags('plans')
@Roles('COORDINATOR')
@Controller('v1/plans/:planId')
export class PlanCourseController {
  constructor(private readonly steps: PlanSteps) {}

  @Post('period')
  @CommandRoute({ summary: 'The plan’s period and next review are set', answer: PlanStepAnswer })
  setPeriod(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(SetPeriodBody) body: SetPeriodBody,
  ) {
    return this.steps.record(exchange, 'PlanPeriodSet', { planId, ...fieldsOf(body) });
  }

  @Post('reviews')
  @CommandRoute({ summary: 'The plan is reviewed', answer: PlanReviewAnswer })
  review(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ReviewPlanBody) body: ReviewPlanBody,
  ) {
    return this.steps.record(exchange, 'PlanReviewed', { planId, ...fieldsOf(body) });
  }

  @Post('versions')
  @CommandRoute({ summary: 'The plan as it reads is a new version', answer: PlanStepAnswer })
  revise(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(RevisePlanBody) body: RevisePlanBody,
  ) {
    return this.steps.record(exchange, 'PlanRevised', { planId, ...fieldsOf(body) });
  }

  @Post('approval')
  @CommandRoute({ summary: 'The owner approves the newest version', answer: PlanStepAnswer })
  approve(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ApprovePlanBody) body: ApprovePlanBody,
  ) {
    return this.steps.record(exchange, 'PlanApprovedByOwner', { planId, ...fieldsOf(body) });
  }

  @Post('pause')
  @CommandRoute({ summary: 'The plan rests', answer: PlanStepAnswer })
  pause(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(PausePlanBody) body: PausePlanBody,
  ) {
    return this.steps.record(exchange, 'PlanPaused', { planId, ...fieldsOf(body) });
  }

  @Post('resumption')
  @CommandRoute({ summary: 'The plan goes on again', answer: PlanStepAnswer })
  resume(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(ResumePlanBody) body: ResumePlanBody,
  ) {
    return this.steps.record(exchange, 'PlanResumed', { planId, ...fieldsOf(body) });
  }

  @Post('paper')
  @CommandRoute({ summary: 'The plan is kept on paper, or here again', answer: PlanStepAnswer })
  keepOnPaper(
    @InExchange() exchange: Exchange,
    @Id('planId') planId: string,
    @ValidBody(KeepOnPaperBody) body: KeepOnPaperBody,
  ) {
    return this.steps.record(exchange, 'PlanKeptOnPaper', { planId, ...fieldsOf(body) });
  }
}
