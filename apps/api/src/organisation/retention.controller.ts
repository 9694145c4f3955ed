import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organisationEvents, type RetentionPeriod, retentionPeriodsOf } from '#municipality';
import { retentionClasses } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, codeOf, date, integer, list, object, orNull, personal } from '../reading/shape.js';
import { bodyOf, says, usual } from '../validation/body-of.js';
import { Count, OptionalField } from '../validation/decorators.js';
import { fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { OrganisationReading, revisionShape } from './organisation-reading.js';
import { OrganisationSteps } from './organisation-steps.js';

const { RetentionDecided } = organisationEvents.declared;

export class DecideRetentionBody extends bodyOf(RetentionDecided, {
  retentionClass: says('What is kept'),
  validFrom: usual('From when it holds; today unless told'),
  document: { says: 'Where it stands written', isLine: true },
}) {
  @OptionalField()
  @Count(1200, 'For how many months after nobody has to do anything more; absent: for good')
  months?: number;
}

const shape = object({
  retentionClass: codeOf(retentionClasses),
  months: orNull(integer()),
  validFrom: date(),
  document: orNull(personal()),
});

function shown(told: RetentionPeriod) {
  const { municipality: _, ...period } = told;
  return { ...period, months: period.months ?? null, document: period.document ?? null };
}

/** For how long the municipality keeps what is recorded, as it has decided with its archive. */
@ApiTags('organisation')
@Reads('organisation')
@Controller('v1/retention-periods')
export class RetentionController {
  constructor(
    private readonly steps: OrganisationSteps,
    private readonly reading: OrganisationReading,
  ) {}

  @Post()
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({
    summary: 'For how long a class of records is kept, from a day on until the next decision of that class',
    description: 'Nothing is disposed of by it: it tells what is due.',
  })
  decide(@InExchange() exchange: Exchange, @ValidBody(DecideRetentionBody) body: DecideRetentionBody) {
    return this.steps.record(exchange, 'RetentionDecided', fieldsOf(body));
  }

  @Get()
  @ReadRoute(
    'Every period that was decided, the newest first',
    answer({ retentionPeriods: list(shape), ...revisionShape }),
  )
  async periods(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { told, ...rest } = await this.reading.ofTopic(request, query, 'retention', async (log, tenant) => {
      const all = await retentionPeriodsOf(log, tenant);
      return all.map(shown).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
    });
    return { retentionPeriods: told, ...rest };
  }
}
