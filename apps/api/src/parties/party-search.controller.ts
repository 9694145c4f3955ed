import { Controller, HttpCode, Post } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { partyKinds } from '#municipality';
import type { Opened } from '#personal-data';
import { peopleByIds, type PersonView } from '#projections/people/queries';
import { units } from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import { Reads } from '../auth/reads.js';
import { SearchBrake } from '../auth/search-brake.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import type { Asked } from '../reading/asked.js';
import { ReadQuery } from '../reading/page.query.js';
import { type CurrentTo, ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { answer, code, codeOf, integer, list, object, orNull, personal, text } from '../reading/shape.js';
import { PersonalText } from '../validation/decorators.js';
import { ValidBody, ValidQuery } from '../validation/pipes.js';

export class PartySearchBody {
  @PersonalText(200, { description: 'A name or the beginnings of its parts' })
  name!: string;
}

/** So many are shown; whoever is meant is found by more of the name. */
const most = 50;

const shown = ({ personId: partyId, name, partyKind: kind, unit }: PersonView) => ({
  partyId,
  name,
  kind,
  unit,
});

const searchAnswer = answer({
  parties: list(
    object({
      partyId: text(),
      name: orNull(personal()),
      kind: orNull(codeOf(partyKinds)),
      unit: orNull(code(units)),
    }),
  ),
  count: integer(),
});

/** Staff and other parties by name. */
export class PartySearchQuery extends Query<{
  readonly parties: readonly Opened<ReturnType<typeof shown>>[];
  readonly count: number;
  readonly currentTo: CurrentTo;
}> {
  constructor(
    readonly request: ApiRequest,
    readonly name: string,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(PartySearchQuery)
export class PartySearchHandler implements IQueryHandler<PartySearchQuery> {
  constructor(private readonly reading: Reading) {}

  async execute({ request, name, query }: PartySearchQuery) {
    const tenant = tenantOf(request);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: ['people'],
      purpose: 'ADMINISTRATION',
      ask: (asked) => this.#parties(asked, tenant, name),
      subjectIds: ({ parties }) => parties.map(({ partyId }) => partyId),
    });
    return { ...found, currentTo };
  }

  async #parties({ pool, viewer, today, names }: Asked, tenant: string, name: string) {
    const ids = (await names.indexOf(tenant)).search({ tenant, kind: 'PARTY', name });
    const rows = await peopleByIds(pool, viewer, ids.slice(0, most), { today });
    const byId = new Map(rows.map((row) => [row.personId, row]));
    return {
      parties: ids
        .slice(0, most)
        .flatMap((id) => byId.get(id) ?? [])
        .map(shown),
      count: ids.length,
    };
  }
}

@ApiTags('parties')
@Controller('v1/party-searches')
export class PartySearchController {
  constructor(
    private readonly queries: QueryBus,
    private readonly brake: SearchBrake,
  ) {}

  @Post()
  @HttpCode(200)
  @Reads('partySearch')
  @ReadRoute(
    'Finds staff and other parties by name; a POST, so that no name stands in an address',
    searchAnswer,
    413,
    415,
    429,
  )
  async search(
    @InExchange() { request }: Exchange,
    @ValidBody(PartySearchBody) { name }: PartySearchBody,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    await this.brake.take(request);
    return this.queries.execute(new PartySearchQuery(request, name, query));
  }
}
