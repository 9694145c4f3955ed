import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { competenceEvents, isCurrent, materialForms, materialOf, type Material } from '#competence';
import { targetGroups } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, codeOf, date, flag, list, object, orNull, personal, text } from '../reading/shape.js';
import { bodyOf, oneLine, plain, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords } from './competence-records.js';

const { InformationMaterialPublished, InformationMaterialWithdrawn } = competenceEvents.declared;

export class PublishMaterialBody extends bodyOf(InformationMaterialPublished, {
  form: plain,
  nameNb: oneLine,
  nameNn: oneLine,
  audiences: { says: 'For whom it is', min: 1 },
  location: { says: 'Where it is got: an address on the web, or a place', isLine: true },
  publishedOn: todayUnlessTold,
}) {}
export class WithdrawMaterialBody extends bodyOf(InformationMaterialWithdrawn, {
  withdrawnOn: todayUnlessTold,
  reason: plain,
}) {}

export class MaterialAnswer extends CommandAnswer {
  @ApiProperty()
  materialId!: string;
}

const shape = object({
  materialId: text(),
  form: codeOf(materialForms),
  nameNb: personal(),
  nameNn: personal(),
  audiences: list(codeOf(targetGroups)),
  location: personal(),
  publishedOn: date(),
  withdrawnOn: orNull(date()),
  isCurrent: flag('It is out today'),
});

function shown(told: Material, today: string) {
  const { municipality: _, withdrawnOn = null, ...material } = told;
  return { ...material, withdrawnOn, isCurrent: isCurrent(told, today) };
}

/** What people are informed by (H8, U22). */
@ApiTags('competence')
@Reads('competence')
@Controller('v1/information-material')
export class InformationMaterialController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: OrganisationReading,
  ) {}

  @Get()
  @ReadRoute('Everything that was published, the newest first', answer({ material: list(shape) }))
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, query, async (log, tenant, today) =>
      (await materialOf(log, tenant)).map((one) => shown(one, today)),
    );
    return { material: found, currentTo };
  }

  @Post()
  @RolesHere('CASEWORKER', 'LEADER', 'ADMIN')
  @CommandRoute({ summary: 'Publishes information material', answer: MaterialAnswer })
  publish(@InExchange() exchange: Exchange, @ValidBody(PublishMaterialBody) body: PublishMaterialBody) {
    return this.records.record(exchange, 'InformationMaterialPublished', fieldsOf(body));
  }

  @Post(':materialId/withdrawal')
  @RolesHere('CASEWORKER', 'LEADER', 'ADMIN')
  @CommandRoute({ summary: 'It is not out any more', answer: MaterialAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('materialId') materialId: string,
    @ValidBody(WithdrawMaterialBody) body: WithdrawMaterialBody,
  ) {
    return this.records.record(exchange, 'InformationMaterialWithdrawn', { materialId, ...fieldsOf(body) });
  }
}
