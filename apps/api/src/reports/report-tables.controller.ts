import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRunner } from '#event-sourcing';
import { cutOf } from '#reporting';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, flag } from '../reading/shape.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { BehindCells, behindShape, CellOfFigure } from './behind-cells.js';
import { reportNamed, ReportTelling } from './report-telling.js';
import { toldShape } from './told-shapes.js';

export class BehindReportQuery extends ReadQuery {
  @CellOfFigure()
  cell!: string;
}
const { themes, ...aboutNumbers } = toldShape;

/** A report's numbers in words, and who is behind them. */
@ApiTags('reports')
@Reads('statistics')
@Controller('v1/reports/:reportId')
export class ReportTablesController {
  constructor(
    private readonly telling: ReportTelling,
    private readonly behindCells: BehindCells,
    private readonly runner: CommandRunner,
  ) {}

  @Get('tables')
  @ReadRoute(
    'The numbers of a report in words: the unit’s own, and what the forum is told',
    answer({ ...aboutNumbers, isFrozen: flag(), unit: themes, forum: themes }),
    404,
  )
  async tables(
    @InExchange() { request }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const told = await this.telling.of(request, query, reportId);
    const { figures, recordedAt, isFrozen, unit, forum, currentTo } = told;
    const { statusOn, rules } = figures;
    return { statusOn, rules, recordedAt, isFrozen, unit, forum, currentTo };
  }

  @Get('behind')
  @ReadRoute('Who is behind a number of a report', answer(behindShape), 404)
  behind(
    @InExchange() { request }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(BehindReportQuery) query: BehindReportQuery,
  ) {
    return this.behindCells.of(request, query, async (_, tenant) => {
      const { report } = await reportNamed(this.runner, tenant, reportId);
      return { period: { from: report.from, to: report.to }, until: { cut: cutOf(report) } };
    });
  }
}
