import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.guard.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { OpaqueId, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { coordinationAnswer, registerAnswer } from './coordination.answers.js';
import { CoordinationQuery, RegisterQuery } from './coordination.queries.js';

export class RegisterFilter extends PageQuery {
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
}

/** The register of plans and coordinators, and one person's part of it. */
@ApiTags('coordination')
@Roles('CASEWORKER', 'LEADER', 'COORDINATOR')
@Controller('v1')
export class CoordinationReadController {
  constructor(private readonly queries: QueryBus) {}

  @Get('coordination')
  @ReadRoute('Who has a plan, who coordinates, who is without and since when', registerAnswer)
  register(@InExchange() { request }: Exchange, @ValidQuery(RegisterFilter) query: RegisterFilter) {
    const { subjectId, coordinatorId, withoutCoordinator, withPlan } = query;
    const filter = {
      subjectId,
      coordinatorId,
      withoutCoordinator: flagOf(withoutCoordinator),
      withPlan: flagOf(withPlan),
    };
    return this.queries.execute(new RegisterQuery(request, filter, query));
  }

  @Get('subjects/:subjectId/coordination')
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
