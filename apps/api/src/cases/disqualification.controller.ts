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

export class DisqualifyBody extends bodyOf(caseEvents.declared.DisqualificationRecorded, {
  partyId: says('Who does not deal with the case, a party'),
  groundCode: says('On what ground (fvl § 6)'),
  reason: plain,
  foundOn: todayUnlessTold,
}) {}

/** Who does not deal with a case. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId/disqualifications')
export class DisqualificationController {
  constructor(private readonly steps: CaseSteps) {}

  @Post()
  @CommandRoute({
    summary: 'Somebody does not deal with this case, and why',
    description:
      'They neither map, recommend nor decide in it, and do not have it. What they did before stands. Nor does who is a guardian, parent or next of kin of the person.',
    answer: CaseAnswer,
  })
  disqualify(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(DisqualifyBody) body: DisqualifyBody,
  ) {
    return this.steps.record(exchange, 'DisqualificationRecorded', { caseId, ...fieldsOf(body) });
  }
}
