import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  countedAt,
  countedBefore,
  countedOf,
  FactsOfLog,
  fingerprinted,
  targetsOn,
  toldFigures,
} from '#reporting';
import { Opens, Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Lists } from '../lists/lists.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { sayFault } from '../problems/fault-sentences.js';
import { notFound, Problem } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { targetsIn } from '../reading/targets.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer } from '../reading/shape.js';
import { LocalDate, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { BehindCells, behindShape, CellOfFigure } from './behind-cells.js';
import { profileChangesIn } from './profile-changes.js';
import { countedShape } from './report-shapes.js';
import { toldShape, unitNameIn } from './told-shapes.js';

/** How many periods a line shows beside the one that is asked for. */
export const periodsShown = 4;

export class FiguresQuery extends ReadQuery {
  @LocalDate('The first day of the period')
  from!: string;

  @LocalDate('The day after its last')
  to!: string;

  @OptionalField()
  @LocalDate('The day that stocks are true on; the last of the period unless told')
  trueOn?: string;

  @OptionalField()
  @LocalDate('The day on whose knowledge the figures rest; all that is recorded unless told')
  knownOn?: string;
}

export class BehindFiguresQuery extends FiguresQuery {
  @CellOfFigure()
  cell!: string;
}

/** Figures of a period, as they were known on a day. They stay with the unit: what others are told is an edition. */
@ApiTags('reports')
@Reads('statistics')
@Controller('v1/reports')
export class FiguresController {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly log: FactsOfLog,
    private readonly lists: Lists,
    private readonly behindCells: BehindCells,
  ) {}

  @Get('figures')
  @ReadRoute('The figures of a period, true on a day and known on a day', answer(countedShape), 404)
  async figures(@InExchange() { request }: Exchange, @ValidQuery(FiguresQuery) query: FiguresQuery) {
    const { found, currentTo } = await this.reading.answer(request, query, async (_, tenant, today) => {
      const counted = await countedAt(this.log, tenant, { ...askedIn(query, today), until: untilIn(query) });
      if (!counted) throw notFound();
      const { figures, contributors, cut, recordedAt, leftOut } = counted;
      const { sha256 } = fingerprinted(figures);
      const { statusOn, rules } = figures;
      return { figures: figures.figures, statusOn, rules, sha256, contributors, cut, recordedAt, leftOut };
    });
    return { ...found, currentTo };
  }

  @Get('figures/tables')
  @ReadRoute(
    'The same in words, beside the periods before, as they are known on the same day',
    answer(toldShape),
    404,
  )
  async tables(@InExchange() { request }: Exchange, @ValidQuery(FiguresQuery) query: FiguresQuery) {
    const say = await this.lists.sayingFor(request);
    const { found, currentTo } = await this.reading.answer(request, query, async (runner, tenant, today) => {
      const { period, trueOn } = askedIn(query, today);
      const known = await this.log.known(tenant, untilIn(query));
      if (!known) throw notFound();
      const { figures, recordedAt } = countedOf(known, tenant, { period, trueOn });
      const before = countedBefore(known, tenant, period, periodsShown);
      const themes = toldFigures(
        figures,
        before,
        unitNameIn(say),
        targetsOn(await targetsIn(runner, tenant), figures.statusOn),
      );
      const profileChanges = await profileChangesIn(runner, tenant, period);
      return { statusOn: figures.statusOn, rules: figures.rules, recordedAt, profileChanges, themes };
    });
    return { ...found, currentTo };
  }

  @Get('figures/behind')
  @Opens('cases')
  @ReadRoute('Who is behind a number of these figures', answer(behindShape), 404)
  behind(@InExchange() { request }: Exchange, @ValidQuery(BehindFiguresQuery) query: BehindFiguresQuery) {
    return this.behindCells.of(request, query, (today) => ({
      ...askedIn(query, today),
      until: untilIn(query),
    }));
  }
}

const untilIn = ({ knownOn }: FiguresQuery) => ({ knownOn });

/** The period that is asked for; refused where it ends before it begins, or has not begun. */
function askedIn({ from, to, trueOn }: FiguresQuery, today: string) {
  const refused = (path: string, fault: 'period-order' | 'period-to-come') =>
    new Problem('invalid-query', { errors: [{ path, message: sayFault(fault) }] });
  if (from >= to) throw refused('to', 'period-order');
  if (from > today) throw refused('from', 'period-to-come');
  return { period: { from, to }, trueOn };
}
