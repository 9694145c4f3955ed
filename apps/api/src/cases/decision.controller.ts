import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents, type Outcome, outcomes } from '#casework';
import { deciderBodies, legalBases, type ItemCode, items } from '#vocabulary';
import type { CodeIn } from '#event-sourcing';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says } from '../validation/body-of.js';
import { Code, CodeOf, LocalDate, OpaqueId, OptionalField, PersonalText } from '../validation/decorators.js';
import { ListOf, Nested } from '../validation/group-decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { DecisionAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { CriterionAssessed, DecisionAmended, DecisionMade } = caseEvents.declared;

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

  @ListOf(() => AssessedCriterionBody, {
    max: 10,
    description: 'Every condition of what is answered, each with its reason',
  })
  criteria!: AssessedCriterionBody[];

  @Nested(() => DecidedByBody)
  decidedBy!: DecidedByBody;
}

export class AmendDecisionBody extends bodyOf(DecisionAmended, {
  amends: says('The decision in force: `decisionId` of the case'),
  groundCode: says('On what ground it is amended (fvl § 35)'),
  reason: plain,
  legalBasis: says('The legal basis of the plans and coordinators answered anew that name none of their own'),
}) {
  @ListOf(() => DecidedItemBody, {
    min: 1,
    max: 10,
    description: 'The items answered anew; any other stays as it was answered',
  })
  items!: DecidedItemBody[];

  @OptionalField()
  @ListOf(() => AssessedCriterionBody, { max: 10, description: 'Conditions that are assessed anew' })
  criteria?: AssessedCriterionBody[];

  @Nested(() => DecidedByBody)
  decidedBy!: DecidedByBody;
}

/** The answer to an application. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/decision')
export class DecisionController {
  constructor(private readonly steps: CaseSteps) {}

  @Post()
  @CommandRoute({
    summary: 'Decides every requested item, with its conditions assessed',
    description:
      'A refusal though every condition is met, and a grant though one is not, is read by somebody else first (`second-readings`).',
    answer: DecisionAnswer,
  })
  decide(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(DecisionBody) body: DecisionBody,
  ) {
    return this.steps.record(exchange, 'DecisionMade', { caseId, ...decisionIn(body) });
  }

  @Post('amendments')
  @CommandRoute({
    summary: 'A new decision takes the place of the one in force',
    description:
      'What it answers anew begins or ends with it, on its day; the other items stay. The answer is to be sent again. Where the board decides, it is recommended and approved first, and until then the decision stands. What rests on a grant that ended has lost its basis: a task tells of it.',
    answer: DecisionAnswer,
  })
  amend(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AmendDecisionBody) { criteria = [], ...body }: AmendDecisionBody,
  ) {
    return this.steps.record(exchange, 'DecisionAmended', { caseId, ...decisionIn({ ...body, criteria }) });
  }
}

/** A decision as its body has it, as its step is told it. */
function decisionIn<B extends Pick<DecisionBody, 'items' | 'criteria' | 'decidedBy'>>({
  items,
  criteria,
  decidedBy: { body, ...when },
  ...rest
}: B) {
  const answers = { items: items.map(fieldsOf), criteria: criteria.map(fieldsOf) };
  return { ...rest, ...answers, ...when, decidedBy: body };
}
