import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { delegationsOf, organisationEvents } from '#municipality';
import { authorityRoles, delegationScopes } from '#vocabulary';
import { Opens } from '../auth/reads.js';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadQuery } from '../reading/page.query.js';
import { ListRoute } from '../lists/list-route.js';
import { WholeListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { answer, codeOf, date, list, object, orNull, personal, text } from '../reading/shape.js';
import { bodyOf, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { OrganisationReading, revisionShape } from './organisation-reading.js';
import { OrganisationSteps } from './organisation-steps.js';
import { aboutNobody, delegationsTable } from './organisation.tables.js';
import { shownDelegation } from './shown.js';

const { AuthorityDelegated, DelegationRevoked } = organisationEvents.declared;

export class DelegateAuthorityBody extends bodyOf(AuthorityDelegated, {
  scope: says('What is delegated'),
  fromRole: says('Whose authority it is'),
  toRole: says('Who may act on it'),
  validFrom: usual('From when; today unless told'),
  validUntil: says('The last day'),
  document: says('Where it stands written'),
}) {}

export class RevokeDelegationBody extends bodyOf(DelegationRevoked, {
  revokedOn: todayUnlessTold,
  reason: plain,
}) {}

export class DelegationAnswer extends CommandAnswer {
  @ApiProperty()
  delegationId!: string;
}

const shape = object({
  delegationId: text(),
  scope: codeOf(delegationScopes),
  fromRole: codeOf(authorityRoles),
  toRole: codeOf(authorityRoles),
  validFrom: date(),
  validUntil: orNull(date('The last day')),
  document: orNull(personal()),
  revokedOn: orNull(date('From when it does not hold any more')),
});

/** Who may act on whose authority. */
@ApiTags('organisation')
@Roles('CASEWORKER', 'LEADER', 'ADMIN', 'AUDITOR')
@Opens('organisation')
@Controller('v1/delegations')
export class DelegationsController {
  constructor(
    private readonly steps: OrganisationSteps,
    private readonly reading: OrganisationReading,
    private readonly lists: Lists,
  ) {}

  @Post()
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({
    summary: 'Authority is delegated from one role to another, for a period',
    description:
      'Kept with its period and its history. Asked for on the day on which the unit appoints a coordinator or the board concludes; there it is needed where the profile says so.',
    answer: DelegationAnswer,
  })
  delegate(@InExchange() exchange: Exchange, @ValidBody(DelegateAuthorityBody) body: DelegateAuthorityBody) {
    return this.steps.record(exchange, 'AuthorityDelegated', fieldsOf(body));
  }

  @Post(':delegationId/revocation')
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({ summary: 'The delegation does not hold from a day on', answer: DelegationAnswer })
  revoke(
    @InExchange() exchange: Exchange,
    @Id('delegationId') delegationId: string,
    @ValidBody(RevokeDelegationBody) body: RevokeDelegationBody,
  ) {
    return this.steps.record(exchange, 'DelegationRevoked', { delegationId, ...fieldsOf(body) });
  }

  @Get()
  @ListRoute(
    'Every delegation, those that have ended too',
    answer({ delegations: list(shape), ...revisionShape }),
  )
  delegations(@InExchange() exchange: Exchange, @ValidQuery(WholeListQuery) query: WholeListQuery) {
    return this.lists.answer(exchange, query, {
      table: delegationsTable,
      ask: (page) => this.all(exchange, page),
      linesOf: ({ delegations }) => aboutNobody(delegations),
    });
  }

  private async all({ request }: Exchange, page: ReadQuery) {
    const { told, ...rest } = await this.reading.ofTopic(request, page, 'delegations', async (log, tenant) =>
      (await delegationsOf(log, tenant)).map(shownDelegation),
    );
    return { delegations: told, ...rest };
  }
}
