import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { staffRoles } from '#municipality';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { code, codeOf, date, list, object, orNull, page, party, personal, text } from '../reading/shape.js';
import { Code, CodeOf, LocalDate, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { StaffQuery } from './staff.queries.js';
import { engagedLines, staffTable } from './staff.table.js';

export class StaffListQuery extends ListQuery {
  @OptionalField()
  @Code(units, 'Who works in this unit, or is a member of it: KE for the coordinating one')
  unit?: string;

  @OptionalField()
  @CodeOf(staffRoles, 'In this role')
  role?: string;

  @OptionalField()
  @LocalDate('As it stood, or will stand, on this day; today unless told')
  on?: string;
}

const engagement = object({
  partyId: text('Under which registration it was recorded, where two were merged'),
  revision: text('For `If-Match`, of that registration'),
  engagementId: text(),
  unit: code(units),
  role: codeOf(staffRoles),
  represents: orNull(code(units, 'Which unit they come from')),
  title: orNull(personal()),
  employer: orNull(personal()),
  from: date(),
  until: orNull(date('The last day')),
  substitutes: list(
    object({ substitutionId: text(), party, from: date(), until: orNull(date('The last day')) }),
  ),
});

const staffAnswer = page({
  staff: list(
    object({
      party,
      municipality: text(),
      revision: text('For `If-Match`, of what is recorded of the party'),
      unit: orNull(code(units, 'As registered first; the engagements tell better')),
      telephone: orNull(personal()),
      email: orNull(personal()),
      engagements: list(engagement),
    }),
  ),
});

/** Everybody who works for the municipality, in one list. */
@ApiTags('parties')
@Reads('staff')
@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListRoute('Who works where on a day, with substitutes and dates, by name', staffAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(StaffListQuery) query: StaffListQuery) {
    const { unit, role, on } = query;
    return this.lists.answer(exchange, query, {
      table: staffTable,
      ask: (asked) => this.queries.execute(new StaffQuery(exchange.request, { unit, role, on }, asked)),
      linesOf: ({ staff }) => engagedLines(staff),
    });
  }
}
