import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reportsOf, reportStream } from '#reporting';
import {
  CloseReportPeriodCommand,
  FreezeReportFiguresCommand,
  RecordReportStepCommand,
  type ReportStepType,
  type ToldReportStep,
} from '#reporting/application/index';
import { CommandRunner } from '#event-sourcing';
import type { ApiRequest } from '../auth/authenticate.js';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import { Names } from '../reading/names.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { answer, list, oneOf, page } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import {
  ActionAnswer,
  AgreeActionBody,
  ApproveReportBody,
  CloseReportPeriodBody,
  CompleteActionBody,
  FreezeFiguresBody,
  ReportAnswer,
  SubmitReportBody,
  WriteSectionBody,
} from './report.bodies.js';
import { actionShape, reportShape, shownReport } from './report-shapes.js';

type ShownReport = ReturnType<typeof shownReport>;

/** Reports to the leadership forum (H11, S4): figures that stay as they were frozen, what the unit writes, and what the forum answers. */
@ApiTags('reports')
@Reads('statistics')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly commands: Commands,
    private readonly named: Reading,
    private readonly runner: CommandRunner,
    private readonly trails: RecordTrails,
  ) {}

  @Get()
  @ReadRoute('Every report, the oldest first', answer({ reports: list(reportShape) }))
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found: reports, currentTo } = await this.shown(request, query, (all) => all);
    return { reports, currentTo };
  }

  /** Some of the reports, or of what is in them, with the names of those who see to something. */
  private shown<T>(
    request: ApiRequest,
    { readAfter }: ReadQuery,
    chosen: (all: readonly ShownReport[]) => T,
  ) {
    return this.named.answer(request, {
      readAfter,
      models: ['people'],
      purpose: 'ADMINISTRATION',
      ask: async (asked) => {
        const all = await reportsOf(this.runner, tenantOf(request));
        const owners = all.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId));
        const names = await Names.of(asked, owners);
        return chosen(all.map((one) => shownReport(one, names)));
      },
      subjectIds: () => [],
    });
  }

  @Get('audit-trail')
  @ReadRoute(
    'The history of the reports',
    page({ language: oneOf(['nb', 'nn']), entries: entriesShape }),
    404,
  )
  trail(@InExchange() exchange: Exchange, @ValidQuery(PlainTrailQuery) query: PlainTrailQuery) {
    const tenant = tenantOf(exchange.request);
    return this.trails.page(exchange, tenant, query, {
      models: [],
      streamFor: () => reportStream(tenant),
    });
  }

  @Get(':reportId')
  @ReadRoute(
    'A report, and what the forum asked for in those before that is not done',
    answer({ report: reportShape, openActions: list(actionShape) }),
    404,
  )
  async one(
    @InExchange() { request }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { found, currentTo } = await this.shown(request, query, (all) => {
      const at = all.findIndex((one) => one.reportId === reportId);
      const report = all[at];
      if (!report) throw notFound();
      const openActions = all
        .slice(0, at)
        .flatMap(({ actions }) => actions.filter(({ doneOn }) => doneOn === null));
      return { report, openActions };
    });
    return { ...found, currentTo };
  }

  @Post()
  @RolesHere('LEADER')
  @CommandRoute({
    summary: 'A report of a period is begun',
    description: 'It is counted from what is recorded by now, whatever is recorded later.',
    answer: ReportAnswer,
  })
  close(@InExchange() exchange: Exchange, @ValidBody(CloseReportPeriodBody) body: CloseReportPeriodBody) {
    return this.commands.begin(exchange, (context) => new CloseReportPeriodCommand(fieldsOf(body), context));
  }

  @Post(':reportId/figures')
  @RolesHere('LEADER')
  @CommandRoute({ summary: 'The figures of a report are frozen', answer: ReportAnswer })
  freeze(
    @InExchange() exchange: Exchange,
    @Id('reportId') reportId: string,
    @ValidBody(FreezeFiguresBody) body: FreezeFiguresBody,
  ) {
    const told = { reportId, ...fieldsOf(body) };
    return this.commands.run(exchange, (context) => new FreezeReportFiguresCommand(told, context));
  }

  @Post(':reportId/sections')
  @RolesHere('LEADER')
  @CommandRoute({ summary: 'A section of a report is written, or written anew', answer: ReportAnswer })
  write(
    @InExchange() exchange: Exchange,
    @Id('reportId') reportId: string,
    @ValidBody(WriteSectionBody) body: WriteSectionBody,
  ) {
    return this.record(exchange, 'ReportSectionWritten', { reportId, ...fieldsOf(body) });
  }

  @Post(':reportId/approval')
  @RolesHere('LEADER')
  @CommandRoute({ summary: 'A report is approved, and stays as it is', answer: ReportAnswer })
  approve(
    @InExchange() exchange: Exchange,
    @Id('reportId') reportId: string,
    @ValidBody(ApproveReportBody) body: ApproveReportBody,
  ) {
    return this.record(exchange, 'ReportApproved', { reportId, ...fieldsOf(body) });
  }

  @Post(':reportId/submission')
  @RolesHere('LEADER')
  @CommandRoute({ summary: 'A report was submitted to the forum', answer: ReportAnswer })
  submit(
    @InExchange() exchange: Exchange,
    @Id('reportId') reportId: string,
    @ValidBody(SubmitReportBody) body: SubmitReportBody,
  ) {
    return this.record(exchange, 'ReportSubmitted', { reportId, ...fieldsOf(body) });
  }

  @Post(':reportId/actions')
  @RolesHere('LEADER')
  @CommandRoute({
    summary: 'The forum asked for something: who sees to it, and by when',
    answer: ActionAnswer,
  })
  agree(
    @InExchange() exchange: Exchange,
    @Id('reportId') reportId: string,
    @ValidBody(AgreeActionBody) body: AgreeActionBody,
  ) {
    return this.record(exchange, 'ReportActionAgreed', { reportId, ...fieldsOf(body) });
  }

  @Post('actions/:actionId/completion')
  @RolesHere('LEADER')
  @CommandRoute({ summary: 'What the forum asked for is done', answer: ActionAnswer })
  complete(
    @InExchange() exchange: Exchange,
    @Id('actionId') actionId: string,
    @ValidBody(CompleteActionBody) body: CompleteActionBody,
  ) {
    return this.record(exchange, 'ReportActionDone', { actionId, ...fieldsOf(body) });
  }

  private record<Type extends ReportStepType>(exchange: Exchange, step: Type, told: ToldReportStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordReportStepCommand(step, told, context));
  }
}
