import { Controller, Get } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { byLaw } from '#casework';
import { proposalAnswers } from '#coordination';
import { CommandRunner } from '#event-sourcing';
import { type Profile, profileOf, targets, terms } from '#municipality';
import {
  agendaItems,
  allocationHearers,
  deciderBodies,
  delegationScopes,
  items as allItems,
  languages,
  targetGroups,
} from '#vocabulary';
import type { ApiRequest } from '../auth/authenticate.js';
import { needsOne } from '../auth/logins.js';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { notFound } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { termWordsOf } from '../reading/own-words.js';
import { type CurrentTo, ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import {
  answer,
  code,
  codeOf,
  date,
  flag,
  integer,
  list,
  object,
  orNull,
  personal,
  text,
} from '../reading/shape.js';
import { ValidQuery } from '../validation/pipes.js';

const words = orNull(object({ nb: text(), nn: text() }));
const ownCodes = (says: string) => list(object({ code: text(says), nb: personal(), nn: personal() }));
const profileAnswer = answer({
  municipality: text(),
  profileVersion: integer(),
  name: personal(),
  municipalityNumber: text('Today’s number; never the key'),
  language: code(languages),
  items: list(code(allItems)),
  offered: list(
    code(allItems, 'What can be applied for: all that the law gives a right to, and what is offered beside'),
  ),
  proposalAwaits: list(codeOf(proposalAnswers, 'Whose answer a proposal of a coordinator needs')),
  deciderBody: code(deciderBodies),
  groupPresupposesPlan: flag(),
  adoptedOn: date(),
  terms: object(Object.fromEntries(Object.keys(terms).map((kind) => [kind, words]))),
  targetGroups: orNull(
    list(code(targetGroups, 'Whom it names as those who turn to it; null where it does not say')),
  ),
  delegationNeededFor: list(code(delegationScopes, 'In what nobody acts without a delegation that holds')),
  allocationToldTo: list(code(allocationHearers, 'Who hears that somebody coordinates')),
  targets: list(object({ target: code(targets), days: integer() })),
  standingItems: list(code(agendaItems, 'What every meeting of the unit takes up beside the cases')),
  units: ownCodes('Units beside the usual ones in /v1/labels'),
  roles: ownCodes('Parts in a group beside the usual ones in /v1/labels'),
});

/** The municipality's own choices, with its words in both languages. */
export class ProfileQuery extends Query<{ readonly municipality: string; readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(ProfileQuery)
export class ProfileHandler implements IQueryHandler<ProfileQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, query }: ProfileQuery) {
    const [tenant] = request.tenants;
    if (tenant === undefined || request.tenants.length > 1) throw needsOne();
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: [],
      purpose: 'ADMINISTRATION',
      ask: async () => {
        const { profile } = await profileOf(this.runner, tenant);
        if (profile === undefined) throw notFound();
        return shown(profile);
      },
      subjectIds: () => [],
    });
    return { ...found, currentTo };
  }
}

/** What a client needs of it; the other settings are the program's own. */
function shown(profile: Profile) {
  const { municipality, profileVersion, name, municipalityNumber, language } = profile;
  const { items, deciderBody, groupPresupposesPlan, adoptedOn, units = [], roles = [] } = profile;
  const {
    targetGroups: groups = null,
    delegationNeededFor = [],
    allocationToldTo = [],
    standingItems = [],
  } = profile;
  return {
    municipality,
    profileVersion,
    name,
    municipalityNumber,
    language,
    items,
    offered: allItems.codes.filter((item) => byLaw.includes(item) || items.includes(item)),
    proposalAwaits: [
      ...(profile.leaderConcurrence ? (['LEADER'] as const) : []),
      ...(profile.candidateAnswer === true ? (['CANDIDATE'] as const) : []),
    ],
    deciderBody,
    groupPresupposesPlan,
    adoptedOn,
    terms: termWordsOf(profile),
    targetGroups: groups,
    delegationNeededFor,
    allocationToldTo,
    targets: profile.targets ?? [],
    standingItems,
    units,
    roles,
  };
}

@ApiTags('municipality')
@Reads('profile')
@Controller('v1/profile')
export class ProfileController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('The municipality’s own choices and words', profileAnswer, 404)
  profile(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    return this.queries.execute(new ProfileQuery(request, query));
  }
}
