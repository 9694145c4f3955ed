import { Controller, Post } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { caseEvents, subjectWishes } from '#casework';
import { partOf } from '#event-sourcing';
import { openings } from '#projections/case-overview/labels';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { CodeOf, LocalDate, OpaqueId } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody, ValidBodyBy } from '../validation/pipes.js';
import { CaseAnswer, OpenedCaseAnswer } from './case.answer.js';
import { CaseSteps } from './case-steps.js';
import { OpenCases } from './open-cases.js';

const { NeedNotified, NeedAnswered, ApplicationReceived, ApplicationCompleted, ApplicationWithdrawn } =
  caseEvents.declared;

/** An application as it came in. Missing signature, consent or identity number does not keep it from being received. */
export class ApplicationBody extends bodyOf(ApplicationReceived, {
  items: { says: 'What is applied for', min: 1 },
  receivedOn: says('The day it reached the municipality; only a correction changes it'),
  channel: plain,
  written: usual('Whether it is in writing; unless told, it follows from the channel'),
  signed: usual('Whether it is signed; false unless told, and then open on the case'),
  applicantRole: usual('Who applies; the person themself unless told'),
  applicantId: says('Who applies for the person, a party'),
  applicantUnit: says('The unit that applies, or in which the applicant works'),
  documentDigest: plain,
  wish: says('What the person wishes, in their own words'),
  consentScopes: {
    says: 'What the form’s consent statement covers: a consent of the person, once the form is signed',
    min: 1,
  },
  consentGivenBy: says('Who gave it; the applicant unless told'),
  consentGivenById: says('Who that is, a party'),
  consentGivenOn: says('When; the day of receipt unless told'),
}) {}

export class OpenCaseWithApplicationBody extends ApplicationBody {
  @CodeOf(partOf(openings, 'APPLICATION'))
  opening!: 'APPLICATION';

  @OpaqueId()
  subjectId!: string;
}

/** A need that somebody told the unit of, before any application. */
export class OpenCaseWithNeedBody extends bodyOf(NeedNotified, {
  channel: plain,
  notifierRole: usual('Who told the unit; an employee unless told'),
  notifierUnit: says('The unit that the notifier works in'),
  notifierId: says('Who told, or the body that did, a party'),
  informedOn: says('When the person was told of the right'),
  subjectWishes: usual('Whether the person wants it; NOT_ASKED unless told'),
  need: says('The need; kept only where the person wants it followed up'),
  messageReference: {
    says: 'Of an electronic message: its id in the system that it came from. One message opens one case: told again, this answers with that one',
    isLine: true,
  },
}) {
  @CodeOf(partOf(openings, 'NEED'))
  opening!: 'NEED';

  @OpaqueId()
  subjectId!: string;

  @LocalDate('The day the unit was told')
  receivedOn!: string;
}

/** What the person said to a need that was told. */
export class AnswerNeedBody extends bodyOf(NeedAnswered, {
  answeredOn: todayUnlessTold,
  answeredBy: usual('Who answered; the person themself unless told'),
  channel: plain,
  answer: says('What was said'),
  need: says('What the need is; kept from a yes on'),
}) {
  @CodeOf(partOf(subjectWishes, 'YES', 'NO'), 'Whether the person wants the need followed up')
  subjectWishes!: 'YES' | 'NO';
}

/** What the application lacked when it arrived. */
export class CompleteApplicationBody extends bodyOf(ApplicationCompleted, {
  what: { says: 'What came', min: 1 },
  completedOn: usual('The day it came; today unless told'),
  documentDigest: plain,
}) {}

export class WithdrawApplicationBody extends bodyOf(ApplicationWithdrawn, {
  withdrawnOn: todayUnlessTold,
  withdrawnBy: plain,
  withdrawnById: says('Who that is, a party'),
  reason: plain,
}) {}

const inWriting: ReadonlySet<string> = new Set(['FORM', 'LETTER', 'EMAIL', 'DIGITAL_POST']);
/** The application as the case records it; what was not said stands as open rather than as done. */
const applicationSaid = ({ ...body }: ApplicationBody) => {
  const said = {
    written: inWriting.has(body.channel),
    signed: false,
    applicantRole: 'SUBJECT',
    ...body,
  } as const;
  if (body.consentScopes === undefined) return said;
  const { applicantRole, applicantId, receivedOn } = said;
  const giver = applicantRole === 'EMPLOYEE' ? {} : { consentGivenBy: applicantRole };
  const isNamed = applicantRole !== 'EMPLOYEE' && applicantRole !== 'SUBJECT' && applicantId !== undefined;
  const named = isNamed && body.consentGivenBy === undefined ? { consentGivenById: applicantId } : {};
  return { ...giver, ...named, consentGivenOn: receivedOn, ...said };
};

