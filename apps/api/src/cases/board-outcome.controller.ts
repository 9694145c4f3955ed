import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents, type Outcome, outcomes } from '#casework';
import { RecordBoardOutcomeCommand } from '#casework/application/index';
import { type ItemCode, items } from '#vocabulary';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, todayUnlessTold } from '../validation/body-of.js';
import { CodeOf, OpaqueId, OptionalField, PersonalText } from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';
import { AssessedCriterionBody } from './decision.controller.js';

export class RecommendedItemBody {
  @CodeOf(items)
  item!: ItemCode;

  @CodeOf(outcomes)
  outcome!: Outcome;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;
}

export class RecommendBody extends bodyOf(caseEvents.declared.RecommendationMade, {
  recommendedOn: todayUnlessTold,
}) {
  @ListOf(() => RecommendedItemBody, {
    min: 1,
    max: 10,
    description: 'Every requested item; of a decision that is to be amended, those answered anew',
  })
  items!: RecommendedItemBody[];

  @ListOf(() => AssessedCriterionBody, {
    max: 10,
    description: 'Every condition of what is answered, each with its reason',
  })
  criteria!: AssessedCriterionBody[];
}

export class BoardOutcomeBody {
  @OpaqueId('The meeting of the board whose protocol is approved')
  meetingId!: string;
}

/** What the unit recommends to the board, and what the board comes to (S6). */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId')
export class BoardOutcomeController {
  constructor(
    private readonly steps: CaseSteps,
    private readonly commands: Commands,
  ) {}

  @Post('recommendations')
  @CommandRoute({ summary: 'The unit recommends an answer to every item', answer: CaseAnswer })
  recommend(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(RecommendBody) { items: answers, criteria, ...body }: RecommendBody,
  ) {
    const told = { items: answers.map(fieldsOf), criteria: criteria.map(fieldsOf) };
    return this.steps.record(exchange, 'RecommendationMade', { caseId, ...body, ...told });
  }

  @Post('board-outcomes')
  @CommandRoute({
    summary: 'What the board came to in the case, once its protocol is approved',
    description:
      'Approved, returned or rejected, as the meeting has it. Only then can the case be decided, or its decision amended.',
    answer: CaseAnswer,
  })
  outcome(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(BoardOutcomeBody) { meetingId }: BoardOutcomeBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new RecordBoardOutcomeCommand({ caseId, meetingId }, context),
    );
  }
}
