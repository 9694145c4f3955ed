import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { actorRoles } from '#personal-data';
import { senses } from './known.js';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  answer,
  code,
  codeOf,
  date,
  instant,
  list,
  object,
  oneOf,
  orNull,
  personal,
  text,
} from '../reading/shape.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { BetweenQuery } from './as-of.query.js';
import { CaseChangesQuery } from './case-changes.query.js';

const changesAnswer = answer({
  caseId: text(),
  from: date(),
  to: date(),
  sense: codeOf(senses),
  language: oneOf(['nb', 'nn']),
  changes: list(
    object({
      field: text('Of the case, as its page has it, or of the person’s coordination'),
      called: text('In the language of the answer'),
      was: orNull(text('In words; null where nothing stood. Of a list, what is not there any more')),
      now: orNull(text('In words; null where nothing stands. Of a list, what is new')),
      by: list(
        object({
          eventId: text('As the audit trail has it'),
          type: text(),
          title: text(),
          occurredOn: date(),
          recordedAt: instant(),
          actor: object({
            partyId: text(),
            name: orNull(personal()),
            role: code(actorRoles),
            unit: orNull(code(units)),
          }),
        }),
      ),
    }),
  ),
});

/** What became of a case between two days. */
@ApiTags('cases')
@Controller('v1/cases')
export class CaseChangesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':caseId/changes')
  @Reads('case')
  @ReadRoute(
    'What changed in a case between the ends of two days, field by field, with the events that did it',
    changesAnswer,
    404,
  )
  async between(
    @InExchange() { request, reply }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(BetweenQuery) query: BetweenQuery,
  ) {
    const found = await this.queries.execute(new CaseChangesQuery(request, caseId, query));
    reply.header('Vary', 'Accept-Language').header('Content-Language', found.language);
    return found;
  }
}
