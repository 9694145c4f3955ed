import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents, type Outcome, outcomes } from '#casework';
import { deciderBodies, legalBases, type ItemCode, items } from '#vocabulary';
import type { CodeIn } from '#event-sourcing';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { Code, CodeOf, LocalDate, OpaqueId, OptionalField, PersonalText } from '../validation/decorators.js';
import { ListOf, Nested } from '../validation/group-decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { CriterionAssessed, DecisionMade, DecisionNotified } = caseEvents.declared;

export class DecidedItemBody {
  @CodeOf(items)
  item!: ItemCode;

  @CodeOf(outcomes)
  outcome!: Outcome;

  @OptionalField()
  @PersonalText(4000, { lines: true })
  reason?: string;

  @OptionalField()
  @Code(legalBases, 'The legal basis of this item, where it is another than the decision’s')
  legalBasis?: string;
}

export class AssessedCriterionBody extends bodyOf(CriterionAssessed, {
  criterion: plain,
  met: plain,
  reason: plain,
}) {}

/** Who decided and when, apart from who types it in. */
export class DecidedByBody {
  @CodeOf(deciderBodies)
  body!: CodeIn<typeof deciderBodies>;

  @OptionalField()
  @OpaqueId('The meeting that decided')
  meetingId?: string;

  @LocalDate()
  decidedOn!: string;
}

export class DecisionBody extends bodyOf(DecisionMade, {
  legalBasis: says(
    'The legal basis, such as HOL_7_1, of the plans and coordinators that name none of their own; a group needs none',
  ),
}) {
  @ListOf(() => DecidedItemBody, {
    min: 1,
    max: 10,
    description: 'Every requested item, each with its answer',
  })
  items!: DecidedItemBody[];

  @ListOf(() => AssessedCriterionBody, { max: 10, description: 'Both conditions, each with its reason' })
  criteria!: AssessedCriterionBody[];

  @Nested(() => DecidedByBody)
  decidedBy!: DecidedByBody;
}

export class NotifyDecisionBody extends bodyOf(DecisionNotified, {
  recipients: { min: 1 },
  channel: plain,
  notifiedOn: todayUnlessTold,
  documentDigest: says('SHA-256 of the letter, lower-case hex'),
}) {}

/** The answer to an application. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/decision')
export class DecisionController {
  constructor(private readonly steps: CaseSteps) {}

  @Post()
  @CommandRoute({
    summary: 'Decides every requested item, with both conditions assessed',
    answer: CaseAnswer,
  })
  decide(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(DecisionBody) { items, criteria, decidedBy, ...body }: DecisionBody,
  ) {
    const { body: by, ...when } = decidedBy;
    const answers = { items: items.map(fieldsOf), criteria: criteria.map(fieldsOf) };
    return this.steps.record(exchange, 'DecisionMade', {
      caseId,
      ...body,
      ...answers,
      ...when,
      decidedBy: by,
    });
  }

  @Post('notification')
  @CommandRoute({ summary: 'The written answer went out', answer: CaseAnswer })
  notify(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(NotifyDecisionBody) body: NotifyDecisionBody,
  ) {
    return this.steps.record(exchange, 'DecisionNotified', { caseId, ...fieldsOf(body) });
  }
}
