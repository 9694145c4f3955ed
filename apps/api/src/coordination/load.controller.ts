import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LoadBy } from '#projections/appointments/queries';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { code, date, integer, list, object, orNull, page, party, text } from '../reading/shape.js';
import { CodeOf, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { loadsBy } from './labels.js';
import { LoadQuery } from './load.queries.js';
import { loadTable } from './load.table.js';

const loadAnswer = page({
  load: list(
    object({
      municipality: text(),
      coordinator: orNull(party),
      unit: orNull(code(units, 'Where it is told by unit')),
      ordinary: integer(),
      standIn: integer(),
      child: integer(),
      withPlan: integer(),
      endsOn: list(date('To come: one of these ends')),
    }),
  ),
});

export class LoadFilter extends ListQuery {
  @OptionalField()
  @CodeOf(loadsBy, 'COORDINATOR unless told')
  by?: LoadBy;
}

/** For how many each coordinates (F7): who chooses sees how work is spread. */
@ApiTags('coordination')
@Controller('v1/coordinators')
export class LoadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get('load')
  @Reads('load')
  @ListRoute('For how many persons each coordinator, or each unit, coordinates today', loadAnswer)
  load(@InExchange() exchange: Exchange, @ValidQuery(LoadFilter) query: LoadFilter) {
    const { by = 'COORDINATOR' } = query;
    return this.lists.answer(exchange, query, {
      table: loadTable,
      ask: (asked) => this.queries.execute(new LoadQuery(exchange.request, by, asked)),
      linesOf: ({ load }) => load.map((line) => ({ ...line, subject: null })),
    });
  }
}
