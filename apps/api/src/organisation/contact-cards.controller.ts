import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  type ContactCard,
  contactCardOn,
  contactCardsOf,
  organisationEvents,
  unitTasks,
} from '#municipality';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  answer,
  code,
  codeOf,
  date,
  list,
  object,
  orNull,
  personal,
  type Shape,
  text,
} from '../reading/shape.js';
import { bodyOf, says, usual } from '../validation/body-of.js';
import { LocalDate, OptionalField } from '../validation/decorators.js';
import { fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { OrganisationReading, revisionShape } from './organisation-reading.js';
import { OrganisationSteps } from './organisation-steps.js';

export class PublishContactCardBody extends bodyOf(organisationEvents.declared.ContactCardPublished, {
  validFrom: usual('From when it holds, until the next one; today unless told'),
  unit: says('Where in the municipality the unit sits'),
  tasks: says('What the unit does'),
  contactFunction: { says: 'Whom to ask for: a function, not a person', isLine: true },
  place: says('Where to come'),
  openingHours: says('When'),
  telephone: { says: 'The unit’s or the switchboard’s', isLine: true },
  mailbox: { says: 'The shared mailbox', isLine: true },
  postalAddress: says('Where to write'),
}) {}

export class ContactCardAnswer extends CommandAnswer {
  @ApiProperty()
  cardId!: string;
}

export class ContactCardQuery extends ReadQuery {
  @OptionalField()
  @LocalDate('The day on which it holds; today unless told')
  on?: string;
}

const texts = ['contactFunction', 'place', 'openingHours', 'telephone', 'mailbox', 'postalAddress'] as const;
const cardShape: Readonly<Record<string, Shape>> = {
  cardId: text(),
  validFrom: date(),
  unit: orNull(code(units, 'Where in the municipality the unit sits')),
  tasks: list(codeOf(unitTasks)),
  ...Object.fromEntries(texts.map((name) => [name, orNull(personal())])),
};

const shown = (told: ContactCard) => ({
  ...Object.fromEntries(texts.map((name) => [name, told[name] ?? null])),
  cardId: told.cardId,
  validFrom: told.validFrom,
  unit: told.unit ?? null,
  tasks: told.tasks ?? [],
});

/** How people reach the unit: for everybody to read, the history too. */
@ApiTags('organisation')
@Reads('organisation')
@Controller('v1')
export class ContactCardsController {
  constructor(
    private readonly steps: OrganisationSteps,
    private readonly reading: OrganisationReading,
  ) {}

  @Post('contact-cards')
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({
    summary: 'Publishes the unit’s contact card, which holds from a day until the next one',
    description:
      'A function and a shared mailbox rather than somebody’s own: the card outlives who works there.',
    answer: ContactCardAnswer,
  })
  publish(@InExchange() exchange: Exchange, @ValidBody(PublishContactCardBody) body: PublishContactCardBody) {
    return this.steps.record(exchange, 'ContactCardPublished', fieldsOf(body));
  }

  @Get('contact-card')
  @ReadRoute('The contact card that holds on a day', answer(cardShape), 404)
  async current(@InExchange() { request }: Exchange, @ValidQuery(ContactCardQuery) query: ContactCardQuery) {
    const { found, currentTo } = await this.reading.answer(request, query, async (log, tenant, today) => {
      const card = await contactCardOn(log, tenant, query.on ?? today);
      if (card === undefined) throw notFound();
      return shown(card);
    });
    return { ...found, currentTo };
  }

  @Get('contact-cards')
  @ReadRoute(
    'Every contact card, the newest first',
    answer({ contactCards: list(object(cardShape)), ...revisionShape }),
  )
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { told, ...rest } = await this.reading.ofTopic(
      request,
      query,
      'contactCards',
      async (log, tenant) => {
        const cards = await contactCardsOf(log, tenant);
        const newestFirst = cards.toSorted((one, other) => other.validFrom.localeCompare(one.validFrom));
        return newestFirst.map(shown);
      },
    );
    return { contactCards: told, ...rest };
  }
}
