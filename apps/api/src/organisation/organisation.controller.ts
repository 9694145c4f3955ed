import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { organisationStream, type Topic, topics } from '#municipality';
import { ReviseOrganisationEventCommand } from '#municipality/application/index';
import { Opens } from '../auth/reads.js';
import { Roles, RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { ValidBody, ValidQuery } from '../validation/pipes.js';
import { TopicOf } from './topic.js';
import { tenantOf } from './organisation-reading.js';

export class OrganisationCorrectionBody extends CorrectionBody {
  @TopicOf(topics, 'What the event tells of')
  topic!: Topic;
}

export class OrganisationTrailQuery extends PlainTrailQuery {
  @TopicOf(topics, 'What the trail tells of')
  topic!: Topic;
}

const trailAnswer = page({ topic: oneOf(topics), language: oneOf(['nb', 'nn']), entries: entriesShape });

/** The history of what a municipality tells of its unit, and what was wrong in it. */
@ApiTags('organisation')
@Roles('LEADER', 'ADMIN', 'CASEWORKER', 'AUDITOR')
@Opens('organisation')
@Controller('v1/organisation')
export class OrganisationController {
  constructor(
    private readonly commands: Commands,
    private readonly trails: RecordTrails,
  ) {}

  @Post('corrections')
  @RolesHere('ADMIN', 'LEADER')
  @CommandRoute({
    summary: 'Puts an event of the municipality’s own records right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @ValidBody(OrganisationCorrectionBody) { topic, ...body }: OrganisationCorrectionBody,
  ) {
    const revision = revisionOf(body);
    return this.commands.run(
      exchange,
      (context) => new ReviseOrganisationEventCommand(topic, revision, context),
    );
  }

  @Get('audit-trail')
  @ReadRoute('The history of one topic, by the days on which it happened', trailAnswer, 404)
  async trail(
    @InExchange() exchange: Exchange,
    @ValidQuery(OrganisationTrailQuery) { topic, ...asked }: OrganisationTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const streamFor = () => organisationStream(tenant, topic);
    const trail = await this.trails.page(exchange, tenant, asked, { models: [], streamFor });
    return { topic, ...trail };
  }
}
