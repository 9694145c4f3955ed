import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, OmitType } from '@nestjs/swagger';
import type { CodeIn } from '#event-sourcing';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { SearchBrake } from '../auth/search-brake.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { countAnswer } from '../reading/count.js';
import { ReadQuery } from '../reading/page.query.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Code, CodeOf, Flag, OpaqueId, OptionalField, PersonalText } from '../validation/decorators.js';
import { Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { coordinationAnswer, registerAnswer } from './coordination.answers.js';
import { CoordinationQuery, RegisterCountQuery, RegisterQuery } from './coordination.queries.js';
import { registerOrders } from './labels.js';
import type { OrderedSearch } from './register-in-order.js';
import { registerTable } from './register.table.js';

export class RegisterFilter extends ListQuery {
  @OptionalField()
  @OpaqueId()
  subjectId?: string;

  @OptionalField()
  @OpaqueId('Persons whom this party coordinates')
  coordinatorId?: string;

  @OptionalField()
  @QueryFlag('Somebody should coordinate and nobody does')
  withoutCoordinator?: string;

  @OptionalField()
  @QueryFlag('A plan is active')
  withPlan?: string;

  @OptionalField()
  @Code(units, 'Persons whom somebody of this unit coordinates')
  unit?: string;

  @OptionalField()
  @CodeOf(
    registerOrders,
    'NAME unless told; who has no such day comes after all others. A page goes on in the order in which the list was begun',
  )
  order?: CodeIn<typeof registerOrders>;
}

export class RegisterChoice extends OmitType(RegisterFilter, ['after', 'limit', 'delimiter', 'order']) {}

/** The same in a body, with a name, since nothing of a person may stand in an address. */
export class RegisterSearchBody {
  @OptionalField()
  @PersonalText(200, { description: 'A name or the beginnings of its parts' })
  name?: string;

  @OptionalField()
  @OpaqueId('Persons whom this party coordinates')
  coordinatorId?: string;

  @OptionalField()
  @Code(units, 'Persons whom somebody of this unit coordinates')
  unit?: string;

  @OptionalField()
  @Flag('Somebody should coordinate and nobody does')
  withoutCoordinator?: boolean;

  @OptionalField()
  @Flag('A plan is active')
  withPlan?: boolean;
}

function filterOf({ subjectId, coordinatorId, withoutCoordinator, withPlan, unit }: RegisterChoice) {
  return {
    subjectId,
    coordinatorId,
    withoutCoordinator: flagOf(withoutCoordinator),
    withPlan: flagOf(withPlan),
    unit,
  };
}

/** The register of plans and coordinators, and one person's part of it. */
@ApiTags('coordination')
@Controller('v1')
export class CoordinationReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly brake: SearchBrake,
    private readonly lists: Lists,
  ) {}

  @Get('coordination')
  @Reads('register')
  @ListRoute(
    'Who has a plan, who coordinates, who is without and since when, in the order of names unless told',
    registerAnswer,
  )
  register(@InExchange() exchange: Exchange, @ValidQuery(RegisterFilter) query: RegisterFilter) {
    return this.#list(exchange, { filter: filterOf(query), order: query.order }, query);
  }

  @Get('coordination/count')
  @Reads('register')
  @ReadRoute('How many persons such a list has', countAnswer)
  count(@InExchange() { request }: Exchange, @ValidQuery(RegisterChoice) query: RegisterChoice) {
    return this.queries.execute(new RegisterCountQuery(request, filterOf(query), query));
  }

  @Post('coordination-searches')
  @Reads('register')
  @HttpCode(200)
  @ListRoute(
    'The same, found by name too; a POST, so that no name stands in an address',
    registerAnswer,
    413,
    415,
    429,
  )
  async search(
    @InExchange() exchange: Exchange,
    @ValidBody(RegisterSearchBody) { name, ...filter }: RegisterSearchBody,
    @ValidQuery(ListQuery) query: ListQuery,
  ) {
    if (name !== undefined) await this.brake.take(exchange.request);
    return this.#list(exchange, { filter, name }, query);
  }

  #list(exchange: Exchange, search: OrderedSearch, query: ListQuery) {
    return this.lists.answer(exchange, query, {
      table: registerTable,
      ask: (page) => this.queries.execute(new RegisterQuery(exchange.request, search, page)),
      linesOf: ({ coordination }) => coordination,
    });
  }

  @Get('subjects/:subjectId/coordination')
  @Reads('coordination')
  @ReadRoute('One person’s consents, coordinators, plans and group', coordinationAnswer, 404)
  async ofSubject(
    @InExchange() { request, reply }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const page = await this.queries.execute(new CoordinationQuery(request, subjectId, query));
    if (page.revision !== null) reply.header('ETag', etagOf(page.revision));
    return page;
  }
}
