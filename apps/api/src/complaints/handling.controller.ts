import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { complaintEvents } from '#complaint';
import { ReviseComplaintEventCommand } from '#complaint/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { ComplaintSteps } from './complaint-steps.js';
import { ComplaintAnswer, ComplaintRequestAnswer } from './receiving.controller.js';

const {
  ComplaintTimelinessAssessed,
  ComplaintReconsidered,
  ComplaintForwarded,
  StatsforvalterRequestedMore,
  StatsforvalterAnswered,
  ComplaintDecided,
  ComplaintCompliedWith,
  ComplaintWithdrawn,
} = complaintEvents.declared;

export class AssessTimelinessBody extends bodyOf(ComplaintTimelinessAssessed, {
  assessedOn: todayUnlessTold,
  outcome: says('What you find'),
  ground: says('Why a late one is taken up (fvl § 31)'),
  reason: says('Needed of one that came too late'),
  statedOn: says('When the complainant says the decision arrived, where that is later than is assumed'),
}) {}
export class ReconsiderComplaintBody extends bodyOf(ComplaintReconsidered, {
  reconsideredOn: todayUnlessTold,
  outcome: plain,
  decidedBy: says('Who reconsidered it: whoever decided'),
  meetingId: says('At which meeting'),
  decisionId: says('The decision in the case that changed what was complained of'),
  reason: plain,
}) {}
export class ForwardComplaintBody extends bodyOf(ComplaintForwarded, {
  forwardedOn: todayUnlessTold,
  channel: says('Which way it went'),
  copySentOn: says('When whoever complains was sent a copy'),
  statement: says('What the municipality says to the complaint'),
}) {}
export class RequestMoreBody extends bodyOf(StatsforvalterRequestedMore, {
  requestedOn: todayUnlessTold,
  answerBy: says('By when it is to be answered'),
  request: says('What is asked for'),
}) {}
export class AnswerStatsforvalterBody extends bodyOf(StatsforvalterAnswered, {
  answeredOn: todayUnlessTold,
  answer: plain,
}) {}
export class DecideComplaintBody extends bodyOf(ComplaintDecided, {
  decidedOn: says('The day of the decision'),
  arrivedOn: says('When the municipality got it'),
  outcome: says('What the county governor came to'),
  complyBy: says('The day that it sets'),
  reason: says('What it says'),
}) {}
export class ComplyBody extends bodyOf(ComplaintCompliedWith, {
  compliedOn: todayUnlessTold,
  decisionId: says('The decision in the case that did so'),
  what: says('What was done'),
}) {}
export class WithdrawComplaintBody extends bodyOf(ComplaintWithdrawn, {
  withdrawnOn: todayUnlessTold,
  withdrawnBy: says('Who withdrew it'),
  withdrawnById: says('The same by name, a registered party'),
  reason: plain,
}) {}

/** What the municipality does with a complaint, and what the county governor comes to. */
@ApiTags('complaints')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/complaints/:complaintId')
export class ComplaintHandlingController {
  constructor(
    private readonly steps: ComplaintSteps,
    private readonly commands: Commands,
  ) {}

  @Post('timeliness')
  @CommandRoute({
    summary: 'Whether the complaint came in time was assessed',
    description:
      'The rules of deadlines are asked of how the decision arrived and when the complaint was sent; rule, version and what was asked are kept. A person finds; what is only assumed is read in the complainant’s favour.',
    answer: ComplaintAnswer,
  })
  assess(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(AssessTimelinessBody) body: AssessTimelinessBody,
  ) {
    return this.steps.record(exchange, 'ComplaintTimelinessAssessed', { complaintId, ...fieldsOf(body) });
  }

  @Post('reconsideration')
  @CommandRoute({
    summary: 'The municipality looked at the matter anew',
    description:
      'By whoever decided, and by others than who decided alone. What is changed of a decision is amended in the case first.',
    answer: ComplaintAnswer,
  })
  reconsider(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(ReconsiderComplaintBody) body: ReconsiderComplaintBody,
  ) {
    return this.steps.record(exchange, 'ComplaintReconsidered', { complaintId, ...fieldsOf(body) });
  }

  @Post('forwarding')
  @CommandRoute({ summary: 'What was not changed went to the county governor', answer: ComplaintAnswer })
  forward(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(ForwardComplaintBody) body: ForwardComplaintBody,
  ) {
    return this.steps.record(exchange, 'ComplaintForwarded', { complaintId, ...fieldsOf(body) });
  }

  @Post('further-requests')
  @CommandRoute({ summary: 'The county governor asks for more', answer: ComplaintRequestAnswer })
  requestMore(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(RequestMoreBody) body: RequestMoreBody,
  ) {
    return this.steps.record(exchange, 'StatsforvalterRequestedMore', { complaintId, ...fieldsOf(body) });
  }

  @Post('further-requests/:requestId/answer')
  @CommandRoute({ summary: 'The county governor was answered', answer: ComplaintRequestAnswer })
  answer(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @Id('requestId') requestId: string,
    @ValidBody(AnswerStatsforvalterBody) body: AnswerStatsforvalterBody,
  ) {
    return this.steps.record(exchange, 'StatsforvalterAnswered', {
      complaintId,
      requestId,
      ...fieldsOf(body),
    });
  }

  @Post('outcome')
  @CommandRoute({
    summary: 'The county governor decided',
    description: 'A decision that is set aside opens its case again, with a new clock.',
    answer: ComplaintAnswer,
  })
  decide(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(DecideComplaintBody) body: DecideComplaintBody,
  ) {
    return this.steps.record(exchange, 'ComplaintDecided', { complaintId, ...fieldsOf(body) });
  }

  @Post('compliance')
  @CommandRoute({ summary: 'The municipality did what the decision asks', answer: ComplaintAnswer })
  comply(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(ComplyBody) body: ComplyBody,
  ) {
    return this.steps.record(exchange, 'ComplaintCompliedWith', { complaintId, ...fieldsOf(body) });
  }

  @Post('withdrawal')
  @CommandRoute({ summary: 'Whoever complained does so no more', answer: ComplaintAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(WithdrawComplaintBody) body: WithdrawComplaintBody,
  ) {
    return this.steps.record(exchange, 'ComplaintWithdrawn', { complaintId, ...fieldsOf(body) });
  }

  @Post('corrections')
  @CommandRoute({
    summary: 'Puts an event of the complaint right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
    answer: ComplaintAnswer,
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const revision = revisionOf(body);
    return this.commands.run(
      exchange,
      (context) => new ReviseComplaintEventCommand({ ...revision, complaintId }, context),
    );
  }
}
