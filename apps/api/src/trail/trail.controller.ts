import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { recordedInErrorReasons } from '#event-sourcing';
import { actorRoles } from '#personal-data';
import { senses } from '../as-of/known.js';
import { toldCategories } from '#projections/audit-trail/categories';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import type { ApiRequest } from '../auth/authenticate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { csvFile, xlsxFile } from '../lists/files.js';
import { ListRoute } from '../lists/list-route.js';
import { Saying } from '../lists/saying.js';
import type { Table } from '../lists/table.js';
import { formatIn } from '../reading/accept.js';
import {
  born,
  code,
  codeOf,
  date,
  flag,
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
import { flagOf } from '../reading/query-flags.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { fieldKinds, type ToldEntry } from './trail.entries.js';
import { TrailPageQuery } from './trail.page-query.js';
import type { TrailPage, TrailPart } from './person-trails.js';
import { CaseTrailQuery, SubjectTrailQuery } from './trail.query.js';
import { headOf, personTrailTable, trailTable } from './trail.table.js';

const writer = object({
  partyId: text(),
  name: orNull(personal()),
  role: code(actorRoles),
  unit: orNull(code(units)),
});
/** What a correction may change, where it was asked for. */
const changeable = object({
  name: text(),
  called: text('In the language of the answer'),
  kind: oneOf(fieldKinds),
  codeList: orNull(text('Of a code: the list that it is of')),
  isToCome: flag('A day that may lie ahead'),
  mayBeEmpty: flag(),
  value: {
    oneOf: [
      { type: 'string' },
      { type: 'boolean' },
      { type: 'integer' },
      list(text()),
      { type: 'null' } as never,
    ],
    description: 'As it reads now; null where it is empty, told in words alone, or never shown',
  },
  inWords: orNull(text()),
});
/** The entries of a trail, in words. */
export const entriesShape = list(
  object(
    {
      eventId: text('What a correction names'),
      type: text(),
      title: text(),
      sentence: text('What happened, as it was written, in the language of the answer'),
      readsNow: orNull(
        text('The same with its corrections; null where it has none, or more than stand here'),
      ),
      occurredOn: date('As it reads now; the trail is in the order of these days'),
      recordedAt: instant(),
      actor: writer,
      reason: orNull(perhapsWithheld()),
      of: oneOf(toldCategories.map(({ category }) => category)),
      recordId: text('Of the case, person, enquiry, … whose record it stands in; a correction is sent there'),
      case: orNull(
        object({
          caseId: text(),
          caseNumber: orNull(text('What people know the case by, such as 2026/14')),
        }),
      ),
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
      fields: list(changeable),
    },
    ['fields'],
  ),
);
const extract = {
  extract: object({
    subject: born,
    municipality: object({
      key: text(),
      number: orNull(text('Today’s')),
      name: orNull(personal()),
    }),
    asOf: orNull(object({ day: date(), sense: codeOf(senses) })),
    madeOn: date(),
    by: object({ name: orNull(personal()), role: code(actorRoles) }),
  }),
  language: oneOf(['nb', 'nn']),
  entries: entriesShape,
};
const caseTrailAnswer = page({
  caseId: text(),
  caseNumber: orNull(text('What people know the case by, such as 2026/14')),
  ...extract,
});
const subjectTrailAnswer = page({ subjectId: text(), ...extract });

const mostInOne = 200;
type Ask<Page> = (part: TrailPart) => Promise<Page>;
type Told = Omit<TrailPage, 'caseNumber'> & { readonly caseId?: string; readonly caseNumber?: string | null };

/** Who did what, when and why: the answer to a complaint. */
@ApiTags('cases')
@Reads('caseTrail')
@Controller('v1')
export class TrailController {
  constructor(private readonly queries: QueryBus) {}

  @Get('cases/:caseId/audit-trail')
  @ListRoute('The history of a case and its person, by the days on which it happened', caseTrailAnswer, 404)
  ofCase(
    @InExchange() exchange: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(TrailPageQuery) query: TrailPageQuery,
  ) {
    const ask = (part: TrailPart) => this.queries.execute(new CaseTrailQuery(exchange.request, caseId, part));
    return this.#answer(exchange, query, trailTable, ask);
  }

  @Get('subjects/:subjectId/trail')
  @ListRoute(
    'The history of a person: the own record, every case, coordination and enquiries, by the days on which it happened. In what goes out, nobody is named whose address is protected',
    subjectTrailAnswer,
    404,
  )
  ofSubject(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(TrailPageQuery) query: TrailPageQuery,
  ) {
    const ask = (part: TrailPart) =>
      this.queries.execute(new SubjectTrailQuery(exchange.request, subjectId, part));
    return this.#answer(exchange, query, personTrailTable, ask);
  }

  async #answer<Page extends Told>(
    { request, reply }: Exchange,
    { readAfter, after, limit, delimiter = ';', purpose = 'COMPLAINT', withFields, ...asOf }: TrailPageQuery,
    table: Table<ToldEntry>,
    ask: Ask<Page>,
  ) {
    const format = formatIn(request.headers.accept, ['json', 'csv', 'xlsx']);
    reply.header('Vary', 'Accept, Accept-Language');
    const isFile = format !== 'json';
    const first = await ask({
      readAfter,
      after: isFile ? undefined : after,
      limit: isFile || limit === undefined ? mostInOne : Number(limit),
      purpose,
      isFile,
      withFields: flagOf(withFields) === true,
      ...asOf,
    });
    reply.header('Content-Language', first.language);
    if (!isFile) return first;
    const say = new Saying(first.language);
    const written = { table, say, top: headOf(first, say) };
    const pages = pagesOf(request, first, (next) =>
      ask({
        readAfter: undefined,
        after: next,
        limit: mostInOne,
        purpose,
        isFile,
        withFields: false,
        ...asOf,
      }),
    );
    return format === 'csv' ? csvFile(written, pages, delimiter) : xlsxFile(written, pages);
  }
}

/** The whole trail, each page read when the one before is on its way. */
async function* pagesOf(
  request: ApiRequest,
  first: Told,
  ask: (after: string) => Promise<Told>,
): AsyncGenerator<TrailPage['entries']> {
  let page = first;
  try {
    for (;;) {
      yield page.entries;
      if (page.next === undefined) return;
      page = await ask(page.next);
    }
  } catch (error) {
    // The answer is under way: it breaks off, and the log has the reason.
    request.failure = error;
    throw error;
  }
}
