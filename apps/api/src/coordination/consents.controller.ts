import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type ConsentScope, consentScopes, coordinationEvents } from '#coordination';
import type { CodeIn } from '#event-sourcing';
import { representatives } from '#vocabulary';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { ofList } from '../validation/codes.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { ConsentGiven, ConsentNarrowed, ConsentWithdrawn } = coordinationEvents.declared;

export class GiveConsentBody extends bodyOf(ConsentGiven, {
  scopes: { says: 'What the consent covers', min: 1 },
  givenBy: plain,
  givenById: says('Who consents for the person, a party; where guardians are recorded, one of them'),
  onBehalfReason: says('Why another consents for one who is of age to consent'),
  givenOn: todayUnlessTold,
  validUntil: says('The last day on which it holds; until withdrawn unless told'),
  documentDigest: plain,
  recipientIds: {
    says: 'Of a consent to share: with whom, registered parties; whomever the plan names unless told',
    min: 1,
  },
  sections: { says: 'The same: which sections of the plan; all of it unless told', min: 1 },
}) {}

export class WithdrawConsentBody extends bodyOf(ConsentWithdrawn, {
  withdrawnOn: todayUnlessTold,
  scopes: { says: 'What is taken back; all that the consent covers still unless told', min: 1 },
  withdrawnById: says('Who that is, a party; who gave it unless told'),
  withdrawnBy: says('Who takes it back; who gave it unless told'),
  reason: plain,
}) {}

export class NarrowConsentBody extends bodyOf(ConsentNarrowed, {
  narrowedOn: todayUnlessTold,
  validUntil: says('The last day on which it holds from then on; as it was unless told'),
  recipientIds: {
    says: 'Of a consent to share: with whom still, of those whom it names; as it was unless told',
    min: 1,
  },
  sections: { says: 'The same: which sections of the plan still; as it was unless told', min: 1 },
  narrowedBy: says('Who narrows it; who gave it unless told'),
  narrowedById: says('Who that is, a party; who gave it unless told'),
  reason: plain,
}) {}

export class ConsentAnswer extends CommandAnswer {
  @ApiProperty()
  consentId!: string;
}

export class HoldingConsent {
  @ApiProperty()
  consentId!: string;

  @ApiProperty({ enum: [...representatives.codes], ...ofList(representatives) })
  givenBy!: CodeIn<typeof representatives>;

  @ApiPropertyOptional({ description: 'Who that is, where it is told' })
  givenById?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...consentScopes.codes], ...ofList(consentScopes) },
  })
  scopes!: ConsentScope[];
}

export class WithdrawalAnswer extends ConsentAnswer {
  @ApiProperty({
    type: [HoldingConsent],
    description: 'Consents to the same that still hold on that day: of others, or given later',
  })
  stillHolds!: HoldingConsent[];
}

/** What a person consents to. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId/consents')
export class ConsentsController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post()
  @CommandRoute({
    summary: 'Consent is given',
    description:
      'What the same giver consented to already, for no shorter time, answers 200 with that consent.',
    answer: ConsentAnswer,
  })
  giveConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(GiveConsentBody) body: GiveConsentBody,
  ) {
    return this.steps.record(exchange, 'ConsentGiven', { subjectId, ...fieldsOf(body) });
  }

  @Post(':consentId/withdrawal')
  @CommandRoute({
    summary: 'Consent is withdrawn',
    description: 'Every consent of the same giver to the same ends with it.',
    answer: WithdrawalAnswer,
  })
  withdrawConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('consentId') consentId: string,
    @ValidBody(WithdrawConsentBody) body: WithdrawConsentBody,
  ) {
    return this.steps.record(exchange, 'ConsentWithdrawn', { subjectId, consentId, ...fieldsOf(body) });
  }

  @Post(':consentId/narrowing')
  @CommandRoute({
    summary: 'Consent is narrowed',
    description:
      'It goes on for a shorter time, for fewer recipients or for fewer sections of the plan. What was shared beyond that is read no more from that day.',
    answer: WithdrawalAnswer,
  })
  narrowConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('consentId') consentId: string,
    @ValidBody(NarrowConsentBody) body: NarrowConsentBody,
  ) {
    return this.steps.record(exchange, 'ConsentNarrowed', { subjectId, consentId, ...fieldsOf(body) });
  }
}
