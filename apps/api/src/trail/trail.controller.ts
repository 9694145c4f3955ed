import { Readable } from 'node:stream';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { recordedInErrorReasons } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { formatIn } from '../reading/accept.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  born,
  code,
  date,
  instant,
  integer,
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
import { TrailPageQuery, type TrailPurpose } from './trail.page-query.js';
import { CaseTrailQuery, type TrailPage } from './trail.query.js';

const writer = object({
  partyId: text(),
  name: orNull(personal()),
  role: code(actorRoles),
  unit: orNull(code(units)),
});
/** The entries of a trail, in words. */
export const entriesShape = list(
  object({
    eventId: text('What a correction names'),
    type: text(),
    title: text(),
    sentence: text('What happened, in the language of the answer'),
    occurredOn: date('As it reads now; the trail is in the order of these days'),
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
        what: text('What stood there and what it put in its place, in the language of the answer'),
        why: orNull(perhapsWithheld()),
      }),
    ),
    earlierCorrections: integer(),
  }),
);
const trailAnswer = page({
  caseId: text(),
  caseNumber: orNull(text('What people know the case by, such as 2026/14')),
  extract: object({
    subject: born,
    municipality: object({
      key: text(),
      number: orNull(text('Today’s')),
      name: orNull(personal()),
    }),
    madeOn: date(),
    by: object({ name: orNull(personal()), role: code(actorRoles) }),
  }),
  language: oneOf(['nb', 'nn']),
  entries: entriesShape,
});

const mostInOne = 200;

/** Who did what, when and why: the answer to a complaint. */
@ApiTags('cases')
@Reads('caseTrail')
@Controller('v1/cases/:caseId/audit-trail')
export class TrailController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute(
    'The history of a case and its person, by the days on which it happened, as JSON or, by Accept, CSV (whole)',
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
    const asked = { readAfter, after, limit: limit === undefined ? mostInOne : Number(limit), purpose };
    const first = await this.queries.execute(
      new CaseTrailQuery(
        request,
        caseId,
        format === 'csv' ? { ...asked, after: undefined, limit: mostInOne } : asked,
      ),
    );
    reply.header('Content-Language', first.language);
    if (format === 'json') return first;
    const lines = trailCsv(this.#pages(request, first, purpose), delimiter);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="audit-trail.csv"',
    });
  }

  /** The whole trail, each page read when the one before is on its way. */
  async *#pages(request: ApiRequest, first: TrailPage, purpose: TrailPurpose): AsyncGenerator<TrailPage> {
    let page = first;
    try {
      for (;;) {
        yield page;
        const { next: after, caseId } = page;
        if (after === undefined) return;
        const further = { readAfter: undefined, after, limit: mostInOne, purpose };
        page = await this.queries.execute(new CaseTrailQuery(request, caseId, further));
      }
    } catch (error) {
      // The answer is under way: it breaks off, and the log has the reason.
      request.failure = error;
      throw error;
    }
  }
}
