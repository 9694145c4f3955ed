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
import type { Names } from '../reading/names.js';
import { PageQuery } from '../reading/page.query.js';
import { type CurrentTo, ReadRoute } from '../reading/read-answer.js';
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
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Persons registered and cases opened by who asks, the newest first', registrationsAnswer)
  list(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    return this.queries.execute(new RegistrationsQuery(request, query));
  }
}
