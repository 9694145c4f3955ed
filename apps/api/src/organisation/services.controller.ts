import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { organisationEvents, serviceKinds, serviceLevels, servicesOf } from '#municipality';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadQuery } from '../reading/page.query.js';
import { ListRoute } from '../lists/list-route.js';
import { WholeListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { answer, codeOf, date, list, object, orNull, personal, text } from '../reading/shape.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { CodeOf, LocalDate, OptionalField } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { OrganisationReading, revisionShape } from './organisation-reading.js';
import { OrganisationSteps } from './organisation-steps.js';
import { aboutNobody, servicesTable } from './organisation.tables.js';
import { shownService } from './shown.js';

const { ServiceListed, ServiceWithdrawn } = organisationEvents.declared;

export class ListServiceBody extends bodyOf(ServiceListed, {
  validFrom: usual('From when it is offered; today unless told'),
  level: says('Who offers it'),
  kind: plain,
  nameNb: { says: 'Its name in bokmål', isLine: true },
  nameNn: { says: 'Its name in nynorsk', isLine: true },
  provider: { says: 'Who runs it', isLine: true },
  contact: says('Whom to turn to'),
}) {}

export class WithdrawServiceBody extends bodyOf(ServiceWithdrawn, {
  withdrawnOn: todayUnlessTold,
  reason: plain,
}) {}

export class ServiceAnswer extends CommandAnswer {
  @ApiProperty()
  serviceId!: string;
}

export class ServicesQuery extends WholeListQuery {
  @OptionalField()
  @LocalDate('Those that are offered on this day; today unless told')
  on?: string;

  @OptionalField()
  @CodeOf(serviceLevels, 'Who offers it')
  level?: string;

  @OptionalField()
  @CodeOf(serviceKinds)
  kind?: string;
}

const shape = object({
  serviceId: text(),
  level: codeOf(serviceLevels),
  kind: codeOf(serviceKinds),
  nameNb: personal(),
  nameNn: personal(),
  provider: orNull(personal()),
  contact: personal(),
  validFrom: date(),
  withdrawnOn: orNull(date('From when it is not offered any more')),
});

/** Which services there are in the municipality and the health region, for everybody to find. */
@ApiTags('organisation')
@Reads('organisation')
@Controller('v1/services')
export class ServicesController {
  constructor(
    private readonly steps: OrganisationSteps,
    private readonly reading: OrganisationReading,
    private readonly lists: Lists,
  ) {}

  @Post()
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({
    summary: 'Lists a service of the municipality or the health region',
    answer: ServiceAnswer,
  })
  listService(@InExchange() exchange: Exchange, @ValidBody(ListServiceBody) body: ListServiceBody) {
    return this.steps.record(exchange, 'ServiceListed', fieldsOf(body));
  }

  @Post(':serviceId/withdrawal')
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({ summary: 'The service is not offered any more from a day on', answer: ServiceAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('serviceId') serviceId: string,
    @ValidBody(WithdrawServiceBody) body: WithdrawServiceBody,
  ) {
    return this.steps.record(exchange, 'ServiceWithdrawn', { serviceId, ...fieldsOf(body) });
  }

  @Get()
  @ListRoute('The services that are offered on a day', answer({ services: list(shape), ...revisionShape }))
  services(@InExchange() exchange: Exchange, @ValidQuery(ServicesQuery) query: ServicesQuery) {
    return this.lists.answer(exchange, query, {
      table: servicesTable,
      ask: (page) => this.asked(exchange, query, page),
      linesOf: ({ services }) => aboutNobody(services),
    });
  }

  private async asked({ request }: Exchange, query: ServicesQuery, page: ReadQuery) {
    const { told, ...rest } = await this.reading.ofTopic(
      request,
      page,
      'services',
      async (log, tenant, today) => {
        const { on = today, level, kind } = query;
        const all = await servicesOf(log, tenant, on);
        return all
          .filter((one) => (level ?? one.level) === one.level && (kind ?? one.kind) === one.kind)
          .map(shownService);
      },
    );
    return { services: told, ...rest };
  }
}
