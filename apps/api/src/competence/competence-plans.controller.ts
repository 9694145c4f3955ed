import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { competenceEvents, competencePlansOf } from '#competence';
import { authorityRoles } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, codeOf, date, flag, list, object, orNull, personal } from '../reading/shape.js';
import { bodyOf, says, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords } from './competence-records.js';

const { CompetencePlanAdopted } = competenceEvents.declared;

export class AdoptCompetencePlanBody extends bodyOf(CompetencePlanAdopted, {
  title: { says: 'What it is called', isLine: true },
  validFrom: says('From when it holds'),
  validUntil: says('The last day'),
  aims: says('What it aims at'),
  location: { says: 'Where the plan itself lies', isLine: true },
  adoptedBy: says('As whom somebody adopted it'),
  adoptedOn: todayUnlessTold,
}) {}

type Plan = Awaited<ReturnType<typeof competencePlansOf>>[number];

const shape = object({
  title: personal(),
  validFrom: date(),
  validUntil: date(),
  aims: personal(),
  location: orNull(personal()),
  adoptedBy: codeOf(authorityRoles),
  adoptedOn: date(),
  isCurrent: flag('It holds today'),
});

function shown(told: Plan, today: string) {
  const { municipality: _, location = null, ...plan } = told;
  return { ...plan, location, isCurrent: plan.validFrom <= today && today <= plan.validUntil };
}

/** The unit’s plans for competence and cooperation (U9). */
@ApiTags('competence')
@Reads('competence')
@Controller('v1/competence-plans')
export class CompetencePlansController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: OrganisationReading,
  ) {}

  @Get()
  @ReadRoute('Every plan that was adopted, the newest period first', answer({ plans: list(shape) }))
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, query, async (log, tenant, today) =>
      (await competencePlansOf(log, tenant)).map((one) => shown(one, today)),
    );
    return { plans: found, currentTo };
  }

  @Post()
  @RolesHere('LEADER', 'CASEWORKER')
  @CommandRoute({ summary: 'A plan for competence and cooperation is adopted for a period' })
  adopt(@InExchange() exchange: Exchange, @ValidBody(AdoptCompetencePlanBody) body: AdoptCompetencePlanBody) {
    return this.records.record(exchange, 'CompetencePlanAdopted', fieldsOf(body));
  }
}
