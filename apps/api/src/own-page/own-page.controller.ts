import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Opens, Reads } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { sentFile } from '../documents/held-file.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { ownAccessLogAnswer, ownPageAnswer } from './own-page.answers.js';
import { OwnPageReading } from './own-page-reading.js';

const pdf = { type: 'string', format: 'binary' };

/** What is a person’s own, for that person alone: no address says whose it is. */
@ApiTags('own-page')
@Roles('SUBJECT')
@Opens('ownPage')
@Controller('v1/me')
export class OwnPageController {
  constructor(private readonly reading: OwnPageReading) {}

  @Get()
  @ReadRoute(
    'What is one’s own: coordinator, plan, cases, letters, consents, promises and the next meeting',
    ownPageAnswer,
    404,
  )
  own(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    return this.reading.of(request, query);
  }

  @Get('access-log')
  @ReadRoute('Who has read about oneself, the newest first', ownAccessLogAnswer, 404)
  accessLog(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.reading.accessLog(request, query);
  }

  @Get('letters/:documentId')
  @ReadRoute('A letter to oneself as it was sent', pdf, 404)
  @ApiOkResponse({ content: { 'application/pdf': { schema: pdf } } })
  async letter(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { held, sentOn } = await this.reading.letter(exchange.request, documentId, query);
    return sentFile(exchange, held, { type: 'application/pdf', name: `brev-${sentOn}.pdf` });
  }
}

/** The same on paper, for whoever asks their coordinator for it. */
@ApiTags('own-page')
@Reads('ownPage')
@Controller('v1/subjects')
export class PersonsOwnPageController {
  constructor(private readonly reading: OwnPageReading) {}

  @Get(':subjectId/own-page')
  @ReadRoute(
    'What a person sees of what is their own, for whoever coordinates to print it',
    ownPageAnswer,
    404,
  )
  of(
    @InExchange() { request }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return this.reading.of(request, query, subjectId);
  }
}
