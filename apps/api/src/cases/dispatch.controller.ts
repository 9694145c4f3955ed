import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents, type Recipient, recipients } from '#casework';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { CodeOf, OpaqueId, OptionalField } from '../validation/decorators.js';
import { ListOf } from '../validation/group-decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer, DispatchAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { AnswerDelivered, AnswerReturned, DecisionNotified } = caseEvents.declared;

export class NamedRecipientBody {
  @CodeOf(recipients)
  recipient!: Recipient;

  @OpaqueId('Who it is: a registered party')
  partyId!: string;
}

export class NotifyDecisionBody extends bodyOf(DecisionNotified, {
  recipients: { min: 1 },
  channel: plain,
  notifiedOn: todayUnlessTold,
  documentDigest: says('SHA-256 of the letter, lower-case hex; asked for where it was handed over in person'),
}) {
  @OptionalField()
  @ListOf(() => NamedRecipientBody, { max: 20, description: 'Who of the recipients somebody is, by name' })
  recipientParties?: NamedRecipientBody[];
}

const whom = {
  recipient: says('What the recipient is to the person'),
  partyId: says('Who of several that are the same; all of them unless told'),
};

export class AnswerDeliveredBody extends bodyOf(AnswerDelivered, {
  ...whom,
  deliveredOn: todayUnlessTold,
  proof: says('How it is known; ASSUMED where it is not'),
}) {}

export class AnswerReturnedBody extends bodyOf(AnswerReturned, {
  ...whom,
  returnedOn: todayUnlessTold,
  cause: plain,
  note: plain,
}) {}

/** The written answer: to the person, and copies to others, as often as it takes. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/decision')
export class DispatchController {
  constructor(private readonly steps: CaseSteps) {}

  @Post('notification')
  @CommandRoute({
    summary: 'The written answer went out',
    description:
      'The first goes to the person or to who speaks for them; any further one may also be a copy to the coordinator or to next of kin.',
    answer: DispatchAnswer,
  })
  notify(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(NotifyDecisionBody) { recipientParties, ...body }: NotifyDecisionBody,
  ) {
    return this.steps.begin(exchange, 'DecisionNotified', {
      caseId,
      ...fieldsOf(body),
      ...(recipientParties && { recipientParties: recipientParties.map(fieldsOf) }),
    });
  }

  @Post('notification/:dispatchId/delivery')
  @CommandRoute({ summary: 'The written answer reached a recipient', answer: CaseAnswer })
  delivered(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('dispatchId') dispatchId: string,
    @ValidBody(AnswerDeliveredBody) body: AnswerDeliveredBody,
  ) {
    return this.steps.record(exchange, 'AnswerDelivered', { caseId, dispatchId, ...fieldsOf(body) });
  }

  @Post('notification/:dispatchId/return')
  @CommandRoute({
    summary: 'The written answer came back',
    description: 'Where it reached nobody who speaks for the application, it waits to be sent again.',
    answer: CaseAnswer,
  })
  returned(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('dispatchId') dispatchId: string,
    @ValidBody(AnswerReturnedBody) body: AnswerReturnedBody,
  ) {
    return this.steps.record(exchange, 'AnswerReturned', { caseId, dispatchId, ...fieldsOf(body) });
  }
}
