import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

export class AssignCaseworkerBody extends bodyOf(caseEvents.declared.CaseworkerAssigned, {
  caseworkerId: says('The party whose case it is from that day on'),
  assignedOn: todayUnlessTold,
  standsIn: usual('Whether only in place of another; false unless told'),
}) {}

export class DisqualifyBody extends bodyOf(caseEvents.declared.CaseworkerDisqualified, {
  disqualifiedId: usual('Who is disqualified; whoever is logged in unless told'),
  reason: plain,
  disqualifiedOn: todayUnlessTold,
}) {}

/** Whose case it is. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId')
export class CaseworkerController {
  constructor(private readonly steps: CaseSteps) {}

  @Post('caseworkers')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({
    summary: 'The case is given to a caseworker, or handed over',
    description: 'The one of the latest day has it. Whoever has it already is recorded no second time.',
    answer: CaseAnswer,
  })
  assign(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AssignCaseworkerBody) body: AssignCaseworkerBody,
  ) {
    return this.steps.record(exchange, 'CaseworkerAssigned', { caseId, standsIn: false, ...fieldsOf(body) });
  }

  @Post('disqualifications')
  @CommandRoute({
    summary: 'Somebody is disqualified in the case (fvl § 6)',
    description:
      'That one neither prepares nor decides it any more; a case whose caseworker it was waits for another.',
    answer: CaseAnswer,
  })
  disqualify(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(DisqualifyBody) body: DisqualifyBody,
  ) {
    return this.steps.record(exchange, 'CaseworkerDisqualified', ({ actor }) => ({
      caseId,
      disqualifiedId: actor.partyId,
      ...fieldsOf(body),
    }));
  }
}
