import { applyDecorators, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { countsOf } from '#import/application/index';
import { headingOf, letterOf } from '#spreadsheet';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ProblemAnswer } from '../problems/problem.answer.js';
import { formatIn, mediaTypes } from '../reading/accept.js';
import { languageIn, spokenIn } from '../reading/language.js';
import { ReadRoute } from '../reading/read-answer.js';
import { text } from '../reading/shape.js';
import { fileTypes } from '../server/file-body.js';
import { PersonalText } from '../validation/decorators.js';
import { Id, ValidBody } from '../validation/pipes.js';
import { fileNameIn } from './file-name.js';
import { rehearsalAnswer, templateAnswer } from './import.answers.js';
import { Imports } from './imports.js';
import { templateFile, templateIn } from './template.js';

export class ImportAnswer extends CommandAnswer {
  @ApiProperty()
  importId!: string;
}

export class TakeBackBody {
  @PersonalText(1000, { lines: true, description: 'Why' })
  reason!: string;
}

/** The body is the file itself. */
const BringsFile = () =>
  applyDecorators(
    ApiConsumes(...fileTypes),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiExtraModels(ProblemAnswer),
  );

/** Lists of an earlier register: rehearsed, taken in, taken back. */
@ApiTags('imports')
@Roles('CASEWORKER', 'LEADER')
@Opens('imports')
@Controller('v1')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly commands: Commands,
  ) {}

  @Get('import-template')
  @ReadRoute(
    'The columns that a list may have; by Accept a list with these headings and no rows, as CSV or XLSX',
    templateAnswer,
    406,
  )
  @ApiOkResponse({
    content: {
      [mediaTypes.json]: { schema: templateAnswer },
      [mediaTypes.csv]: { schema: text() },
      [mediaTypes.xlsx]: { schema: { type: 'string', format: 'binary' } },
    },
  })
  async template(@InExchange() { request, reply }: Exchange) {
    const language = languageIn(request.headers['accept-language'], 'nb');
    const format = formatIn(request.headers.accept, ['json', 'csv', 'xlsx']);
    reply.header('Vary', 'Accept, Accept-Language').header('Content-Language', language);
    return format === 'json' ? { columns: templateIn(language) } : templateFile(language, format);
  }

  @Post('import-rehearsals')
  @HttpCode(200)
  @BringsFile()
  @ReadRoute('What would come of a list, row by row; nothing is recorded', rehearsalAnswer, 413, 415, 422)
  async rehearse(@InExchange() { request }: Exchange) {
    const { importId, status, grid, read, verdicts } = await this.imports.rehearse(request);
    const language = spokenIn(request.headers['accept-language']);
    return {
      importId,
      status,
      ...countsOf(verdicts),
      notes: read.list.notes.map((note) => note[language]),
      rows: verdicts.map(({ row, kind, subjectId = null, facts, faults }) => ({
        row,
        verdict: kind,
        subjectId,
        facts: facts.map(({ kind: what, on = null }) => ({ what, on })),
        faults: faults.map(({ column, what }) => ({
          column: column === undefined ? null : letterOf(column),
          heading: headingOf(grid.rows[0] ?? [], column) ?? null,
          message: what[language],
        })),
      })),
    };
  }

  @Post('imports/:importId')
  @BringsFile()
  @ApiHeader({
    name: 'Samspor-File-Name',
    required: false,
    schema: { type: 'string' },
    description: 'What the file is called, percent-encoded',
  })
  @CommandRoute({
    summary: 'Takes a list in that was rehearsed, as this import',
    description:
      'Goes on after the answer; how far it has come is told in the list of imports. Rows with a fault stay out. Where it was cut short, the same list is sent again: nothing is recorded twice.',
    answer: ImportAnswer,
  })
  async takeIn(@InExchange() exchange: Exchange, @Id('importId') importId: string): Promise<ImportAnswer> {
    const { request } = exchange;
    const done = await this.imports.takeIn(request, importId, fileNameIn(request.headers));
    return this.commands.answer(exchange, { importId, ...done });
  }

  @Post('imports/:importId/take-back')
  @CommandRoute({
    summary: 'Takes back all that an import recorded',
    description:
      'Refused, naming what stands in the way, where something rests on it. Goes on after the answer; where it was cut short, it is asked for again.',
    answer: ImportAnswer,
  })
  async takeBack(
    @InExchange() exchange: Exchange,
    @Id('importId') importId: string,
    @ValidBody(TakeBackBody) { reason }: TakeBackBody,
  ): Promise<ImportAnswer> {
    const done = await this.imports.takeBack(exchange.request, importId, reason);
    return this.commands.answer(exchange, { importId, ...done });
  }
}
