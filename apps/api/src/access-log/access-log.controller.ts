import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { PageQuery } from '../reading/page.query.js';
import { PrintRoute, printed } from '../reading/print-route.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { accessLogAnswer, personAccessLogAnswer } from './access-log.answers.js';
import { AccessLogPageQuery, AccessLogPrintQuery } from './access-log.page-query.js';
import { AccessLogReading } from './access-log-reading.js';
import { AccessLogSheet } from './access-log-sheet.js';

/** Who has read whose data, and when, and for what. */
@ApiTags('access-log')
@Reads('accessLog')
@Controller('v1')
export class AccessLogController {
  constructor(
    private readonly reading: AccessLogReading,
    private readonly sheet: AccessLogSheet,
  ) {}

  @Get('access-log')
  @ReadRoute('Who has read whose data, the newest first; looking at it is a reading too', accessLogAnswer)
  page(@InExchange() { request }: Exchange, @ValidQuery(AccessLogPageQuery) query: AccessLogPageQuery) {
    return this.reading.page(request, query);
  }

  @Get('subjects/:subjectId/access-log')
  @ReadRoute('Who has read about a person, the newest first', personAccessLogAnswer, 404)
  ofPerson(
    @InExchange() { request }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(PageQuery) query: PageQuery,
  ) {
    return this.reading.ofPerson(request, subjectId, query);
  }

  @Get('subjects/:subjectId/access-log/print')
  @PrintRoute('The same in plain words on paper, for the person')
  async print(
    @InExchange() { request, reply }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(AccessLogPrintQuery) query: AccessLogPrintQuery,
  ) {
    const { pdf, language, title, day } = await this.sheet.of(request, subjectId, query);
    return printed(reply, { pdf, language, name: `${title.toLowerCase()}-${day}` });
  }
}
