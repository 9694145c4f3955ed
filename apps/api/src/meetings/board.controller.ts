import { Controller, Get, Post } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { CommandRunner } from '#event-sourcing';
import { boardEvents, boardMembers, boardStream } from '#meeting';
import {
  type BoardStepType,
  RecordBoardStepCommand,
  ReviseBoardEventCommand,
  type ToldBoardStep,
} from '#meeting/application/index';
import type { ApiRequest } from '../auth/authenticate.js';
import { needsOne } from '../auth/logins.js';
import { Reads } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Names } from '../reading/names.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { type CurrentTo, ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { oneOf, page } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { Count } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { boardAnswer } from './meeting.answers.js';

const { declared } = boardEvents;

export class AppointBoardMemberBody extends bodyOf(declared.BoardMemberAppointed, {
  partyId: says('Who sits on the board'),
  role: plain,
  validFrom: todayUnlessTold,
  validUntil: says('The last day, where it is known'),
}) {}

export class EndBoardMemberBody extends bodyOf(declared.BoardMemberEnded, {
  endedOn: says('The last day'),
}) {}

export class SetQuorumBody extends bodyOf(declared.BoardQuorumSet, { validFrom: todayUnlessTold }) {
  @Count(50, 'How many must be present for the board to decide')
  quorum!: number;
}

export class BoardMemberAnswer extends CommandAnswer {
  @ApiPropertyOptional()
  memberId?: string;
}

/** Who sits on the board, and how many it takes to decide. */
export class BoardQuery extends Query<{ readonly currentTo: CurrentTo }> {
  constructor(
    readonly request: ApiRequest,
    readonly query: ReadQuery,
  ) {
    super();
  }
}

@QueryHandler(BoardQuery)
export class BoardHandler implements IQueryHandler<BoardQuery> {
  constructor(
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ request, query }: BoardQuery) {
    const [tenant, ...others] = request.tenants;
    if (tenant === undefined || others.length > 0) throw needsOne();
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: ['people'],
      purpose: 'ADMINISTRATION',
      ask: async (asked) => {
        const { members, quorum, revision } = await boardMembers(this.runner, tenant, asked.today);
        const names = await Names.of(
          asked,
          members.map(({ partyId }) => partyId),
        );
        return {
          members: members.map(({ partyId, ...seat }) => ({ ...seat, party: names.party(partyId) })),
          quorum,
          revision: revision === undefined ? null : String(revision),
        };
      },
      subjectIds: () => [],
    });
    return { ...found, currentTo };
  }
}

const trailAnswer = page({ language: oneOf(['nb', 'nn']), entries: entriesShape });

/** The board that approves what the unit recommends (S6). */
@ApiTags('meetings')
@Controller('v1/board')
export class BoardController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
  ) {}

  @Get()
  @Reads('board')
  @ReadRoute('Who sits on the board, and how many it takes to decide', boardAnswer)
  board(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    return this.queries.execute(new BoardQuery(request, query));
  }

  @Get('audit-trail')
  @Reads('boardTrail')
  @ReadRoute('Who was given a seat on the board by whom, by the days on which it happened', trailAnswer, 404)
  trail(@InExchange() exchange: Exchange, @ValidQuery(PlainTrailQuery) query: PlainTrailQuery) {
    const tenant = tenantOf(exchange.request);
    const streamFor = () => boardStream(tenant);
    return this.trails.page(exchange, tenant, query, { models: [], streamFor });
  }

  @Post('members')
  @Roles('CASEWORKER')
  @CommandRoute({ summary: 'Somebody sits on the board from a day on', answer: BoardMemberAnswer })
  appoint(@InExchange() exchange: Exchange, @ValidBody(AppointBoardMemberBody) body: AppointBoardMemberBody) {
    return this.record(exchange, 'BoardMemberAppointed', fieldsOf(body));
  }

  @Post('members/:memberId/end')
  @Roles('CASEWORKER')
  @CommandRoute({ summary: 'The last day of a seat on the board', answer: BoardMemberAnswer })
  end(
    @InExchange() exchange: Exchange,
    @Id('memberId') memberId: string,
    @ValidBody(EndBoardMemberBody) body: EndBoardMemberBody,
  ) {
    return this.record(exchange, 'BoardMemberEnded', { memberId, ...fieldsOf(body) });
  }

  @Post('quorum')
  @Roles('CASEWORKER')
  @CommandRoute({ summary: 'How many it takes for the board to decide, from a day on' })
  quorum(@InExchange() exchange: Exchange, @ValidBody(SetQuorumBody) body: SetQuorumBody) {
    return this.record(exchange, 'BoardQuorumSet', fieldsOf(body));
  }

  @Post('corrections')
  @Roles('CASEWORKER')
  @CommandRoute({ summary: 'Puts an event of the board right' })
  correct(@InExchange() exchange: Exchange, @ValidBody(CorrectionBody) body: CorrectionBody) {
    const revision = revisionOf(body);
    return this.commands.run(exchange, (context) => new ReviseBoardEventCommand(revision, context));
  }

  private record<Type extends BoardStepType>(exchange: Exchange, step: Type, told: ToldBoardStep<Type>) {
    return this.commands.run(exchange, (context) => new RecordBoardStepCommand(step, told, context));
  }
}
