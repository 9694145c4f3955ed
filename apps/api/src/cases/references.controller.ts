import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, oneLine, plain, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer, NumberedCaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { CaseNumberGiven, OutsideReferenceAdded } = caseEvents.declared;

export class GiveNumberBody extends bodyOf(CaseNumberGiven, { givenOn: todayUnlessTold }) {}

export class AddReferenceBody extends bodyOf(OutsideReferenceAdded, {
  system: plain,
  systemName: { says: 'What it is called; needed of OTHER', isLine: true },
  reference: oneLine,
  addedOn: todayUnlessTold,
}) {}

/** What a case is known by, here and elsewhere. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId')
export class ReferencesController {
  constructor(private readonly steps: CaseSteps) {}

  @Post('number')
  @CommandRoute({
    summary: 'Gives a number to a case that was opened before cases had numbers',
    description:
      'Every case that is opened gets one by itself. It is the next of the municipality’s series of this year, and never changes.',
    answer: NumberedCaseAnswer,
  })
  giveNumber(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(GiveNumberBody) body: GiveNumberBody,
  ) {
    return this.steps.record(exchange, 'CaseNumberGiven', { caseId, ...fieldsOf(body) });
  }

  @Post('references')
  @CommandRoute({
    summary: 'The case is known in another system too',
    description:
      'Its reference there is kept as personal data are: nobody knows what another system puts in it.',
    answer: CaseAnswer,
  })
  addReference(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AddReferenceBody) body: AddReferenceBody,
  ) {
    return this.steps.record(exchange, 'OutsideReferenceAdded', { caseId, ...fieldsOf(body) });
  }
}
