import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { eventStreamsOf, subscriptionEvents } from '#subscription';
import { RecordSubscriptionStepCommand } from '#subscription/application/index';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, list } from '../reading/shape.js';
import { bodyOf, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { StreamStandings, streamShape } from './stream-standings.js';

const { EventStreamOpened, EventStreamClosed } = subscriptionEvents.declared;

export class OpenStreamBody extends bodyOf(EventStreamOpened, { openedOn: todayUnlessTold }) {}
export class CloseStreamBody extends bodyOf(EventStreamClosed, { closedOn: todayUnlessTold }) {}

export class StreamAnswer extends CommandAnswer {
  @ApiProperty()
  streamId!: string;
}

/** Streams of the event store that public events are written into. */
@ApiTags('subscriptions')
@Roles('ADMIN')
@Controller('v1')
export class StreamsController {
  constructor(
    private readonly commands: Commands,
    private readonly reading: OrganisationReading,
    private readonly standings: StreamStandings,
  ) {}

  @Get('streams')
  @ReadsHere('subscriptions')
  @ReadRoute(
    'Every stream of the event store that events are written into, those that are closed too',
    answer({ streams: list(streamShape) }),
  )
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found: streams, currentTo } = await this.reading.answer(request, query, async (log, tenant) =>
      this.standings.of(tenant, await eventStreamsOf(log, tenant)),
    );
    return { streams, currentTo };
  }

  @Post('subscriptions/:subscriptionId/streams')
  @CommandRoute({
    summary: 'What a subscription shows is written into a stream of its own in the event store',
    description: 'Until the subscription is changed or revoked: one version of it stands in one stream.',
    answer: StreamAnswer,
  })
  open(
    @InExchange() exchange: Exchange,
    @Id('subscriptionId') subscriptionId: string,
    @ValidBody(OpenStreamBody) body: OpenStreamBody,
  ) {
    const told = { subscriptionId, ...fieldsOf(body) };
    return this.commands.begin(
      exchange,
      (context) => new RecordSubscriptionStepCommand('EventStreamOpened', told, context),
    );
  }

  @Post('streams/:streamId/closing')
  @CommandRoute({
    summary: 'Nothing more is written into a stream, and its reader reads no more',
    answer: StreamAnswer,
  })
  close(
    @InExchange() exchange: Exchange,
    @Id('streamId') streamId: string,
    @ValidBody(CloseStreamBody) body: CloseStreamBody,
  ) {
    const told = { streamId, ...fieldsOf(body) };
    return this.commands.run(
      exchange,
      (context) => new RecordSubscriptionStepCommand('EventStreamClosed', told, context),
    );
  }
}
