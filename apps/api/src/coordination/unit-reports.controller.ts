import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  coordinationEvents,
  type CoordinatorKind,
  coordinatorKinds,
  discrepancies,
  type Discrepancy,
  reportedUnits,
  wishesFollowed,
} from '#coordination';
import { RecordCoordinationStepCommand, type ToldStep } from '#coordination/application/index';
import { type CommandContext, CommandRunner } from '#event-sourcing';
import { leaderOf } from '#municipality';
import { standingIn } from '../auth/login.js';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { ofList } from '../validation/codes.js';
import { CodeOf, Flag, LocalDate, OpaqueId, OptionalField, PersonalText } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { leads } from './concerned.js';

const { PlanReportedByUnit, UnitReportCompleted, UnitReportConfirmed, UnitReportWithdrawn } =
  coordinationEvents.declared;

export class ReportOfUnitBody extends bodyOf(PlanReportedByUnit, {
  unit: usual('The own unit of a unit leader unless told'),
  leaderId: says('Who answers for it; unless told, the unit leader who reports, else whoever leads the unit'),
  coordinatorId: says('Missing unless told, and named so; needed where there is no plan'),
  begunOn: says('Since when there is the plan, or the coordinator'),
  consentGivenOn: says('When the person consented. Until the consent itself is recorded, it is unseen'),
  answeredOn: says('When the person got a written answer'),
  remark: plain,
  reportedOn: todayUnlessTold,
}) {
  @OpaqueId('The owner of the plan')
  subjectId!: string;

  @OptionalField()
  @Flag('False of somebody who coordinates without a plan; true unless told')
  hasPlan?: boolean;
}

export class CompleteReportBody extends bodyOf(UnitReportCompleted, {
  leaderId: plain,
  coordinatorId: plain,
  begunOn: plain,
  consentGivenOn: plain,
  answeredOn: says('Of a report that was confirmed, this alone'),
  remark: plain,
  completedOn: todayUnlessTold,
}) {}

export class ConfirmReportBody extends bodyOf(UnitReportConfirmed, {
  planId: says('The plan that the register has already and that is meant; else one begins'),
  appointmentId: usual('The coordinator whom the register has already; else the one who was reported begins'),
  confirmedOn: todayUnlessTold,
}) {
  @OptionalField()
  @LocalDate('From when the plan is the register’s; as reported unless told. A consent holds on that day')
  startedOn?: string;

  @OptionalField()
  @LocalDate('The same of the coordinator')
  validFrom?: string;

  @OptionalField()
  @Flag('Whether the person took part in the plan; false unless told')
  withSubject?: boolean;

  @OptionalField()
  @CodeOf(coordinatorKinds, 'ORDINARY unless told')
  kind?: CoordinatorKind;

  @OptionalField()
  @CodeOf(wishesFollowed, 'NO_WISH unless told')
  wishFollowed?: (typeof wishesFollowed.codes)[number];

  @OptionalField()
  @PersonalText(4000, { lines: true, description: 'Why, where the wish was not followed' })
  reason?: string;
}

export class WithdrawReportBody extends bodyOf(UnitReportWithdrawn, {
  reasonCode: plain,
  reason: plain,
  withdrawnOn: todayUnlessTold,
}) {}

export class ReportAnswer extends CommandAnswer {
  @ApiProperty()
  reportId!: string;
}
export class ReportedAnswer extends ReportAnswer {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...discrepancies.codes], ...ofList(discrepancies) },
    description: 'What does not fit, and stays until it is cleared',
  })
  discrepancies!: readonly Discrepancy[];
}
export class ConfirmedAnswer extends ReportAnswer {
  @ApiProperty()
  confirmationId!: string;

  @ApiProperty({ required: false })
  planId?: string;

  @ApiProperty()
  appointmentId!: string;
}

type Reporting = 'PlanReportedByUnit' | 'CoordinatorReportedByUnit' | 'UnitReportCompleted';
interface OfReport {
  readonly subjectId: string;
  readonly reportId: string;
}