/** A case from its opening to its application, or to its end without a decision. */
@ApiTags('cases')
@Roles('CASEWORKER')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly steps: CaseSteps,
    private readonly openCases: OpenCases,
  ) {}

  @Post()
  @RolesHere('CASEWORKER', 'SERVICE_OFFICE')
  @CommandRoute({
    summary: 'Opens a case with an application or a reported need',
    description:
      'Open cases of the same person and something of the same are named, so that an application joins the need that it belongs to. Equal ones at the same time are one.',
    answer: OpenedCaseAnswer,
  })
  @ApiExtraModels(OpenCaseWithApplicationBody, OpenCaseWithNeedBody)
  @ApiBody({
    schema: {
      oneOf: [
        { $ref: getSchemaPath(OpenCaseWithApplicationBody) },
        { $ref: getSchemaPath(OpenCaseWithNeedBody) },
      ],
      discriminator: {
        propertyName: 'opening',
        mapping: {
          APPLICATION: getSchemaPath(OpenCaseWithApplicationBody),
          NEED: getSchemaPath(OpenCaseWithNeedBody),
        },
      },
    },
  })
  async open(
    @InExchange() exchange: Exchange,
    @ValidBodyBy('opening', { APPLICATION: OpenCaseWithApplicationBody, NEED: OpenCaseWithNeedBody })
    body: OpenCaseWithApplicationBody | OpenCaseWithNeedBody,
  ) {
    const answer = await this.opened(exchange, body);
    exchange.reply.header('Location', `/v1/cases/${answer.caseId}`);
    const { caseId, readAfter } = answer;
    const items = body.opening === 'APPLICATION' ? body.items : [];
    const about = { caseId, readAfter, items, subjectId: body.subjectId };
    const openCases = await this.openCases.beside(exchange.request, about);
    return { ...answer, ...(openCases && { openCases }) };
  }

  private opened(exchange: Exchange, body: OpenCaseWithApplicationBody | OpenCaseWithNeedBody) {
    if (body.opening === 'APPLICATION') {
      const { opening: _, subjectId, ...said } = body;
      return this.steps.begin(exchange, 'ApplicationReceived', { subjectId, ...applicationSaid(said) });
    }
    const { opening: _, receivedOn: notifiedOn, ...said } = body;
    const usually = { notifierRole: 'EMPLOYEE', subjectWishes: 'NOT_ASKED' } as const;
    return this.steps.begin(exchange, 'NeedNotified', { ...usually, ...said, notifiedOn });
  }

  @Post(':caseId/need-answers')
  @CommandRoute({
    summary: 'The person answers whether the need is to be followed up',
    description: 'As often as the person answers; the answer of the latest day counts.',
    answer: CaseAnswer,
  })
  answerNeed(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(AnswerNeedBody) body: AnswerNeedBody,
  ) {
    return this.steps.record(exchange, 'NeedAnswered', {
      caseId,
      answeredBy: 'SUBJECT',
      ...fieldsOf(body),
    });
  }

  @Post(':caseId/application')
  @CommandRoute({ summary: 'An application joins a case that a need opened', answer: CaseAnswer })
  application(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(ApplicationBody) body: ApplicationBody,
  ) {
    return this.steps.record(exchange, 'ApplicationReceived', { caseId, ...applicationSaid(body) });
  }

  @Post(':caseId/application/completion')
  @CommandRoute({
    summary: 'What the application lacked came later, such as its signature',
    answer: CaseAnswer,
  })
  completeApplication(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(CompleteApplicationBody) body: CompleteApplicationBody,
  ) {
    return this.steps.record(exchange, 'ApplicationCompleted', { caseId, ...fieldsOf(body) });
  }

  @Post(':caseId/withdrawal')
  @CommandRoute({ summary: 'The application is withdrawn', answer: CaseAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(WithdrawApplicationBody) body: WithdrawApplicationBody,
  ) {
    return this.steps.record(exchange, 'ApplicationWithdrawn', { caseId, ...fieldsOf(body) });
  }
}
