import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { courses, coursesOf, guidanceWays, staffCompetenceEvents } from '#competence';
import { CommandRunner } from '#event-sourcing';
import { formerIdsOf } from '#projections/staff/mergers';
import { mergersIn } from '#projections/staff/queries';
import { staffCompetenceOf } from '#projections/staff-competence/queries';
import { Reads, ReadsHere } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListRoute } from '../lists/list-route.js';
import { WholeListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { Names } from '../reading/names.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import {
  answer,
  code,
  codeOf,
  date,
  integer,
  list,
  object,
  orNull,
  party,
  personal,
  text,
} from '../reading/shape.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, says, todayUnlessTold } from '../validation/body-of.js';
import { CorrectionBody } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords, trailAnswer } from './competence-records.js';
import { matrixTable } from './competence.tables.js';
import { courseShape, shownCourse } from './courses-shown.js';
import { matrixOf } from './matrix.js';

const { TrainingCompleted, GuidanceGiven } = staffCompetenceEvents.declared;

export class CompletedCourseBody extends bodyOf(TrainingCompleted, {
  courseCode: says('What was completed'),
  completedOn: todayUnlessTold,
  heldBy: { says: 'Who held it', isLine: true },
}) {}

export class GuidanceBody extends bodyOf(GuidanceGiven, {
  givenOn: todayUnlessTold,
  way: says('How'),
  givenById: says('Who guided, a registered party'),
  matter: says('What it was about: nothing that concerns one person in the register'),
}) {}

export class StaffCompetenceAnswer extends CommandAnswer {
  @ApiProperty()
  partyId!: string;
}

const completedShape = { courseCode: code(courses), completedOn: date() };
const matrixAnswer = answer({
  courses: list(courseShape),
  staff: list(
    object({
      party,
      coordinates: integer(),
      completed: list(object(completedShape)),
      lacks: list(code(courses, 'What of the basic training is lacking')),
      guidanceCount: integer(),
      lastGuidanceOn: orNull(date()),
    }),
  ),
});
const oneAnswer = answer({
  party,
  completed: list(object({ ...completedShape, trainingId: orNull(text()), heldBy: orNull(personal()) })),
  guidance: list(
    object({ givenOn: date(), way: codeOf(guidanceWays), givenBy: orNull(party), matter: personal() }),
  ),
});

const models = ['staff_competence', 'staff', 'appointments', 'coordination_register', 'people'];

/** What the staff have learnt, and were guided in (H8, F25). */
@ApiTags('competence')
@Reads('staffCompetence')
@Controller('v1/staff-competence')
export class StaffCompetenceController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: Reading,
    private readonly lists: Lists,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @ListRoute(
    'The training matrix: whoever coordinates today, and whoever has learnt something or was guided',
    matrixAnswer,
  )
  matrix(@InExchange() exchange: Exchange, @ValidQuery(WholeListQuery) query: WholeListQuery) {
    return this.lists.answer(exchange, query, {
      table: matrixTable,
      ask: (asked) => this.whole(exchange, asked),
      linesOf: ({ staff }) => staff.map((one) => ({ ...one, subject: null })),
    });
  }

  private async whole({ request }: Exchange, { readAfter }: ReadQuery) {
    const tenant = tenantOf(request);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models,
      purpose: 'OVERVIEW',
      ask: async (asked) => {
        const all = await coursesOf(this.runner, tenant);
        return { courses: all.map(shownCourse), staff: await matrixOf(asked, tenant, all) };
      },
      subjectIds: () => [],
    });
    return { ...found, currentTo };
  }

  @Get(':partyId')
  @ReadRoute('What one of the staff has learnt, and was guided in', oneAnswer)
  async one(
    @InExchange() { request }: Exchange,
    @Id('partyId') partyId: string,
    @ValidQuery(ReadQuery) { readAfter }: ReadQuery,
  ) {
    const tenant = tenantOf(request);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models,
      purpose: 'OVERVIEW',
      ask: async (asked) => {
        const { pool, viewer } = asked;
        const own = [partyId, ...formerIdsOf(await mergersIn(pool, tenant), partyId)];
        const rows = (await staffCompetenceOf(pool, viewer, tenant)).filter((row) =>
          own.includes(row.partyId),
        );
        const guidance = rows.flatMap((row) => row.guidance);
        const names = await Names.of(asked, [partyId, ...guidance.map(({ givenById }) => givenById)]);
        return {
          party: names.party(partyId),
          completed: rows.flatMap((row) => row.completed),
          guidance: guidance.map(({ givenById, ...one }) => ({ ...one, givenBy: names.party(givenById) })),
        };
      },
      subjectIds: () => [],
    });
    return { ...found, currentTo };
  }

  @Post(':partyId/courses')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({ summary: 'Somebody completed a course', answer: StaffCompetenceAnswer })
  complete(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(CompletedCourseBody) body: CompletedCourseBody,
  ) {
    return this.records.record(exchange, 'TrainingCompleted', { partyId, ...fieldsOf(body) });
  }

  @Post(':partyId/guidance')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({ summary: 'Somebody was guided', answer: StaffCompetenceAnswer })
  guide(
    @InExchange() exchange: Exchange,
    @Id('partyId') partyId: string,
    @ValidBody(GuidanceBody) body: GuidanceBody,
  ) {
    return this.records.record(exchange, 'GuidanceGiven', { partyId, ...fieldsOf(body) });
  }

  @Post(':partyId/corrections')
  @RolesHere('CASEWORKER', 'LEADER')
  @CommandRoute({
    summary: 'Puts right what was told of somebody’s competence',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('partyId') id: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.records.correct(exchange, { kind: 'staffCompetence', id }, body);
  }

  @Get(':partyId/audit-trail')
  @ReadsHere('competenceTrail')
  @ReadRoute('The history of what somebody learnt', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @Id('partyId') id: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    return this.records.trail(exchange, { kind: 'staffCompetence', id }, query);
  }
}
