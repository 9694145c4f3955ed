import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LawRule } from '#deadlines';
import {
  type AdoptedRule,
  adoptedRulesOf,
  organisationEvents,
  ruleNames,
  ruleTransitions,
} from '#municipality';
import { periodUnits } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading, revisionShape, tenantOf } from '../organisation/organisation-reading.js';
import { OrganisationSteps } from '../organisation/organisation-steps.js';
import { LookRoute } from '../reading/look-route.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, codeOf, date, integer, list, object, orNull, personal, text } from '../reading/shape.js';
import { bodyOf, says, usual } from '../validation/body-of.js';
import { Count, OptionalField } from '../validation/decorators.js';
import { fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { proposedOf } from './adoption.js';
import { Rehearsals } from './rehearsals.js';

const { RuleVersionAdopted } = organisationEvents.declared;
const version = {
  rule: says('Of which rule'),
  ruleVersion: says('What the version is called'),
  validFrom: { says: 'From when it holds', needed: true },
  periodUnit: says('Days, weeks, months or years'),
  transition: says('What becomes of a deadline that runs then; the longer counts unless told'),
} as const;

export class RuleVersionBody extends bodyOf(RuleVersionAdopted, version) {
  @Count(3660, 'How many of them')
  count!: number;
}

export class AdoptRuleVersionBody extends bodyOf(RuleVersionAdopted, {
  ...version,
  document: { says: 'Where it stands written', isLine: true },
  adoptedOn: usual('When it was adopted; today unless told'),
}) {
  @Count(3660, 'How many of them')
  count!: number;

  @OptionalField()
  @Count(1_000_000, 'How many deadlines came out otherwise in the rehearsal that was looked at; absent: none')
  deadlinesOtherwise?: number;
}

const shape = object({
  rule: codeOf(ruleNames),
  ruleVersion: text(),
  validFrom: date(),
  count: integer(),
  periodUnit: codeOf(periodUnits),
  transition: codeOf(ruleTransitions),
  document: orNull(personal()),
  casesRehearsed: integer(),
  deadlinesOtherwise: integer(),
  adoptedOn: date(),
});
const rehearsalAnswer = object({
  casesRehearsed: integer(),
  deadlines: integer(),
  rights: integer(),
  letterTexts: integer(),
  goingByIt: integer(),
  leftOut: integer(),
});

function shown(told: AdoptedRule) {
  const { municipality: _, transition = 'LONGER_OF', document = null, ...version } = told;
  return { ...version, transition, document };
}

/** The versions of the law's rules by which the municipality computes (docs/adr/0066). */
@ApiTags('organisation')
@Reads('organisation')
@Controller('v1/rule-versions')
export class RuleVersionsController {
  constructor(
    private readonly steps: OrganisationSteps,
    private readonly reading: OrganisationReading,
    private readonly rehearsals: Rehearsals,
  ) {}

  @Post('rehearsal')
  @RolesHere('ADMIN', 'LEADER')
  @LookRoute({
    summary: 'What a version of a rule would change of open and last year’s cases',
    description: 'Nothing is recorded. Which cases they are is told by `samspor law rehearse`.',
    answer: rehearsalAnswer,
  })
  async rehearse(@InExchange() { request }: Exchange, @ValidBody(RuleVersionBody) body: RuleVersionBody) {
    const { found } = await this.reading.answer(request, {}, (_, tenant) =>
      this.rehearsals.counted(tenant, proposedOf(toldIn(body))),
    );
    return found;
  }

  @Post()
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({
    summary: 'The municipality adopts a version of a rule of the law, from a day on',
    description:
      'Only what was rehearsed: it is refused where a rehearsal of now finds another number of deadlines otherwise. Deadlines that run are set anew by it where the version says so.',
  })
  async adopt(@InExchange() exchange: Exchange, @ValidBody(AdoptRuleVersionBody) body: AdoptRuleVersionBody) {
    const { deadlinesOtherwise: otherwise = 0, ...said } = fieldsOf(body);
    const tenant = tenantOf(exchange.request);
    const proposed = proposedOf(toldIn(body));
    const found = await this.rehearsals.adopting(tenant, proposed, otherwise);
    return this.steps.record(exchange, 'RuleVersionAdopted', { ...said, ...found });
  }

  @Get()
  @ReadRoute(
    'Every version that was adopted, the newest first',
    answer({ ruleVersions: list(shape), ...revisionShape }),
  )
  async versions(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { told, ...rest } = await this.reading.ofTopic(request, query, 'law', async (log, tenant) => {
      const all = await adoptedRulesOf(log, tenant);
      return all.map(shown).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
    });
    return { ruleVersions: told, ...rest };
  }
}

const toldIn = (body: RuleVersionBody | AdoptRuleVersionBody) => ({
  ...fieldsOf(body),
  rule: body.rule satisfies LawRule,
});
