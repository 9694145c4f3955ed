import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { recordedInErrorReasons } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { csvFile, gathered, xlsxFile } from '../lists/files.js';
import { ListRoute } from '../lists/list-route.js';
import { Saying } from '../lists/saying.js';
import { formatIn } from '../reading/accept.js';
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
import { TrailPageQuery, type TrailPurpose } from './trail.page-query.js';
import { CaseTrailQuery, type TrailPage } from './trail.query.js';
import { headOf, trailTable } from './trail.table.js';

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
  @ListRoute('The history of a case and its person, by the days on which it happened', trailAnswer, 404)
  async trail(
    @InExchange() { request, reply }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(TrailPageQuery)
    { readAfter, after, limit, delimiter = ';', purpose = 'COMPLAINT' }: TrailPageQuery,
  ) {
    const format = formatIn(request.headers.accept, ['json', 'csv', 'xlsx']);
    reply.header('Vary', 'Accept, Accept-Language');
    const asked = { readAfter, after, limit: limit === undefined ? mostInOne : Number(limit), purpose };
    const first = await this.queries.execute(
      new CaseTrailQuery(
        request,
        caseId,
        format === 'json' ? asked : { ...asked, after: undefined, limit: mostInOne },
      ),
    );
    reply.header('Content-Language', first.language);
    if (format === 'json') return first;
    const say = new Saying(first.language);
    const written = { table: trailTable, say, top: headOf(first, say) };
    const pages = this.#pages(request, first, purpose);
    return format === 'csv' ? csvFile(written, pages, delimiter) : xlsxFile(written, await gathered(pages));
  }

  /** The whole trail, each page read when the one before is on its way. */
  async *#pages(
    request: ApiRequest,
    first: TrailPage,
    purpose: TrailPurpose,
  ): AsyncGenerator<TrailPage['entries']> {
    let page = first;
    try {
      for (;;) {
        yield page.entries;
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
