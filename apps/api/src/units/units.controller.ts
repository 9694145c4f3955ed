import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { unitEvents, unitStream } from '#municipality';
import {
  RecordUnitStepCommand,
  ReviseUnitEventCommand,
  type ToldUnitStep,
  type UnitStep,
} from '#municipality/application/index';
import { units } from '#vocabulary';
import { Opens, Reads } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import {
  answer,
  code,
  date,
  integer,
  list,
  object,
  oneOf,
  orNull,
  page,
  party,
  personal,
  text,
} from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, oneLine, says, todayUnlessTold } from '../validation/body-of.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { LocalDate, OptionalField } from '../validation/decorators.js';
import { Code, fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { UnitsQuery } from './units.queries.js';

const { UnitEstablished, UnitRenamed, UnitLeaderNamed, UnitMovedUnder, UnitMergedInto, UnitEnded } =
  unitEvents.declared;

export class EstablishUnitBody extends bodyOf(UnitEstablished, {
  unit: says('Its code, given once: never changed, and never used for another'),
  nb: oneLine,
  nn: oneLine,
  parent: says('The unit that it stands under'),
  establishedOn: todayUnlessTold,
}) {}
export class RenameUnitBody extends bodyOf(UnitRenamed, {
  nb: oneLine,
  nn: oneLine,
  renamedOn: todayUnlessTold,
}) {}
export class NameUnitLeaderBody extends bodyOf(UnitLeaderNamed, {
  leaderId: says('Who leads it, a registered party'),
  leadsFrom: todayUnlessTold,
}) {}
export class MoveUnitBody extends bodyOf(UnitMovedUnder, {
  parent: says('The unit that it stands under from then on; without one it stands uppermost'),
  movedOn: todayUnlessTold,
}) {}
export class MergeUnitBody extends bodyOf(UnitMergedInto, {
  into: says('The unit that takes over'),
  mergedOn: todayUnlessTold,
}) {}
export class EndUnitBody extends bodyOf(UnitEnded, { endedOn: todayUnlessTold }) {}

export class UnitsOfDay extends ReadQuery {
  @OptionalField()
  @LocalDate('As they stood on this day; today unless told')
  on?: string;
}

export class UnitAnswer extends CommandAnswer {
  @ApiProperty()
  unit!: string;
}

const unitsAnswer = answer({
  units: list(
    object({
      unit: code(units),
      nb: orNull(personal()),
      nn: orNull(personal()),
      parent: orNull(code(units)),
      leader: orNull(party),
      level: integer(),
      establishedOn: date(),
      endedOn: orNull(date('From then on nothing new is recorded of it')),
      mergedInto: orNull(code(units, 'Who took over')),
      municipality: text(),
      revision: text('For `If-Match`, of what is recorded of the unit'),
    }),
  ),
});

const trailAnswer = page({ language: oneOf(['nb', 'nn']), entries: entriesShape });

/** The units of the municipality: who leads them, what they stand under, what became of them. */
@ApiTags('municipality')
@Controller('v1/units')
export class UnitsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
    private readonly trails: RecordTrails,
  ) {}

  @Get()
  @Reads('units')
  @ReadRoute('The units as a tree, as they stand today or stood on a day', unitsAnswer)
  all(@InExchange() { request }: Exchange, @ValidQuery(UnitsOfDay) query: UnitsOfDay) {
    return this.queries.execute(new UnitsQuery(request, query.on, query));
  }

  @Post()
  @Roles('ADMIN')
  @CommandRoute({ summary: 'Establishes a unit', answer: UnitAnswer })
  establish(@InExchange() exchange: Exchange, @ValidBody(EstablishUnitBody) body: EstablishUnitBody) {
    return this.#record(exchange, 'UnitEstablished', body.unit, fieldsOf(body));
  }

  @Post(':unit/names')
  @Roles('ADMIN')
  @CommandRoute({ summary: 'Gives a unit another name; its code stays', answer: UnitAnswer })
  rename(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidBody(RenameUnitBody) body: RenameUnitBody,
  ) {
    return this.#record(exchange, 'UnitRenamed', unit, fieldsOf(body));
  }

  @Post(':unit/leaders')
  @Roles('ADMIN')
  @CommandRoute({ summary: 'Names who leads a unit from a day on', answer: UnitAnswer })
  nameLeader(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidBody(NameUnitLeaderBody) body: NameUnitLeaderBody,
  ) {
    return this.#record(exchange, 'UnitLeaderNamed', unit, fieldsOf(body));
  }

  @Post(':unit/parent')
  @Roles('ADMIN')
  @CommandRoute({ summary: 'Moves a unit under another', answer: UnitAnswer })
  move(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidBody(MoveUnitBody) body: MoveUnitBody,
  ) {
    return this.#record(exchange, 'UnitMovedUnder', unit, fieldsOf(body));
  }

  @Post(':unit/merger')
  @Roles('ADMIN')
  @CommandRoute({ summary: 'Merges a unit into another, which takes over', answer: UnitAnswer })
  merge(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidBody(MergeUnitBody) body: MergeUnitBody,
  ) {
    return this.#record(exchange, 'UnitMergedInto', unit, fieldsOf(body));
  }

  @Post(':unit/end')
  @Roles('ADMIN')
  @CommandRoute({ summary: 'Ends a unit; its code is never given again', answer: UnitAnswer })
  end(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidBody(EndUnitBody) body: EndUnitBody,
  ) {
    return this.#record(exchange, 'UnitEnded', unit, fieldsOf(body));
  }

  @Post(':unit/corrections')
  @Roles('ADMIN')
  @CommandRoute({
    summary: 'Puts an event of a unit right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
    answer: UnitAnswer,
  })
  correct(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const revision = revisionOf(body);
    return this.commands.run(exchange, (context) => new ReviseUnitEventCommand(unit, revision, context));
  }

  @Get(':unit/audit-trail')
  @Roles('LEADER', 'ADMIN', 'AUDITOR')
  @Opens('units')
  @ReadRoute('The history of a unit: names, leaders, what it stood under, its end', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @Code('unit') unit: string,
    @ValidQuery(PlainTrailQuery) asked: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const streamFor = () => unitStream(tenant, unit);
    return this.trails.page(exchange, tenant, asked, { models: [], streamFor });
  }

  #record<Type extends UnitStep>(exchange: Exchange, step: Type, unit: string, told: ToldUnitStep<Type>) {
    return this.commands.run(
      exchange,
      (context) => new RecordUnitStepCommand(step, { ...told, unit }, context),
    );
  }
}
