import { Controller, Get } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Opened } from '#personal-data';
import { openings } from '#projections/case-overview/labels';
import { isRegisteredAfter, type Registered, registeredPage } from '#projections/registered-by/queries';
import { items } from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { date as day, mark, type Table, text as said } from '../lists/table.js';
import type { Names } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import type { CurrentTo } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { codeOf, date, list, object, orNull, page, listedSubject, text } from '../reading/shape.js';
import { ValidQuery } from '../validation/pipes.js';

const registrationsAnswer = page({
  registrations: list(
    object({
      caseId: orNull(text('Null for a person who was registered')),
      caseNumber: orNull(text('What people know the case by, such as 2026/14')),
      opening: orNull(codeOf(openings)),
      items: list(codeOf(items)),
      registeredOn: date('The day on which it came'),
      subject: listedSubject,
      municipality: text(),
    }),
  ),
});

const lineOf = (registered: Registered, names: Names) => {
  const { caseId, caseNumber, opening, items: asked, registeredOn, municipality, subjectId } = registered;
  const told = { caseId, caseNumber, opening, items: asked, registeredOn, municipality };
  return { ...told, subject: names.listed(subjectId) };
};
type Line = Opened<ReturnType<typeof lineOf>>;

const table: Table<Line> = {
  title: ['Registrert av meg', 'Registrert av meg'],
  name: 'registrations',
  columns: [
    day(['Registrert', 'Registrert'], ({ registeredOn }) => registeredOn),
    said(['Person', 'Person'], ({ subject: person }, say) => say.subject(person)),
    mark(['Saksnummer', 'Saksnummer'], ({ caseNumber }) => caseNumber),
    said(['Åpnet ved', 'Opna ved'], ({ opening }, say) => say.word(openings, opening)),
    said(['Gjelder', 'Gjeld'], ({ items: asked }, say) => say.words(items, asked)),
  ],
};

/** What the viewer registered, as it was told then. */
export class RegistrationsQuery extends Query<{
  readonly registrations: readonly Line[];
  readonly next?: string;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly page: PageQuery,
  ) {
    super();
  }
}

@QueryHandler(RegistrationsQuery)
export class RegistrationsHandler implements IQueryHandler<RegistrationsQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, page: asked }: RegistrationsQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page: asked,
      models: ['registered_by', 'people'],
      isAfter: isRegisteredAfter,
      rowsOf: ({ pool, viewer }, place) => registeredPage(pool, viewer, place),
      idsIn: ({ subjectId }) => [subjectId],
      lineOf,
    });
    return { registrations: lines, ...rest };
  }
}

/** What the service office keeps in sight: what it registered itself. What comes of it is the unit's. */
@ApiTags('cases')
@Reads('registrations')
@Controller('v1/registrations')
export class RegistrationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListRoute('Persons registered and cases opened by who asks, the newest first', registrationsAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(ListQuery) query: ListQuery) {
    return this.lists.answer(exchange, query, {
      table,
      ask: (asked) => this.queries.execute(new RegistrationsQuery(exchange.request, asked)),
      linesOf: ({ registrations }) => registrations,
    });
  }
}
