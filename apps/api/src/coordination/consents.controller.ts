import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents } from '#coordination';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CoordinationSteps } from './coordination-steps.js';

const { ConsentGiven, ConsentWithdrawn } = coordinationEvents.declared;

export class GiveConsentBody extends bodyOf(ConsentGiven, {
  scopes: { says: 'What the consent covers', min: 1 },
  givenBy: plain,
  givenOn: todayUnlessTold,
  validUntil: says('The last day on which it holds; until withdrawn unless told'),
  documentDigest: plain,
}) {}

export class WithdrawConsentBody extends bodyOf(ConsentWithdrawn, {
  withdrawnOn: todayUnlessTold,
  reason: plain,
}) {}

export class ConsentAnswer extends CommandAnswer {
  @ApiProperty()
  consentId!: string;
}

/** What a person consents to. */
@ApiTags('coordination')
@Roles('CASEWORKER')
@Controller('v1/subjects/:subjectId/consents')
export class ConsentsController {
  constructor(private readonly steps: CoordinationSteps) {}

  @Post()
  @CommandRoute({ summary: 'Consent is given', answer: ConsentAnswer })
  giveConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(GiveConsentBody) body: GiveConsentBody,
  ) {
    return this.steps.record(exchange, 'ConsentGiven', { subjectId, ...fieldsOf(body) });
  }

  @Post(':consentId/withdrawal')
  @CommandRoute({ summary: 'Consent is withdrawn', answer: ConsentAnswer })
  withdrawConsent(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('consentId') consentId: string,
    @ValidBody(WithdrawConsentBody) body: WithdrawConsentBody,
  ) {
    return this.steps.record(exchange, 'ConsentWithdrawn', { subjectId, consentId, ...fieldsOf(body) });
  }
}
