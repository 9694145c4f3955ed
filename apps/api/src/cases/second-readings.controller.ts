import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { ListOf } from '../validation/group-decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { RecommendedItemBody } from './board-outcome.controller.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';
import { AssessedCriterionBody } from './decision.controller.js';

const { SecondReadingGiven, SecondReadingRequested } = caseEvents.declared;

export class AskToReadBody extends bodyOf(SecondReadingRequested, { requestedOn: todayUnlessTold }) {
  @ListOf(() => RecommendedItemBody, { min: 1, max: 10, description: 'The answer as it is meant' })
  items!: RecommendedItemBody[];

  @ListOf(() => AssessedCriterionBody, {
    max: 10,
    description: 'The conditions as they are assessed, each with its reason',
  })
  criteria!: AssessedCriterionBody[];
}

export class ReadBody extends bodyOf(SecondReadingGiven, {
  agrees: says('Whether the reader agrees with the answer as it is meant'),
  reason: plain,
  readOn: todayUnlessTold,
}) {}

export class ReadingAnswer extends CaseAnswer {
  @ApiProperty({ description: 'What the reader answers to' })
  readingId!: string;
}

/** An answer that goes against the conditions as they are assessed is read by another person before it is made. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/second-readings')
export class SecondReadingsController {
  constructor(private readonly steps: CaseSteps) {}

  @Post()
  @CommandRoute({
    summary: 'Somebody else is asked to read an answer before it is made',
    description:
      'Needed for a refusal though every condition is met, and for a grant though one is not. What is asked for anew takes the place of what was asked before.',
    answer: ReadingAnswer,
  })
  ask(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AskToReadBody) { items: answers, criteria, ...body }: AskToReadBody,
  ) {
    const told = { items: answers.map(fieldsOf), criteria: criteria.map(fieldsOf) };
    return this.steps.record(exchange, 'SecondReadingRequested', { caseId, ...body, ...told });
  }

  @Post(':readingId/answer')
  @CommandRoute({
    summary: 'Who is logged in has read the answer, and agrees or not',
    description:
      'Neither who asked for it nor the caseworker of the case; and who read it does not decide it.',
    answer: CaseAnswer,
  })
  read(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('readingId') readingId: string,
    @ValidBody(ReadBody) body: ReadBody,
  ) {
    return this.steps.record(exchange, 'SecondReadingGiven', ({ actor }) => ({
      caseId,
      readingId,
      readerId: actor.partyId,
      ...fieldsOf(body),
    }));
  }
}
