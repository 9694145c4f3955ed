import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { complaintEvents } from '#complaint';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { ComplaintSteps } from './complaint-steps.js';

const { GroundsRequested, GroundsGiven, DocumentsAccessGiven, ComplaintReceived } = complaintEvents.declared;

const received = {
  receivedOn: todayUnlessTold,
  sentOn: says('When it was posted, or sent electronically: that day counts'),
  way: says('Which way it came'),
  writtenById: says('Who wrote down what was told, a registered party'),
  complainant: says('Who complains'),
  complainantId: says('The same by name, a registered party'),
  hasAuthority: says('Whether a representative has a written power of attorney'),
  firstOffice: says('Where it came to the wrong office: which'),
  firstOfficeOn: says('When it came there: that day counts'),
  matters: { says: 'What it is about', min: 1 },
  dismissedComplaintId: says('The complaint whose dismissal is complained of'),
  items: says('What of the decision; all of it where nothing is named'),
  text: says('What is complained of, as it was said'),
} as const;

export class ReceiveComplaintBody extends bodyOf(ComplaintReceived, {
  ...received,
  caseId: says('The case, where it is about one'),
  decisionId: says('The decision that is complained of, as the case names it'),
  subjectId: usual('Whose matter it is; of a case its own person unless told'),
}) {}
export class JoinComplaintBody extends bodyOf(ComplaintReceived, received) {}

const asked = {
  requestedOn: todayUnlessTold,
  requestedBy: says('Who asks'),
  requestedById: says('The same by name, a registered party'),
  note: plain,
} as const;
export class BeginWithGroundsBody extends bodyOf(GroundsRequested, {
  ...asked,
  caseId: says('The case'),
  decisionId: says('The decision that grounds are asked for of'),
}) {}
export class RequestGroundsBody extends bodyOf(GroundsRequested, {
  ...asked,
  caseId: says('The case'),
  decisionId: says('The decision that grounds are asked for of'),
}) {}
export class GiveGroundsBody extends bodyOf(GroundsGiven, {
  givenOn: todayUnlessTold,
  channel: says('Which way they went'),
  arrivedOn: says(
    'When they are known to have arrived; of a letter the fifth working day after it unless told',
  ),
  isComplete: says('Whether they answer all that was asked'),
  grounds: plain,
}) {}
export class ShowDocumentsBody extends bodyOf(DocumentsAccessGiven, {
  givenOn: todayUnlessTold,
  givenTo: says('Who saw the documents'),
  channel: says('Which way'),
  note: says('What was shown, and what was held back on which ground'),
}) {}

export class ComplaintAnswer extends CommandAnswer {
  @ApiProperty()
  complaintId!: string;
}
export class ComplaintRequestAnswer extends ComplaintAnswer {
  @ApiProperty({ description: 'What answers it names this' })
  requestId!: string;
}

/** A complaint comes, or somebody asks why a decision is as it is and sees the documents. */
@ApiTags('complaints')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/complaints')
export class ComplaintReceivingController {
  constructor(private readonly steps: ComplaintSteps) {}

  @Post()
  @CommandRoute({
    summary: 'A complaint came',
    description:
      'Whichever way and to whichever office, and whatever it is about: it need name no decision. Nothing is dismissed by itself.',
    answer: ComplaintAnswer,
  })
  receive(@InExchange() exchange: Exchange, @ValidBody(ReceiveComplaintBody) body: ReceiveComplaintBody) {
    return this.steps.begin(exchange, 'ComplaintReceived', fieldsOf(body));
  }

  @Post('grounds-requests')
  @CommandRoute({
    summary: 'Somebody asks why the decision is as it is',
    description: 'Before anybody complains. Asked while the period to complain runs, it interrupts that.',
    answer: ComplaintRequestAnswer,
  })
  beginWithGrounds(
    @InExchange() exchange: Exchange,
    @ValidBody(BeginWithGroundsBody) body: BeginWithGroundsBody,
  ) {
    return this.steps.begin(exchange, 'GroundsRequested', fieldsOf(body));
  }

  @Post(':complaintId/receipt')
  @CommandRoute({
    summary: 'The complaint came, after grounds were asked for',
    answer: ComplaintAnswer,
  })
  join(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(JoinComplaintBody) body: JoinComplaintBody,
  ) {
    return this.steps.record(exchange, 'ComplaintReceived', { complaintId, ...fieldsOf(body) });
  }

  @Post(':complaintId/grounds-requests')
  @CommandRoute({ summary: 'Grounds are asked for', answer: ComplaintRequestAnswer })
  requestGrounds(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(RequestGroundsBody) body: RequestGroundsBody,
  ) {
    return this.steps.record(exchange, 'GroundsRequested', { complaintId, ...fieldsOf(body) });
  }

  @Post(':complaintId/grounds-requests/:requestId/grounds')
  @CommandRoute({ summary: 'The grounds were given', answer: ComplaintRequestAnswer })
  giveGrounds(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @Id('requestId') requestId: string,
    @ValidBody(GiveGroundsBody) body: GiveGroundsBody,
  ) {
    return this.steps.record(exchange, 'GroundsGiven', { complaintId, requestId, ...fieldsOf(body) });
  }

  @Post(':complaintId/documents-shown')
  @CommandRoute({ summary: 'Whoever complains saw the documents', answer: ComplaintAnswer })
  showDocuments(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(ShowDocumentsBody) body: ShowDocumentsBody,
  ) {
    return this.steps.record(exchange, 'DocumentsAccessGiven', { complaintId, ...fieldsOf(body) });
  }
}
