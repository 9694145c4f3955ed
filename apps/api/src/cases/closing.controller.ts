import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { CloseCaseCommand } from '#casework/application/index';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { CaseClosed, CaseReopened } = caseEvents.declared;

export class CloseCaseBody extends bodyOf(CaseClosed, {
  closedOn: todayUnlessTold,
  reasonCode: says('Why the case is over'),
  reason: plain,
  personAgrees: says(
    'Whether the person agrees that the need has ceased: what was granted does not end against the person’s will by closing the case',
  ),
}) {}

export class ReopenCaseBody extends bodyOf(CaseReopened, {
  reopenedOn: todayUnlessTold,
  reason: says('Why the case goes on'),
}) {}

export class ClosedCaseAnswer extends CaseAnswer {
  @ApiProperty({
    type: [String],
    description:
      'Appointments, plans and members of the person that did not end with the case: somebody may have to end them',
  })
  goesOn!: string[];
}

/** The end of a case, at whatever stage. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId')
export class ClosingController {
  constructor(
    private readonly steps: CaseSteps,
    private readonly commands: Commands,
  ) {}

  @Post('closing')
  @CommandRoute({
    summary: 'The case is closed',
    description:
      'At every stage, for every reason. What goes on for the person is named and not ended. What happened until that day can still be recorded.',
    answer: ClosedCaseAnswer,
  })
  close(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CloseCaseBody) body: CloseCaseBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new CloseCaseCommand({ caseId, ...fieldsOf(body) }, context),
    );
  }

  @Post('reopening')
  @CommandRoute({ summary: 'A closed case goes on where it was', answer: CaseAnswer })
  reopen(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(ReopenCaseBody) body: ReopenCaseBody,
  ) {
    return this.steps.record(exchange, 'CaseReopened', { caseId, ...fieldsOf(body) });
  }
}
