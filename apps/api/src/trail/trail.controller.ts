import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { recordedInErrorReasons } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { units } from '#vocabulary';
import { Roles } from '../auth/roles.guard.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { formatIn } from '../reading/accept.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  code,
  date,
  instant,
  list,
  object,
  oneOf,
  orNull,
  page,
  perhapsWithheld,
  personal,
  text,
} from '../reading/shape.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { trailCsv } from './trail.csv.js';
import { TrailPageQuery } from './trail.page-query.js';
import { CaseTrailQuery } from './trail.query.js';

const writer = object({
  partyId: text(),
  name: orNull(personal()),
  role: code(actorRoles),
  unit: orNull(code(units)),
});
const trailAnswer = page({
  caseId: text(),
  language: oneOf(['nb', 'nn']),
  entries: list(
    object({
      eventId: text('What a correction names'),
      type: text(),
      title: text(),
      sentence: text('What happened, in the language of the answer'),
      occurredOn: date(),
      recordedAt: instant(),
      actor: writer,
      reason: orNull(perhapsWithheld()),
      of: oneOf(['case', 'coordination', 'subject']),
      corrects: orNull(text('The entry that this one corrects or strikes out')),
      struckOut: orNull(
        object({
          eventId: text(),
          by: writer,
          at: instant(),
          reasonCode: code(recordedInErrorReasons),
          why: orNull(personal()),
        }),
      ),
      corrections: list(
        object({
          eventId: text(),
          by: writer,
          at: instant(),
          what: text('What it put in the place of what stood there, in the language of the answer'),
          why: orNull(perhapsWithheld()),
        }),
      ),
    }),
  ),
});

const mostInOne = 200;

/** Who did what, when and why: the answer to a complaint. */
@ApiTags('cases')
@Roles('CASEWORKER', 'LEADER', 'AUDITOR', 'COORDINATOR')
@Controller('v1/cases/:caseId/audit-trail')
export class TrailController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute(
    'The history of a case and its person, as JSON or, by Accept, CSV (whole)',
    trailAnswer,
    404,
    406,
  )
  @ApiProduces('application/json', 'text/csv')
  async trail(
    @InExchange() { request, reply }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(TrailPageQuery)
    { readAfter, after, limit, delimiter = ';', purpose = 'COMPLAINT' }: TrailPageQuery,
  ) {
    const format = formatIn(request.headers.accept);
    reply.header('Vary', 'Accept, Accept-Language');
    const asked =
      format === 'csv'
        ? { readAfter, after: undefined, limit: Infinity, purpose }
        : { readAfter, after, limit: limit === undefined ? mostInOne : Number(limit), purpose };
    const trail = await this.queries.execute(new CaseTrailQuery(request, caseId, asked));
    reply.header('Content-Language', trail.language);
    if (format === 'json') return trail;
    reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="audit-trail.csv"');
    return trailCsv(trail.entries, trail.language, delimiter);
  }
}
