import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type MeetingKind, meetingKinds, meetingStream } from '#meeting';
import { seesAll } from '#projections/access';
import { meetingTold } from '#projections/meetings/queries';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ListRoute } from '../lists/list-route.js';
import { ListQuery, WholeListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page, text } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { RecordTrailQuery } from '../trail/trail.page-query.js';
import { CodeOf, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { asFixed } from './as-fixed.js';
import { agendaAnswer, meetingAnswer, meetingsAnswer, proposalAnswer } from './meeting.answers.js';
import { AgendaProposalQuery } from './agenda-proposal.queries.js';
import { MeetingQuery, MeetingsQuery } from './meetings.queries.js';
import { agendaLines, agendaTable, meetingsTable, proposalTable } from './meetings.tables.js';
import { spans } from './labels.js';

export class MeetingsFilter extends ListQuery {
  @OptionalField()
  @CodeOf(meetingKinds, 'Whose meetings')
  kind?: MeetingKind;

  @OptionalField()
  @CodeOf(spans, 'Those to come, the nearest first, or those that have been, the latest first')
  when?: 'COMING' | 'PAST';
}

export class ProposalFilter extends ListQuery {
  @OptionalField()
  @CodeOf(meetingKinds, 'For whose meeting; the unit’s unless told')
  kind?: MeetingKind;
}

const trailAnswer = page({ meetingId: text(), language: oneOf(['nb', 'nn']), entries: entriesShape });

/** Meetings of the unit and of the board, and what waits for one. */
@ApiTags('meetings')
@Controller('v1/meetings')
export class MeetingsReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
    private readonly lists: Lists,
  ) {}

  @Get()
  @Reads('meetings')
  @ListRoute(
    'Meetings by their day; a member of the board sees the board’s, once the case list is fixed',
    meetingsAnswer,
  )
  list(@InExchange() exchange: Exchange, @ValidQuery(MeetingsFilter) query: MeetingsFilter) {
    const { kind, when } = query;
    return this.lists.answer(exchange, query, {
      table: meetingsTable,
      ask: (page) => this.queries.execute(new MeetingsQuery(exchange.request, { kind, when }, page)),
      linesOf: ({ meetings }) => meetings.map((one) => ({ ...one, subject: null })),
    });
  }

  @Get('agenda-proposal')
  @Reads('agendaProposal')
  @ListRoute('Cases that are ready for a meeting and on no agenda', proposalAnswer)
  proposal(@InExchange() exchange: Exchange, @ValidQuery(ProposalFilter) query: ProposalFilter) {
    const kind = query.kind ?? 'UNIT';
    return this.lists.answer(exchange, query, {
      table: proposalTable,
      ask: (page) => this.queries.execute(new AgendaProposalQuery(exchange.request, kind, page)),
      linesOf: ({ cases }) => cases,
    });
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

  @Get(':meetingId/agenda')
  @Reads('meetings')
  @ListRoute('The cases of a meeting in the order in which they are taken up', agendaAnswer, 404)
  agenda(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidQuery(WholeListQuery) query: WholeListQuery,
  ) {
    return this.lists.answer(exchange, query, {
      table: agendaTable,
      ask: async (page) => {
        const found = await this.queries.execute(new MeetingQuery(exchange.request, meetingId, page));
        const { meetsOn, kind, cases, currentTo } = found;
        return { meetingId, meetsOn, kind, cases, currentTo };
      },
      linesOf: ({ cases }) => agendaLines({ cases }),
    });
  }

  @Get(':meetingId/audit-trail')
  @Reads('meetingTrail')
  @ReadRoute(
    'The history of a meeting, by the days on which it happened; a member of the board reads of the cases on the list as it was fixed',
    trailAnswer,
    404,
  )
  async trail(
    @InExchange() exchange: Exchange,
    @Id('meetingId') meetingId: string,
    @ValidQuery(RecordTrailQuery) query: RecordTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: ['meetings', 'case_overview'],
      purpose: query.purpose ?? 'COMPLAINT',
      streamFor: async ({ pool, viewer }) =>
        (await meetingTold(pool, viewer, meetingId)) ? meetingStream(tenant, meetingId) : undefined,
      told: (all, { viewer }) => (seesAll(viewer, 'meetingTrail') ? all : asFixed(all)),
    });
    return { meetingId, ...trail };
  }
}
