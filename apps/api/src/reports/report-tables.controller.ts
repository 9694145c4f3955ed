import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CommandRunner } from '#event-sourcing';
import { cutOf, fileLinesOf, fingerprinted, reportRefusals, rulesOf } from '#reporting';
import { Opens, Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { csvFile, xlsxFile } from '../lists/files.js';
import { WholeListQuery } from '../lists/list.query.js';
import { formatIn, mediaTypes } from '../reading/accept.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, flag, text } from '../reading/shape.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { BehindCells, behindShape, CellOfFigure } from './behind-cells.js';
import { editionPdf, editionTable } from './report-file.js';
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
    const { figures, recordedAt, isFrozen, profileChanges, unit, forum, currentTo } = told;
    const { statusOn, rules } = figures;
    return { statusOn, rules, recordedAt, isFrozen, profileChanges, unit, forum, currentTo };
  }

  @Get('edition')
  @ReadRoute(
    'What the forum is told: the canonical text, or by Accept a list as CSV or XLSX, or pages as PDF/A with charts',
    { type: 'object', additionalProperties: true },
    404,
    406,
    409,
  )
  @ApiOkResponse({
    content: {
      [mediaTypes.json]: { schema: { type: 'object', additionalProperties: true } },
      [mediaTypes.csv]: { schema: text() },
      [mediaTypes.xlsx]: { schema: { type: 'string', format: 'binary' } },
      [mediaTypes.pdf]: { schema: { type: 'string', format: 'binary' } },
    },
  })
  async edition(
    @InExchange() { request, reply }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(WholeListQuery) query: WholeListQuery,
  ) {
    const format = formatIn(request.headers.accept, ['json', 'csv', 'xlsx', 'pdf']);
    const told = await this.telling.of(request, query, reportId);
    // What goes out stays as it was: before the figures are frozen, nothing does.
    if (!told.isFrozen) throw reportRefusals.refusal('not-frozen');
    reply.header('Vary', 'Accept, Accept-Language');
    if (format === 'json') return textFile(fingerprinted(told.edition).text);
    reply.header('Content-Language', told.say.language);
    if (format === 'pdf') return pdfFile(editionPdf(told), reportId);
    const written = { table: editionTable(reportId), say: told.say };
    const pages = [fileLinesOf(told.forum)];
    return format === 'csv' ? csvFile(written, pages, query.delimiter) : xlsxFile(written, pages);
  }

  @Get('behind')
  @Opens('cases')
  @ReadRoute('Who is behind a number of a report', answer(behindShape), 404)
  behind(
    @InExchange() { request }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(BehindReportQuery) query: BehindReportQuery,
  ) {
    return this.behindCells.of(request, query, async (_, tenant) => {
      const { report } = await reportNamed(this.runner, tenant, reportId);
      const { from, to, frozen } = report;
      return { period: { from, to }, until: { cut: cutOf(report) }, by: rulesOf(frozen) };
    });
  }
}

const textFile = (text: string) => new StreamableFile(Buffer.from(text), { type: mediaTypes.json });
const pdfFile = (pdf: Buffer, reportId: string) =>
  new StreamableFile(pdf, {
    type: mediaTypes.pdf,
    disposition: `attachment; filename="rapport-${reportId.slice(0, 8)}.pdf"`,
  });
