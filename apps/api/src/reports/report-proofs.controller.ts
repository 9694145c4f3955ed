import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  changesBetween,
  Concerning,
  countedAt,
  cutOf,
  FactsOfLog,
  type Figures,
  fingerprinted,
  laterIn,
  leavesOf,
  rebuilt,
  reportsOf,
  rulesOf,
} from '#reporting';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, flag, integer, list, object, type Shape, text } from '../reading/shape.js';
import { Id, ValidQuery } from '../validation/pipes.js';

const leaf: Shape = { oneOf: [{ type: 'integer' }, { type: 'string' }, { type: 'null' } as never] };
const caused = list(object({ cause: text(), count: integer() }));
const changeShape = object({
  figure: text(),
  member: text('Its place below the figure'),
  was: leaf,
  is: leaf,
  added: caused,
  removed: caused,
  altered: caused,
});

/** A frozen report held against the log: the same bytes still, and what has moved since (H11). */
@ApiTags('reports')
@Reads('statistics')
@Controller('v1/reports')
export class ReportProofsController {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly log: FactsOfLog,
  ) {}

  @Get(':reportId/rebuild')
  @ReadRoute(
    'The figures of a frozen report anew from the log, held against what was frozen',
    answer({
      isSame: flag(),
      figuresSha256: text(),
      forumSha256: text(),
      differences: list(object({ figure: text(), stored: leaf, rebuilt: leaf })),
    }),
    404,
  )
  async rebuild(
    @InExchange() { request }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { found, currentTo } = await this.reading.answer(request, query, async (runner, tenant) => {
      const reports = await reportsOf(runner, tenant);
      const { frozen } = reports.find((one) => one.reportId === reportId) ?? {};
      const built = frozen && (await rebuilt(this.log, tenant, reports, reportId));
      if (!built) throw notFound();
      const { figures } = built.counted;
      return { stored: frozen.figures, frozen, figures, forum: fingerprinted(built.edition).sha256 };
    });
    const { sha256: figuresSha256 } = fingerprinted(found.figures);
    const { forum: forumSha256, frozen } = found;
    const isSame = figuresSha256 === frozen.figuresSha256 && forumSha256 === frozen.forumSha256;
    return {
      isSame,
      figuresSha256,
      forumSha256,
      differences: isSame ? [] : differencesIn(found.stored, found.figures as unknown as Figures),
      currentTo,
    };
  }

  @Get(':reportId/changes')
  @ReadRoute(
    'What later registrations moved in the figures of a report, and why',
    answer({ changes: list(changeShape) }),
    404,
  )
  async changes(
    @InExchange() { request }: Exchange,
    @Id('reportId') reportId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { found: changes, currentTo } = await this.reading.answer(
      request,
      query,
      async (runner, tenant) => {
        const report = (await reportsOf(runner, tenant)).find((one) => one.reportId === reportId);
        const now = await this.log.known(tenant, {});
        if (!report || !now) throw notFound();
        const period = { from: report.from, to: report.to };
        // By its own rules: what moved is what was recorded, and no definition.
        const by = rulesOf(report.frozen);
        const was = await countedAt(this.log, tenant, { period, by, until: { cut: cutOf(report) } });
        const is = await countedAt(this.log, tenant, { period, by, until: { cut: now.cut } });
        if (!was || !is) throw notFound();
        const events = this.log.between(tenant, was.cut, is.cut);
        const find = (stream: string, id: string) =>
          this.log.eventsOf(tenant, stream).find((event) => event.id === id);
        const later = laterIn(events, find);
        return changesBetween(was, is, new Concerning(later, now.register, is.figures.statusOn));
      },
    );
    return { changes, currentTo };
  }
}

/** Each number that differs from what was frozen; none can be told where the frozen text is gone. */
function differencesIn(stored: unknown, figures: Figures) {
  if (typeof stored !== 'string') return [];
  const was = leavesOf({ figures: JSON.parse(stored) as Figures });
  const is = leavesOf({ figures });
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((place) => was.get(place) !== is.get(place))
    .map((figure) => ({ figure, stored: was.get(figure) ?? null, rebuilt: is.get(figure) ?? null }));
}
