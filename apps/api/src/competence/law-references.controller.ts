import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { competenceEvents, lawReferencesOf, type Reference } from '#competence';
import { lawCodes } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, code, date, flag, list, object, orNull, personal } from '../reading/shape.js';
import { bodyOf, oneLine, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords } from './competence-records.js';

const { LawReferenceListed } = competenceEvents.declared;

export class ListLawReferenceBody extends bodyOf(LawReferenceListed, {
  reference: says('Its code; of one that is there already this stands in its place'),
  nb: oneLine,
  nn: oneLine,
  validFrom: says('The first day on which it is in force under that name'),
  validUntil: says('The last day'),
  replacedBy: says('What is cited instead since'),
  listedOn: todayUnlessTold,
}) {}

const shape = object({
  reference: code(lawCodes),
  nb: personal(),
  nn: personal(),
  validFrom: orNull(date()),
  validUntil: orNull(date('The last day')),
  replacedBy: list(code(lawCodes, 'What is cited since')),
  isOwn: flag('The municipality’s own, or in the place of one that is shipped'),
});

function shown({ reference, words, validFrom, validUntil, replacedBy }: Reference) {
  const inBoth = 'nb' in words ? words : { nb: words[0], nn: words[1] };
  return {
    reference,
    ...inBoth,
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
    replacedBy,
    isOwn: 'nb' in words,
  };
}

/** What papers cite of the law, under old and new names, and what replaced it, entry by entry (A13, F28). */
@ApiTags('competence')
@Reads('competence')
@Controller('v1/law-references')
export class LawReferencesController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: OrganisationReading,
  ) {}

  @Get()
  @ReadRoute(
    'What papers cite of the law: what is shipped, and what the municipality has listed beside it or in its place',
    answer({ references: list(shape) }),
  )
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, query, async (log, tenant) =>
      (await lawReferencesOf(log, tenant)).map(shown),
    );
    return { references: found, currentTo };
  }

  @Post()
  @RolesHere('LEADER', 'ADMIN')
  @CommandRoute({ summary: 'Lists a reference to the law; listed again, the last counts' })
  listReference(
    @InExchange() exchange: Exchange,
    @ValidBody(ListLawReferenceBody) body: ListLawReferenceBody,
  ) {
    return this.records.record(exchange, 'LawReferenceListed', fieldsOf(body));
  }
}
