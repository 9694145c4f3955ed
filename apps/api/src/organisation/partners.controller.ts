import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { contactsWith, organisationEvents, partnerKinds, partnersOf } from '#municipality';
import { channels } from '#vocabulary';
import { Opens } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { ListRoute } from '../lists/list-route.js';
import { WholeListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { answer, codeOf, date, list, object, orNull, personal, text } from '../reading/shape.js';
import { bodyOf, oneLine, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { OrganisationReading, revisionShape } from './organisation-reading.js';
import { OrganisationSteps } from './organisation-steps.js';
import { aboutNobody, contactsTable, partnersTable } from './organisation.tables.js';
import { shownContact, shownPartner } from './shown.js';

const { PartnerRegistered, PartnerEnded, PartnerContactRecorded } = organisationEvents.declared;

export class RegisterPartnerBody extends bodyOf(PartnerRegistered, {
  validFrom: usual('Since when there is cooperation; today unless told'),
  kind: plain,
  name: oneLine,
  contact: says('Whom to turn to'),
}) {}

export class EndPartnerBody extends bodyOf(PartnerEnded, { endedOn: todayUnlessTold, reason: plain }) {}

export class PartnerContactBody extends bodyOf(PartnerContactRecorded, {
  contactOn: todayUnlessTold,
  channel: plain,
  matter: says('What it was about: nothing that concerns one person'),
}) {}

export class PartnerAnswer extends CommandAnswer {
  @ApiProperty()
  partnerId!: string;
}

export class PartnerContactAnswer extends PartnerAnswer {
  @ApiProperty()
  contactId!: string;
}

const partnerShape = object({
  partnerId: text(),
  kind: codeOf(partnerKinds),
  name: personal(),
  contact: orNull(personal()),
  validFrom: date(),
  endedOn: orNull(date()),
  lastContactOn: orNull(date('When they were in contact last')),
});

const contactShape = object({
  contactId: text(),
  contactOn: date(),
  channel: orNull(codeOf(channels)),
  matter: personal(),
});

/** User organisations and authorities that the unit cooperates with, and the log of contacts. */
@ApiTags('organisation')
@Roles('CASEWORKER', 'LEADER', 'ADMIN')
@Opens('organisation')
@Controller('v1/partners')
export class PartnersController {
  constructor(
    private readonly steps: OrganisationSteps,
    private readonly reading: OrganisationReading,
    private readonly lists: Lists,
  ) {}

  @Post()
  @CommandRoute({
    summary: 'The unit cooperates with an organisation or an authority',
    answer: PartnerAnswer,
  })
  register(@InExchange() exchange: Exchange, @ValidBody(RegisterPartnerBody) body: RegisterPartnerBody) {
    return this.steps.record(exchange, 'PartnerRegistered', fieldsOf(body));
  }

  @Post(':partnerId/end')
  @CommandRoute({ summary: 'The cooperation ended', answer: PartnerAnswer })
  end(
    @InExchange() exchange: Exchange,
    @Id('partnerId') partnerId: string,
    @ValidBody(EndPartnerBody) body: EndPartnerBody,
  ) {
    return this.steps.record(exchange, 'PartnerEnded', { partnerId, ...fieldsOf(body) });
  }

  @Post(':partnerId/contacts')
  @CommandRoute({ summary: 'The unit and the partner were in contact', answer: PartnerContactAnswer })
  contact(
    @InExchange() exchange: Exchange,
    @Id('partnerId') partnerId: string,
    @ValidBody(PartnerContactBody) body: PartnerContactBody,
  ) {
    return this.steps.record(exchange, 'PartnerContactRecorded', { partnerId, ...fieldsOf(body) });
  }

  @Get()
  @ListRoute(
    'Everybody that the unit cooperates with or did',
    answer({ partners: list(partnerShape), ...revisionShape }),
  )
  partners(@InExchange() exchange: Exchange, @ValidQuery(WholeListQuery) query: WholeListQuery) {
    return this.lists.answer(exchange, query, {
      table: partnersTable,
      ask: (page) => this.allPartners(exchange, page),
      linesOf: ({ partners }) => aboutNobody(partners),
    });
  }

  private async allPartners({ request }: Exchange, page: ReadQuery) {
    const { told, ...rest } = await this.reading.ofTopic(request, page, 'partners', async (log, tenant) =>
      (await partnersOf(log, tenant)).map(shownPartner),
    );
    return { partners: told, ...rest };
  }

  @Get(':partnerId/contacts')
  @ListRoute('The contacts with one partner, the newest first', answer({ contacts: list(contactShape) }), 404)
  contacts(
    @InExchange() exchange: Exchange,
    @Id('partnerId') partnerId: string,
    @ValidQuery(WholeListQuery) query: WholeListQuery,
  ) {
    return this.lists.answer(exchange, query, {
      table: contactsTable,
      ask: (page) => this.contactsOf(exchange, partnerId, page),
      linesOf: ({ contacts }) => aboutNobody(contacts),
    });
  }

  private async contactsOf({ request }: Exchange, partnerId: string, page: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, page, async (log, tenant) => {
      const contacts = await contactsWith(log, tenant, partnerId);
      if (contacts === undefined) throw notFound();
      return contacts.map(shownContact);
    });
    return { contacts: found, currentTo };
  }
}
