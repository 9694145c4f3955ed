import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  checkWords,
  codedStatus,
  completenessChecks,
  completenessOf,
  countedOf,
  FactsOfLog,
  labelOf,
  type Known,
  readCodeTable,
  statusFileOf,
} from '#reporting';
import type { ApiRequest } from '../auth/authenticate.js';
import { Opens, Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { sayFault } from '../problems/fault-sentences.js';
import { notFound, Problem } from '../problems/problem.js';
import { spokenIn } from '../reading/language.js';
import { Names } from '../reading/names.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { answer, date, integer, list, listedSubject, object, orNull, text } from '../reading/shape.js';
import { Count, OptionalField, PersonalText } from '../validation/decorators.js';
import { ValidBody, ValidQuery } from '../validation/pipes.js';

/** How long a table of codes may be: a line is about eighty characters, and a register has some thirty values. */
const longest = 100_000;

export class NationalStatusBody {
  @Count(2199, 'The year that ends with the day of status')
  year!: number;

  @OptionalField()
  @PersonalText(50, { description: 'Whose codes, as the table names it' })
  register?: string;

  @OptionalField()
  @PersonalText(longest, {
    lines: true,
    description: 'The municipality’s table of codes, as CSV (docs/statistics.md)',
  })
  codes?: string;
}

const nationalAnswer = answer({
  statusOn: date(),
  population: integer(),
  checks: list(
    object({
      check: text(),
      name: list(text('Bokmål, nynorsk')),
      persons: list(listedSubject),
    }),
  ),
  faults: list(text('What of the table cannot be taken, line by line')),
  missing: list(object({ asked: text(), value: text(), name: list(text('Bokmål, nynorsk')) })),
  file: orNull(text('What is delivered: a line a person by our own id, in the codes of the register')),
});

/** The status that KOSTRA and KPR ask for per 31 December, in the codes that the municipality has found out: none is guessed. */
@ApiTags('reports')
@Reads('statistics')
@Controller('v1/reports')
export class NationalStatusController {
  constructor(
    private readonly reading: Reading,
    private readonly log: FactsOfLog,
  ) {}

  @Post('national-status-searches')
  @HttpCode(200)
  @Opens('register')
  @ReadRoute(
    'What national registers ask of each person per 31 December; a POST, since the table of codes comes along',
    nationalAnswer,
    404,
    413,
    415,
  )
  async status(
    @InExchange() { request }: Exchange,
    @ValidBody(NationalStatusBody) body: NationalStatusBody,
    @ValidQuery(ReadQuery) { readAfter }: ReadQuery,
  ) {
    const language = spokenIn(request.headers['accept-language']);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models: ['people'],
      purpose: request.role === 'AUDITOR' ? 'COMPLAINT' : 'OVERVIEW',
      ask: async (asked) => {
        const known = await this.knownFor(request, body.year, asked.today);
        const told = toldOf(known, tenantOf(request), body, language);
        const names = await Names.of(asked, told.about);
        const checks = told.checks.map(({ check, persons }) => ({
          check,
          name: checkWords[check],
          persons: persons.map((person) => names.listed(person)),
        }));
        return { ...told, about: told.about.map((person) => names.survivor(person)), checks };
      },
      subjectIds: ({ about }) => about,
    });
    const { about: _, ...shown } = found;
    return { ...shown, currentTo };
  }

  private async knownFor(request: ApiRequest, year: number, today: string): Promise<Known> {
    if (`${year}-12-31` > today) {
      throw new Problem('invalid-body', { errors: [{ path: 'year', message: sayFault('period-to-come') }] });
    }
    const known = await this.log.known(tenantOf(request), {});
    if (!known) throw notFound();
    return known;
  }
}

/** Everybody of the population is opened where a file is made of them; else those who are to be looked into. */
function toldOf(
  known: Known,
  tenant: string,
  { year, codes, register = '' }: NationalStatusBody,
  language: ReturnType<typeof spokenIn>,
) {
  const counted = countedOf(known, tenant, { period: { from: `${year}-01-01`, to: `${year + 1}-01-01` } });
  const population = counted.contributors['N1'] ?? [];
  const found = completenessOf(counted, known.register);
  const checks = completenessChecks.map((check) => ({ check, persons: found[check] }));
  const table = codes === undefined ? undefined : readCodeTable(codes);
  const coded = table?.faults.length === 0 ? codedStatus(counted, table, register) : undefined;
  const file = coded && 'lines' in coded ? statusFileOf(coded.lines) : null;
  return {
    statusOn: counted.figures.statusOn,
    population: population.length,
    about: [...new Set([...(file === null ? [] : population), ...checks.flatMap(({ persons }) => persons)])],
    checks,
    faults: (table?.faults ?? []).map(([en, nb, nn]) => ({ en, nb, nn })[language]),
    missing: (coded && 'missing' in coded ? coded.missing : []).map(({ asked, value }) => ({
      asked,
      value,
      name: labelOf(asked, [value], (unit) => [unit, unit]),
    })),
    file,
  };
}
