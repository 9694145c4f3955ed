import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { caseEvents } from '#casework';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { CaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';

const { AssistedApplicationWritten, InformationGiven, PreliminaryReplySent } = caseEvents.declared;

/** What somebody said, written down with them. */
export class AssistedApplicationBody extends bodyOf(AssistedApplicationWritten, {
  helperId: usual('Who helped, a party; whoever records it unless told'),
  saidBy: usual('Whose words they are; the person’s own unless told'),
  saidById: says('Who that is, a party'),
  saidOn: usual('The day on which it was said; the day on which it was written down unless told'),
  writtenOn: todayUnlessTold,
  signed: usual('Whether it is signed; false unless told, and then open on the case'),
  text: says('The application as it was written down'),
  documentDigest: plain,
}) {}

export class GiveInformationBody extends bodyOf(InformationGiven, {
  topics: { says: 'What they were told of', min: 1 },
  recipients: { says: 'To whom it was told', min: 1 },
  recipientId: says('Somebody of them by name, a party'),
  ways: { says: 'In which ways', min: 1 },
  informerId: says('Who told them, a party'),
  givenOn: todayUnlessTold,
  note: plain,
}) {}

export class PreliminaryReplyBody extends bodyOf(PreliminaryReplySent, {
  recipients: { says: 'To whom it went', min: 1 },
  channel: plain,
  reasonCode: says('Why it takes time'),
  reason: says('The same in words'),
  expectedOn: says(
    'When the answer is to come: named in time, it is the day by which the case is to be decided',
  ),
  sentOn: todayUnlessTold,
}) {}

/** What the unit owes whoever turns to it: help with applying, and information. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases/:caseId')
export class AssistanceController {
  constructor(private readonly steps: CaseSteps) {}

  @Post('application/assisted')
  @CommandRoute({
    summary: 'An application by word of mouth is written down with the person',
    description:
      'It is the written application of the case from then on. Where it is not signed at once, the signature stands open until it comes.',
    answer: CaseAnswer,
  })
  writeDown(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AssistedApplicationBody) body: AssistedApplicationBody,
  ) {
    return this.steps.record(exchange, 'AssistedApplicationWritten', ({ actor, today }) => {
      const { writtenOn = today, saidOn = writtenOn, ...said } = fieldsOf(body);
      const usually = { helperId: actor.partyId, saidBy: 'SUBJECT', signed: false } as const;
      return { caseId, ...usually, ...said, saidOn, writtenOn };
    });
  }

  @Post('information')
  @CommandRoute({
    summary: 'People were informed of their rights',
    description: 'What of, to whom, in which ways and on which day; it may be older than the case.',
    answer: CaseAnswer,
  })
  inform(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(GiveInformationBody) body: GiveInformationBody,
  ) {
    return this.steps.record(exchange, 'InformationGiven', { caseId, ...fieldsOf(body) });
  }

  @Post('preliminary-replies')
  @CommandRoute({
    summary: 'Whoever turned to the unit was told that the answer takes time',
    description: 'Why, and as far as possible when it comes (fvl § 11 a).',
    answer: CaseAnswer,
  })
  replyFirst(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(PreliminaryReplyBody) body: PreliminaryReplyBody,
  ) {
    return this.steps.record(exchange, 'PreliminaryReplySent', { caseId, ...fieldsOf(body) });
  }
}
