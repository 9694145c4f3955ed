import { Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { coordinationEvents, coordinatorsMeant, reportedUnits } from '#coordination';
import { RecordCoordinationStepCommand, type ToldStep } from '#coordination/application/index';
import { CommandRunner } from '#event-sourcing';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody } from '../validation/pipes.js';
import { isConcerned } from './concerned.js';

const { PlanClosureReportedToKe, MemberDepartureReportedToKe } = coordinationEvents.declared;

const whoTells = {
  reportedById: says('Who tells it, where that is another than who writes it down'),
  unit: says('The unit that tells it'),
  reportedOn: todayUnlessTold,
};

export class ReportClosureBody extends bodyOf(PlanClosureReportedToKe, {
  planId: says('The plan that has ended; or'),
  reportId: says('the report of a plan that nobody has confirmed'),
  closedOn: plain,
  reasonCode: plain,
  reason: plain,
  personAgrees: says('Whether the person agrees, by what they say'),
  ...whoTells,
}) {}

export class ReportDepartureBody extends bodyOf(MemberDepartureReportedToKe, {
  memberId: says('The member of the group who left; or'),
  appointmentId: says('the coordinator who does no more'),
  leftOn: plain,
  reasonCode: plain,
  reason: plain,
  ...whoTells,
}) {}

export class ClosureReportedAnswer extends CommandAnswer {
  @ApiProperty()
  closureReportId!: string;
}
export class DepartureReportedAnswer extends CommandAnswer {
  @ApiProperty()
  departureReportId!: string;
}

type Telling = 'PlanClosureReportedToKe' | 'MemberDepartureReportedToKe';

/** What leaders and coordinators tell the coordinating unit of ends (S10): it is what they say, until the unit has recorded it. */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR', 'UNIT_LEADER')
@Controller('v1/subjects/:subjectId')
export class EndReportsController {
  constructor(
    private readonly commands: Commands,
    private readonly runner: CommandRunner,
  ) {}

  @Post('plan-closure-reports')
  @CommandRoute({ summary: 'A plan is reported to have ended', answer: ClosureReportedAnswer })
  closure(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReportClosureBody) body: ReportClosureBody,
  ) {
    return this.#tell(exchange, 'PlanClosureReportedToKe', { subjectId, ...fieldsOf(body) });
  }

  @Post('departure-reports')
  @CommandRoute({
    summary: 'A member of the group, or a coordinator, is reported to have left',
    answer: DepartureReportedAnswer,
  })
  departure(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidBody(ReportDepartureBody) body: ReportDepartureBody,
  ) {
    return this.#tell(exchange, 'MemberDepartureReportedToKe', { subjectId, ...fieldsOf(body) });
  }

  async #tell<Type extends Telling>(
    exchange: Exchange,
    step: Type,
    told: ToldStep<Type> & { readonly subjectId: string },
  ) {
    const context = await this.commands.contextOf(exchange.request);
    const { municipality, today } = context;
    const those = await coordinatorsMeant(this.runner, municipality, told.subjectId, { on: today });
    const reported = await reportedUnits(this.runner, municipality, told.subjectId);
    const isTheirs = await isConcerned(this.runner, exchange.request, context, those, reported);
    if (!isTheirs) throw notFound();
    const done = await this.commands.send(new RecordCoordinationStepCommand(step, told, context));
    return this.commands.answer(exchange, done);
  }
}