/** What a unit has of its own, reported by its leader or typed in for one (S9): recorded whatever does not fit, one person a request. */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER', 'UNIT_LEADER')
@Controller('v1')
export class UnitReportsController {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  @Post('unit-reports')
  @CommandRoute({
    summary: 'A unit reports a plan of its own, with owner and coordinator',
    description:
      'Never refused for what does not fit: that is answered by name, and stays until it is cleared. Several persons are several requests.',
    answer: ReportedAnswer,
  })
  async report(@InExchange() exchange: Exchange, @ValidBody(ReportOfUnitBody) body: ReportOfUnitBody) {
    const { request } = exchange;
    const context = await this.commands.contextOf(request);
    const { hasPlan = true, ...told } = fieldsOf(body);
    const unit = told.unit ?? standingIn(request.login, context.municipality).units[0];
    if (unit === undefined) throw notFound();
    const isOwn = await this.#leads(exchange, context, [unit]);
    const day = told.reportedOn ?? context.today;
    const own = isOwn ? context.actor.partyId : undefined;
    const leaderId =
      told.leaderId ?? own ?? (await leaderOf(this.runner, context.municipality, unit, day)).answer;
    const said = { ...told, unit, leaderId };
    const { coordinatorId } = said;
    if (hasPlan || coordinatorId === undefined) {
      return this.#say(exchange, context, 'PlanReportedByUnit', said);
    }
    return this.#say(exchange, context, 'CoordinatorReportedByUnit', { ...said, coordinatorId });
  }

  @Post('subjects/:subjectId/unit-reports/:reportId/completion')
  @CommandRoute({ summary: 'What a unit’s report lacked is told', answer: ReportedAnswer })
  async complete(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('reportId') reportId: string,
    @ValidBody(CompleteReportBody) body: CompleteReportBody,
  ) {
    const context = await this.#concerning(exchange, { subjectId, reportId });
    return this.#say(exchange, context, 'UnitReportCompleted', { subjectId, reportId, ...fieldsOf(body) });
  }

  @Post('subjects/:subjectId/unit-reports/:reportId/confirmation')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({
    summary: 'The coordinating unit confirms what a unit reported',
    description:
      'What the register has not begins with it, by the rules for whatever the unit decides: with consent, one plan and one coordinator at a time.',
    answer: ConfirmedAnswer,
  })
  async confirm(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('reportId') reportId: string,
    @ValidBody(ConfirmReportBody) body: ConfirmReportBody,
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const told = { subjectId, reportId, ...fieldsOf(body) };
    const command = new RecordCoordinationStepCommand('UnitReportConfirmed', told, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  @Post('subjects/:subjectId/unit-reports/:reportId/withdrawal')
  @CommandRoute({ summary: 'A unit’s report is taken back', answer: ReportAnswer })
  async withdraw(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('reportId') reportId: string,
    @ValidBody(WithdrawReportBody) body: WithdrawReportBody,
  ) {
    const context = await this.#concerning(exchange, { subjectId, reportId });
    const told = { subjectId, reportId, ...fieldsOf(body) };
    const command = new RecordCoordinationStepCommand('UnitReportWithdrawn', told, context);
    return this.commands.answer(exchange, await this.commands.send(command));
  }

  /** With what does not fit, as it was recorded: the same for a repeat. */
  async #say<Type extends Reporting>(
    exchange: Exchange,
    context: CommandContext,
    step: Type,
    told: ToldStep<Type>,
  ) {
    const done = await this.commands.send(new RecordCoordinationStepCommand(step, told, context));
    const found = done.receipt.events.at(-1)?.data['discrepancies'] as readonly Discrepancy[] | undefined;
    return { ...this.commands.answer(exchange, done), discrepancies: found ?? [] };
  }

  /** Whoever works for the coordinating unit, and the leader of the unit that reported. */
  async #concerning(exchange: Exchange, { subjectId, reportId }: OfReport): Promise<CommandContext> {
    const context = await this.commands.contextOf(exchange.request);
    const reported = await reportedUnits(this.runner, context.municipality, subjectId, reportId);
    await this.#leads(exchange, context, reported);
    return context;
  }

  /** Whether one of these units is led by whoever asks, who else works for the coordinating unit, or is told of nothing. */
  async #leads(
    { request }: Exchange,
    context: CommandContext,
    reported: readonly string[],
  ): Promise<boolean> {
    const isLeader = request.roles.includes('UNIT_LEADER');
    const asked = isLeader ? reported.map((unit) => leads(this.runner, request, context, unit)) : [];
    const isOwn = (await Promise.all(asked)).includes(true);
    if (!isOwn && !request.roles.some((role) => role !== 'UNIT_LEADER')) throw notFound();
    return isOwn;
  }
}
