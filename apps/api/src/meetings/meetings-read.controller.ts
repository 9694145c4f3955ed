import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type MeetingKind, meetingKinds } from '#meeting';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { CodeOf, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { meetingAnswer, meetingsAnswer, proposalAnswer } from './meeting.answers.js';
import { AgendaProposalQuery, MeetingQuery, MeetingsQuery } from './meetings.queries.js';
import { spans } from './labels.js';

export class MeetingsFilter extends PageQuery {
  @OptionalField()
  @CodeOf(meetingKinds, 'Whose meetings')
  kind?: MeetingKind;

  @OptionalField()
  @CodeOf(spans, 'Those to come, the nearest first, or those that have been, the latest first')
  when?: 'COMING' | 'PAST';
}

export class ProposalFilter extends PageQuery {
  @OptionalField()
  @CodeOf(meetingKinds, 'For whose meeting; the unit’s unless told')
  kind?: MeetingKind;
}

/** Meetings of the unit and of the board, and what waits for one. */
@ApiTags('meetings')
@Controller('v1/meetings')
export class MeetingsReadController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Reads('meetings')
  @ReadRoute(
    'Meetings by their day; a member of the board sees the board’s, once the case list is fixed',
    meetingsAnswer,
  )
  list(@InExchange() { request }: Exchange, @ValidQuery(MeetingsFilter) query: MeetingsFilter) {
    const { kind, when } = query;
    return this.queries.execute(new MeetingsQuery(request, { kind, when }, query));
  }

  @Get('agenda-proposal')
  @Reads('agendaProposal')
  @ReadRoute('Cases that are ready for a meeting and on no agenda', proposalAnswer)
  proposal(@InExchange() { request }: Exchange, @ValidQuery(ProposalFilter) query: ProposalFilter) {
    return this.queries.execute(new AgendaProposalQuery(request, query.kind ?? 'UNIT', query));
  }

  @Get(':meetingId')
  @Reads('meetings')
  @ReadRoute('One meeting, with its agenda and what it came to', meetingAnswer, 404)
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const page = await this.queries.execute(new MeetingQuery(request, meetingId, query));
    reply.header('ETag', etagOf(page.revision));
    return page;
  }
}
