import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import {
  CallInCopyBody,
  CrisisPlanCopyAnswer,
  CrisisPlanRecipientAnswer,
  CrisisPlanStepAnswer,
  DrawUpCrisisPlanBody,
  GiveCrisisPlanBody,
  HandOutCopyBody,
  ReviewCrisisPlanBody,
  ReviseCrisisPlanBody,
  TakeBackCrisisPlanBody,
  WithdrawCrisisPlanBody,
} from './crisis-plan.bodies.js';
import { CrisisPlanSteps } from './crisis-plan-steps.js';

/** A person's crisis plan (F20): what it says, who has it, and the copies that are out. */
@ApiTags('crisis plans')
@Roles('COORDINATOR')
@Controller('v1/subjects/:subjectId/crisis-plan')
export class CrisisPlanController {
  constructor(private readonly steps: CrisisPlanSteps) {}

  @Post()
  @CommandRoute({ summary: 'A crisis plan is drawn up', answer: CrisisPlanStepAnswer })
  drawUp(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(DrawUpCrisisPlanBody) body: DrawUpCrisisPlanBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanDrawnUp', { subjectId, ...fieldsOf(body) });
  }

  @Post('versions')
  @CommandRoute({ summary: 'The crisis plan is written anew, as a version', answer: CrisisPlanStepAnswer })
  revise(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReviseCrisisPlanBody) body: ReviseCrisisPlanBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanRevised', { subjectId, ...fieldsOf(body) });
  }

  @Post('reviews')
  @CommandRoute({
    summary: 'The crisis plan is gone through, and stays as it is',
    answer: CrisisPlanStepAnswer,
  })
  review(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReviewCrisisPlanBody) body: ReviewCrisisPlanBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanReviewed', { subjectId, ...fieldsOf(body) });
  }

  @Post('withdrawal')
  @CommandRoute({
    summary: 'There is no crisis plan any more',
    description:
      'Nobody reads it from then on, and those who had it have it no longer. Copies are called in one by one.',
    answer: CrisisPlanStepAnswer,
  })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(WithdrawCrisisPlanBody) body: WithdrawCrisisPlanBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanWithdrawn', { subjectId, ...fieldsOf(body) });
  }

  @Post('recipients')
  @CommandRoute({ summary: 'The crisis plan is given to somebody', answer: CrisisPlanRecipientAnswer })
  give(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(GiveCrisisPlanBody) body: GiveCrisisPlanBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanGiven', { subjectId, ...fieldsOf(body) });
  }

  @Post('recipients/:recipientId/end')
  @CommandRoute({ summary: 'Somebody has the crisis plan no longer', answer: CrisisPlanRecipientAnswer })
  takeBack(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('recipientId') recipientId: string,
    @ValidBody(TakeBackCrisisPlanBody) body: TakeBackCrisisPlanBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanTakenBack', { subjectId, recipientId, ...fieldsOf(body) });
  }

  @Post('copies')
  @CommandRoute({ summary: 'A printed copy is handed out', answer: CrisisPlanCopyAnswer })
  handOut(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(HandOutCopyBody) body: HandOutCopyBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanCopyHandedOut', { subjectId, ...fieldsOf(body) });
  }

  @Post('copies/:copyId/end')
  @CommandRoute({ summary: 'A printed copy is called in', answer: CrisisPlanCopyAnswer })
  callIn(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('copyId') copyId: string,
    @ValidBody(CallInCopyBody) body: CallInCopyBody,
  ) {
    return this.steps.record(exchange, 'CrisisPlanCopyCalledIn', { subjectId, copyId, ...fieldsOf(body) });
  }

  @Post('corrections')
  @CommandRoute({
    summary: 'Puts an event of the crisis plan right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.steps.revise(exchange, subjectId, revisionOf(body));
  }
}
