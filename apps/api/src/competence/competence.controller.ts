import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CompetenceTopic, competenceTopics } from '#competence';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { TopicOf } from '../organisation/topic.js';
import { ReadRoute } from '../reading/read-answer.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { CorrectionBody } from '../validation/correction.body.js';
import { ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords, trailAnswer } from './competence-records.js';

export class CompetenceCorrectionBody extends CorrectionBody {
  @TopicOf(competenceTopics, 'What the event tells of')
  topic!: CompetenceTopic;
}

export class CompetenceTrailQuery extends PlainTrailQuery {
  @TopicOf(competenceTopics, 'What the trail tells of')
  topic!: CompetenceTopic;
}

/** The history of what the unit keeps for everybody's use, and what was wrong in it. */
@ApiTags('competence')
@Roles('CASEWORKER', 'LEADER', 'ADMIN')
@Controller('v1/competence')
export class CompetenceController {
  constructor(private readonly records: CompetenceRecords) {}

  @Post('corrections')
  @CommandRoute({
    summary: 'Puts right what was told of courses, law, material or plans',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @ValidBody(CompetenceCorrectionBody) { topic: id, ...body }: CompetenceCorrectionBody,
  ) {
    return this.records.correct(exchange, { kind: 'competence', id }, body);
  }

  @Get('audit-trail')
  @ReadsHere('competenceTrail')
  @ReadRoute('The history of one topic', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @ValidQuery(CompetenceTrailQuery) { topic: id, ...query }: CompetenceTrailQuery,
  ) {
    return this.records.trail(exchange, { kind: 'competence', id }, query);
  }
}
