import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { countedAt, FactsOfLog, fingerprinted } from '#reporting';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { sayFault } from '../problems/fault-sentences.js';
import { notFound, Problem } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer } from '../reading/shape.js';
import { LocalDate, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { countedShape } from './report-shapes.js';

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

/** Figures of a period, as they were known on a day. They stay with the unit: what others are told is an edition. */
@ApiTags('reports')
@Reads('statistics')
@Controller('v1/reports')
export class FiguresController {
  constructor(
    private readonly reading: OrganisationReading,
    private readonly log: FactsOfLog,
  ) {}

  @Get('figures')
  @ReadRoute('The figures of a period, true on a day and known on a day', answer(countedShape), 404)
  async figures(@InExchange() { request }: Exchange, @ValidQuery(FiguresQuery) query: FiguresQuery) {
    const { from, to, trueOn, knownOn } = query;
    if (from >= to) {
      throw new Problem('invalid-query', { errors: [{ path: 'to', message: sayFault('period-order') }] });
    }
    const { found, currentTo } = await this.reading.answer(request, query, async (_, tenant) => {
      const counted = await countedAt(this.log, tenant, {
        period: { from, to },
        trueOn,
        until: { knownOn },
      });
      if (!counted) throw notFound();
      const { figures, contributors, cut, recordedAt, leftOut } = counted;
      const { sha256 } = fingerprinted(figures);
      const { statusOn, rules } = figures;
      return { figures: figures.figures, statusOn, rules, sha256, contributors, cut, recordedAt, leftOut };
    });
    return { ...found, currentTo };
  }
}
