import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { CaseAnswer } from '../cases/case.answer.js';
import { CaseSteps } from '../cases/case-steps.js';
import { LookRoute } from '../reading/look-route.js';
import { ReadQuery } from '../reading/page.query.js';
import { Problem } from '../problems/problem.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { IssuedLetters } from './issued-letters.js';
import { IssuedLetterAnswer, LetterDispatchAnswer, previewAnswer } from './letter.answers.js';
import {
  DispatchLetterBody,
  IssueLetterBody,
  LetterBody,
  LetterDeliveredBody,
  LetterReturnedBody,
} from './letter.bodies.js';
import { LetterOutboxIsThere } from './letter-shelf.js';
import { LetterDesk, type Prepared } from './letter-desk.js';
import { inEveryForm } from './shown.js';

/** The letters of a case: seen as they will be sent, issued, and sent as often as it takes. */
@ApiTags('letters')
@Roles('CASEWORKER')
@Opens('case')
@Controller('v1/cases/:caseId/letters')
export class LettersController {
  constructor(
    private readonly desk: LetterDesk,
    private readonly issued: IssuedLetters,
    private readonly steps: CaseSteps,
    @Inject(LetterOutboxIsThere) private readonly hasOutbox: boolean,
  ) {}

  @Post('preview')
  @LookRoute({
    summary: 'The letter as it would be issued now',
    description: 'Nothing is recorded. What is still missing is named, and the letter shown with gaps.',
    answer: previewAnswer,
  })
  async preview(
    @InExchange() { request }: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(LetterBody) body: LetterBody,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return shown(await this.desk.prepare(request, caseId, body, query));
  }

  @Post()
  @CommandRoute({
    summary: 'A letter is issued: from then on it is what it is',
    description:
      'The very bytes that were previewed are kept as an outgoing document of the case. A letter that lacks what it must say is refused, and so is one that would be another than was seen.',
    answer: IssuedLetterAnswer,
  })
  issue(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(IssueLetterBody) body: IssueLetterBody,
  ) {
    return this.issued.issue(exchange, caseId, body);
  }

  @Post(':letterId/dispatch')
  @CommandRoute({
    summary: 'The letter went out',
    description:
      'One with an answer is that the decision was notified. A letter that came back may be sent again.',
    answer: LetterDispatchAnswer,
  })
  dispatch(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('letterId') letterId: string,
    @ValidBody(DispatchLetterBody) body: DispatchLetterBody,
  ) {
    if (body.throughOutbox === true && !this.hasOutbox) throw new Problem('no-outbox');
    return this.steps.begin(exchange, 'LetterDispatched', { caseId, letterId, ...fieldsOf(body) });
  }

  @Post(':letterId/dispatch/:dispatchId/delivery')
  @CommandRoute({ summary: 'The letter reached its receiver', answer: CaseAnswer })
  delivered(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('letterId') letterId: string,
    @Id('dispatchId') dispatchId: string,
    @ValidBody(LetterDeliveredBody) body: LetterDeliveredBody,
  ) {
    return this.steps.record(exchange, 'LetterDelivered', {
      caseId,
      letterId,
      dispatchId,
      ...fieldsOf(body),
    });
  }

  @Post(':letterId/dispatch/:dispatchId/return')
  @CommandRoute({ summary: 'The letter came back', answer: CaseAnswer })
  returned(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @Id('letterId') letterId: string,
    @Id('dispatchId') dispatchId: string,
    @ValidBody(LetterReturnedBody) body: LetterReturnedBody,
  ) {
    return this.steps.record(exchange, 'LetterReturned', { caseId, letterId, dispatchId, ...fieldsOf(body) });
  }
}

const shown = ({ digest, missing, checklist, ...printed }: Prepared) => ({
  digest,
  ...inEveryForm(printed),
  missing,
  checklist,
});
