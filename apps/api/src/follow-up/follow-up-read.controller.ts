import { Controller, Get, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '#apps/clock';
import { followUpStream, promiseStates, type PromiseState } from '#follow-up';
import { units } from '#vocabulary';
import { personById } from '#projections/people/queries';
import { Reads, ReadsHere } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { ListRoute } from '../lists/list-route.js';
import { ListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { minutesOf } from '../meetings/time-of-day.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { notFound } from '../problems/problem.js';
import { ReadQuery } from '../reading/page.query.js';
import { flagOf, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { oneOf, page, text } from '../reading/shape.js';
import { RecordTrails } from '../trail/record-trail.js';
import { entriesShape } from '../trail/trail.controller.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { Code, CodeOf, OpaqueId, OptionalField } from '../validation/decorators.js';
import { Id, ValidQuery } from '../validation/pipes.js';
import { calendarOf } from './calendar.js';
import { followUpAnswer, promisesAnswer } from './follow-up.answers.js';
import { followUpModels, FollowUpQuery, PromisesQuery } from './follow-up.queries.js';
import { promisesTable } from './promises.table.js';

export class PromisesFilter extends ListQuery {
  @OptionalField()
  @OpaqueId('To whom it was promised')
  subjectId?: string;

  @OptionalField()
  @OpaqueId('Who promised')
  partyId?: string;

  @OptionalField()
  @Code(units, 'For which unit')
  unit?: string;

  @OptionalField()
  @CodeOf(promiseStates)
  state?: PromiseState;

  @OptionalField()
  @QueryFlag('It was to be kept before today, and waits')
  overdue?: string;
}

export class MeetingCalendarQuery extends ReadQuery {
  @OptionalField()
  @QueryFlag('With the place, which may tell what the meeting is about')
  withPlace?: string;
}

const trailAnswer = page({ subjectId: text(), language: oneOf(['nb', 'nn']), entries: entriesShape });
const calendar = { type: 'string' };

/** What was done around a person, and who promised what. */
@ApiTags('follow-up')
@Reads('followUp')
@Controller('v1')
export class FollowUpReadController {
  constructor(
    private readonly queries: QueryBus,
    private readonly trails: RecordTrails,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  @Get('promises')
  @ReadsHere('promises')
  @ListRoute('Who promised what, the earliest day first', promisesAnswer)
  promises(@InExchange() exchange: Exchange, @ValidQuery(PromisesFilter) query: PromisesFilter) {
    const { subjectId, partyId, unit, state, overdue } = query;
    const filter = { subjectId, partyId, unit, state, overdue: flagOf(overdue) };
    return this.lists.answer(exchange, query, {
      table: promisesTable,
      ask: (asked) => this.queries.execute(new PromisesQuery(exchange.request, filter, asked)),
      linesOf: ({ promises }) => promises,
    });
  }

  @Get('subjects/:subjectId/follow-up')
  @ReadRoute('Meetings around a person, promises, and notes of contact', followUpAnswer, 404)
  async ofSubject(
    @InExchange() { request, reply }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const found = await this.queries.execute(new FollowUpQuery(request, subjectId, query));
    if (found.revision !== null) reply.header('ETag', etagOf(found.revision));
    return found;
  }

  @Get('subjects/:subjectId/follow-up/meetings/:meetingId/calendar')
  @ReadRoute('One meeting as a calendar has it, without a word of whom it is about', calendar, 404)
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async calendar(
    @InExchange() { request }: Exchange,
    @Id('subjectId') subjectId: string,
    @Id('meetingId') meetingId: string,
    @ValidQuery(MeetingCalendarQuery) { withPlace, ...query }: MeetingCalendarQuery,
  ) {
    const found = await this.queries.execute(new FollowUpQuery(request, subjectId, query));
    const meeting = found.meetings.find((one) => one.meetingId === meetingId);
    if (meeting === undefined) throw notFound();
    const { meetsOn, startsAt, place, cancelledOn } = meeting;
    const file = calendarOf({
      uid: meetingId,
      meetsOn,
      startsAt: startsAt === null ? null : minutesOf(startsAt),
      ...(flagOf(withPlace) === true && typeof place === 'string' && { place }),
      isCancelled: cancelledOn !== null,
      sequence: Number(found.revision ?? 0),
      madeAt: this.clock.now(),
    });
    return new StreamableFile(Buffer.from(file), {
      type: 'text/calendar; charset=utf-8',
      disposition: `attachment; filename="meeting-${meetsOn}.ics"`,
    });
  }

  @Get('subjects/:subjectId/follow-up/audit-trail')
  @ReadsHere('followUpTrail')
  @ReadRoute('The history of the follow-up, by the days on which it happened', trailAnswer, 404)
  async trail(
    @InExchange() exchange: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    const tenant = tenantOf(exchange.request);
    const trail = await this.trails.page(exchange, tenant, query, {
      models: followUpModels,
      streamFor: async ({ pool, viewer, today }) => {
        const found = await personById(pool, viewer, subjectId, { today, what: 'followUpTrail' });
        return found && followUpStream(tenant, found.coordinatedAs ?? found.personId);
      },
    });
    return { subjectId, ...trail };
  }
}
