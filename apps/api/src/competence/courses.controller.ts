import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { competenceEvents, coursesOf } from '#competence';
import { Reads } from '../auth/reads.js';
import { RolesHere } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { OrganisationReading } from '../organisation/organisation-reading.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { answer, list } from '../reading/shape.js';
import { bodyOf, oneLine, says, todayUnlessTold } from '../validation/body-of.js';
import { Code, fieldsOf, ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords } from './competence-records.js';
import { courseShape, shownCourse } from './courses-shown.js';

const { CourseListed, CourseWithdrawn } = competenceEvents.declared;

export class ListCourseBody extends bodyOf(CourseListed, {
  courseCode: says('Its code; of a usual course it gets other words'),
  nb: oneLine,
  nn: oneLine,
  isBasic: says('Part of the basic training of a coordinator'),
  listedOn: todayUnlessTold,
}) {}
export class WithdrawCourseBody extends bodyOf(CourseWithdrawn, { withdrawnOn: todayUnlessTold }) {}

/** Which courses there are: the usual ones, and those that the municipality has listed. */
@ApiTags('competence')
@Reads('competence')
@Controller('v1/courses')
export class CoursesController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: OrganisationReading,
  ) {}

  @Get()
  @ReadRoute('Every course, withdrawn ones too', answer({ courses: list(courseShape) }))
  async all(@InExchange() { request }: Exchange, @ValidQuery(ReadQuery) query: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, query, async (log, tenant) =>
      (await coursesOf(log, tenant)).map(shownCourse),
    );
    return { courses: found, currentTo };
  }

  @Post()
  @RolesHere('CASEWORKER', 'LEADER', 'ADMIN')
  @CommandRoute({ summary: 'Lists a course, or gives one other words; listed again, the last counts' })
  listCourse(@InExchange() exchange: Exchange, @ValidBody(ListCourseBody) body: ListCourseBody) {
    return this.records.record(exchange, 'CourseListed', fieldsOf(body));
  }

  @Post(':courseCode/withdrawal')
  @RolesHere('CASEWORKER', 'LEADER', 'ADMIN')
  @CommandRoute({ summary: 'Nobody is to take it any more; who took it has taken it' })
  withdraw(
    @InExchange() exchange: Exchange,
    @Code('courseCode') courseCode: string,
    @ValidBody(WithdrawCourseBody) body: WithdrawCourseBody,
  ) {
    return this.records.record(exchange, 'CourseWithdrawn', { courseCode, ...fieldsOf(body) });
  }
}
