import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

export class HearingBody extends bodyOf(caseEvents.declared.ChildHeard, {
  mode: plain,
  heardById: says('Who talked with the child'),
  childView: says('What the child said; absent where the child did not want to say anything'),
  weight: says('What became of it in the case'),
  heardOn: todayUnlessTold,
}) {}

/** A child or a young person is heard in its own case (barnelova § 31). */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/hearings')
export class HearingsController {
  constructor(private readonly steps: CaseSteps) {}

  @Post()
  @CommandRoute({
    summary: 'The child whose case it is was heard',
    description: 'Until then the case of a child of an age to be heard has the open point CHILD_NOT_HEARD.',
    answer: CaseAnswer,
  })
  hear(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(HearingBody) body: HearingBody,
  ) {
    return this.steps.record(exchange, 'ChildHeard', { caseId, ...fieldsOf(body) });
  }
}
