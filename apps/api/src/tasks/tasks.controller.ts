import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type TaskKind, taskKinds } from '#projections/tasks/kinds';
import { units } from '#vocabulary';
import { Reads } from '../auth/reads.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListQuery } from '../lists/list.query.js';
import { ListRoute } from '../lists/list-route.js';
import { Lists } from '../lists/lists.js';
import { ReadQuery } from '../reading/page.query.js';
import { codesIn, flagOf, QueryCodes, QueryFlag } from '../reading/query-flags.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Code, LocalDate, OpaqueId, OptionalField } from '../validation/decorators.js';
import { ValidQuery } from '../validation/pipes.js';
import { taskCountsAnswer, tasksAnswer } from './tasks.answers.js';
import { tasksTable } from './tasks.table.js';
import { TaskCountsQuery, TasksQuery } from './tasks.queries.js';

export class TasksFilter extends ListQuery {
  @OptionalField()
  @QueryFlag(
    'The own ones: what this login is asked to do, and of a leader what is for one where nobody is named',
  )
  mine?: string;

  @OptionalField()
  @Code(units, 'What somebody of this unit is to do')
  unit?: string;

  @OptionalField()
  @OpaqueId('What is about this person')
  subjectId?: string;

  @OptionalField()
  @QueryCodes(taskKinds, 'What it is')
  kind?: string | string[];

  @OptionalField()
  @QueryFlag('Due before today')
  overdue?: string;

  @OptionalField()
  @LocalDate('Due on this day or earlier')
  dueTo?: string;
}

export class TaskCountsFilter extends ReadQuery {
  @OptionalField()
  @Code(units, 'What somebody of this unit is to do')
  unit?: string;
}

/** The inbox: whatever waits for somebody, as the log has it. Nothing is ticked off; what is done is gone. */
@ApiTags('tasks')
@Reads('tasks')
@Controller('v1/tasks')
export class TasksController {
  constructor(
    private readonly queries: QueryBus,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListRoute('Whatever waits for somebody, what is due first above', tasksAnswer)
  list(@InExchange() exchange: Exchange, @ValidQuery(TasksFilter) query: TasksFilter) {
    const { mine, unit, subjectId, kind, overdue, dueTo } = query;
    const filter = {
      mine: flagOf(mine),
      unit,
      subjectId,
      kind: kind === undefined ? undefined : (codesIn(kind) as TaskKind[]),
      overdue: flagOf(overdue),
      dueTo,
    };
    return this.lists.answer(exchange, query, {
      table: tasksTable,
      ask: (page) => this.queries.execute(new TasksQuery(exchange.request, filter, page)),
      linesOf: ({ tasks }) => tasks,
    });
  }

  @Get('counts')
  @ReadRoute('How much waits, by what it is', taskCountsAnswer)
  counts(@InExchange() { request }: Exchange, @ValidQuery(TaskCountsFilter) query: TaskCountsFilter) {
    return this.queries.execute(new TaskCountsQuery(request, { unit: query.unit }, query));
  }
}
