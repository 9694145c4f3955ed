import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { enquiryEvents } from '#enquiry';
import { ReviseEnquiryEventCommand } from '#enquiry/application/index';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { EnquirySteps } from './enquiry-steps.js';

const {
  EnquiryReceived,
  EnquiryAnswered,
  EnquiryReferredToContactCard,
  EnquiryPassedOn,
  EnquiryBecameCase,
  EnquiryClosed,
} = enquiryEvents.declared;

export class ReceiveEnquiryBody extends bodyOf(EnquiryReceived, {
  receivedOn: todayUnlessTold,
  channel: plain,
  sourceType: says('Who turned to the unit'),
  text: says('What it is about'),
  callerName: { says: 'What the caller is called', isLine: true },
  callback: says('Where the caller can be reached'),
  messageReference: { says: 'Of a message from another system: its id there', isLine: true },
  subjectId: says('Whom it is about, where they are registered'),
  unit: says('Who is to answer it; the coordinating unit unless told'),
}) {}

export class AnswerEnquiryBody extends bodyOf(EnquiryAnswered, {
  answeredOn: todayUnlessTold,
  channel: says('Which way it was answered'),
  answer: says('What was answered'),
  informedOf: { says: 'The rights that the answer informed of', min: 1 },
  cardId: says('The contact card that the answer named'),
}) {}

export class ReferEnquiryBody extends bodyOf(EnquiryReferredToContactCard, {
  referredOn: todayUnlessTold,
  cardId: usual('The card that the caller was told of; unless told, the one of that day'),
}) {}

export class PassEnquiryOnBody extends bodyOf(EnquiryPassedOn, {
  passedOn: todayUnlessTold,
  unit: says('Who is to answer it now'),
  message: says('What that unit is told'),
}) {}

export class EnquiryBecameCaseBody extends bodyOf(EnquiryBecameCase, {
  becameOn: todayUnlessTold,
  caseId: says('The case in which it goes on'),
}) {}

export class CloseEnquiryBody extends bodyOf(EnquiryClosed, {
  closedOn: todayUnlessTold,
  reasonCode: plain,
  reason: says('Needed of OTHER'),
}) {}

export class EnquiryAnswerBody extends CommandAnswer {
  @ApiProperty()
  enquiryId!: string;
}

/** Whoever turns to the unit, and what comes of it. The service office goes on with what it registered itself. */
@ApiTags('enquiries')
@Roles('CASEWORKER', 'LEADER', 'SERVICE_OFFICE')
@Controller('v1/enquiries')
export class EnquiriesController {
  constructor(
    private readonly steps: EnquirySteps,
    private readonly commands: Commands,
  ) {}

  @Post()
  @CommandRoute({
    summary: 'Somebody turned to the unit',
    description: 'From anyone, whichever way. Equal ones at the same time are one.',
    answer: EnquiryAnswerBody,
  })
  async receive(@InExchange() exchange: Exchange, @ValidBody(ReceiveEnquiryBody) body: ReceiveEnquiryBody) {
    const answer = await this.steps.receive(exchange, fieldsOf(body));
    exchange.reply.header('Location', `/v1/enquiries/${answer.enquiryId}`);
    return answer;
  }

  @Post(':enquiryId/answers')
  @CommandRoute({ summary: 'The enquiry was answered', answer: EnquiryAnswerBody })
  answer(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidBody(AnswerEnquiryBody) body: AnswerEnquiryBody,
  ) {
    return this.steps.record(exchange, 'EnquiryAnswered', { enquiryId, ...fieldsOf(body) });
  }

  @Post(':enquiryId/referrals')
  @CommandRoute({
    summary: 'The caller was told whom to turn to',
    description: 'By the contact card of that day, unless another is named.',
    answer: EnquiryAnswerBody,
  })
  refer(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidBody(ReferEnquiryBody) body: ReferEnquiryBody,
  ) {
    return this.steps.record(exchange, 'EnquiryReferredToContactCard', { enquiryId, ...fieldsOf(body) });
  }

  @Post(':enquiryId/passings-on')
  @CommandRoute({ summary: 'Another unit is to answer the enquiry', answer: EnquiryAnswerBody })
  passOn(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidBody(PassEnquiryOnBody) body: PassEnquiryOnBody,
  ) {
    return this.steps.record(exchange, 'EnquiryPassedOn', { enquiryId, ...fieldsOf(body) });
  }

  @Post(':enquiryId/cases')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({
    summary: 'What the enquiry was about goes on in a case',
    description: 'In one that is there: opened because of it, or before. Of siblings there may be several.',
    answer: EnquiryAnswerBody,
  })
  becomeCase(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidBody(EnquiryBecameCaseBody) body: EnquiryBecameCaseBody,
  ) {
    return this.steps.record(exchange, 'EnquiryBecameCase', { enquiryId, ...fieldsOf(body) });
  }

  @Post(':enquiryId/closing')
  @CommandRoute({ summary: 'Nobody has to do anything more about the enquiry', answer: EnquiryAnswerBody })
  close(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidBody(CloseEnquiryBody) body: CloseEnquiryBody,
  ) {
    return this.steps.record(exchange, 'EnquiryClosed', { enquiryId, ...fieldsOf(body) });
  }

  @Post(':enquiryId/corrections')
  @CommandRoute({
    summary: 'Puts an event of the enquiry right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
    answer: EnquiryAnswerBody,
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('enquiryId') enquiryId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const revision = revisionOf(body);
    return this.commands.run(
      exchange,
      (context) => new ReviseEnquiryEventCommand({ ...revision, enquiryId }, context),
    );
  }
}
