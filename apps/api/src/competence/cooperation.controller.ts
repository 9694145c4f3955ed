import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { cooperationEvents } from '#competence';
import { matterKinds } from '#projections/cooperation/labels';
import { type MatterView, isMatterAfter, matterColumns, mattersPage } from '#projections/cooperation/queries';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListRoute } from '../lists/list-route.js';
import { ListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import type { Names } from '../reading/names.js';
import type { PageQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { codeOf, date, flag, list, object, orNull, page, party, personal, text } from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, oneLine, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { CorrectionBody } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { aboutNobody, CompetenceRecords, trailAnswer } from './competence-records.js';
import { hearingsTable, tasksOfCooperationTable } from './competence.tables.js';

const {
  CooperationTaskAgreed,
  CooperationTaskFollowedUp,
  CooperationTaskCompleted,
  UserBodyAsked,
  UserBodyAnswered,
} = cooperationEvents.declared;

export class AgreeTaskBody extends bodyOf(CooperationTaskAgreed, {
  matter: says('What providers are to do together: nothing that concerns one person'),
  ownerId: says('Who sees to it, a registered party'),
  unit: says('Whose task it is'),
  withUnits: says('Which units are in it'),
  withOthers: { says: 'Who is in it from outside the municipality', isLine: true },
  agreedOn: todayUnlessTold,
  followUpOn: says('When it is looked at again'),
}) {}
export class FollowUpTaskBody extends bodyOf(CooperationTaskFollowedUp, {
  followedUpOn: todayUnlessTold,
  note: says('How it stands'),
  followUpOn: says('When it is looked at next'),
  ownerId: says('Who sees to it from then on, where it is another'),
}) {}
export class CompleteTaskBody extends bodyOf(CooperationTaskCompleted, {
  completedOn: todayUnlessTold,
  outcome: says('What came of it'),
  note: plain,
}) {}
export class AskUserBodyBody extends bodyOf(UserBodyAsked, {
  body: says('Who speaks for users'),
  bodyName: oneLine,
  matter: says('What they are asked: nothing that concerns one person'),
  askedOn: todayUnlessTold,
  answerBy: says('By when they are asked to answer'),
}) {}
export class AnswerOfUserBodyBody extends bodyOf(UserBodyAnswered, {
  answeredOn: todayUnlessTold,
  standpoint: says('How they stand; also that no answer came'),
  answer: plain,
  consequence: says('What comes of it'),
}) {}

export class MatterAnswer extends CommandAnswer {
  @ApiProperty()
  matterId!: string;
}

const matter = object({
  ...shapesOf(matterColumns, {
    kind: codeOf(matterKinds),
    ownerId: null,
    followUps: list(object({ followedUpOn: date(), note: personal() })),
  }),
  municipality: text(),
  owner: orNull(party),
  isOverdue: flag('Somebody should have done something by now'),
});
const tasksAnswer = page({ tasks: list(matter) });
const hearingsAnswer = page({ hearings: list(matter) });

const lineOf = (
  { ownerId, ...line }: MatterView & { readonly subjectId: null },
  names: Names,
  { today }: { readonly today: string },
) => {
  const { subjectId: subject, ...shown } = line;
  const isOverdue = line.endedOn === null && line.dueOn !== null && line.dueOn < today;
  return { ...shown, owner: names.party(ownerId), isOverdue, subject };
};

/** What the unit is about beyond the single person: tasks of cooperation (U23), and what those who speak for users were asked (U21). */
@ApiTags('competence')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/cooperation')
export class CooperationController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: Reading,
    private readonly lists: Lists,
  ) {}

  @Get('tasks')
  @ReadsHere('cooperation')
  @ListRoute('Tasks of cooperation, the newest first', tasksAnswer)
  tasks(@InExchange() exchange: Exchange, @ValidQuery(ListQuery) query: ListQuery) {
    return this.lists.answer(exchange, query, {
      table: tasksOfCooperationTable,
      ask: async (asked) => {
        const { lines: tasks, ...rest } = await this.page(exchange, 'TASK', asked);
        return { tasks: tasks.map(aboutNobody), ...rest };
      },
      linesOf: ({ tasks }) => tasks.map((one) => ({ ...one, subject: null })),
    });
  }

  @Get('hearings')
  @ReadsHere('cooperation')
  @ListRoute('What those who speak for users were asked, the newest first', hearingsAnswer)
  hearings(@InExchange() exchange: Exchange, @ValidQuery(ListQuery) query: ListQuery) {
    return this.lists.answer(exchange, query, {
      table: hearingsTable,
      ask: async (asked) => {
        const { lines: hearings, ...rest } = await this.page(exchange, 'HEARING', asked);
        return { hearings: hearings.map(aboutNobody), ...rest };
      },
      linesOf: ({ hearings }) => hearings.map((one) => ({ ...one, subject: null })),
    });
  }

  private page({ request }: Exchange, kind: 'TASK' | 'HEARING', page: PageQuery) {
    return this.reading.list(request, {
      page,
      models: ['cooperation', 'people'],
      isAfter: isMatterAfter,
      rowsOf: async ({ pool, viewer }, place) => {
        const { rows, ...next } = await mattersPage(pool, viewer, kind, place);
        return { rows: rows.map((row) => ({ ...row, subjectId: null })), ...next };
      },
      idsIn: ({ ownerId }) => [ownerId],
      lineOf,
    });
  }

  @Post('tasks')
  @CommandRoute({ summary: 'Providers are to do something together', answer: MatterAnswer })
  agree(@InExchange() exchange: Exchange, @ValidBody(AgreeTaskBody) body: AgreeTaskBody) {
    return this.records.record(exchange, 'CooperationTaskAgreed', fieldsOf(body));
  }

  @Post('tasks/:matterId/follow-ups')
  @CommandRoute({ summary: 'It was looked at, and will be again', answer: MatterAnswer })
  followUp(
    @InExchange() exchange: Exchange,
    @Id('matterId') matterId: string,
    @ValidBody(FollowUpTaskBody) body: FollowUpTaskBody,
  ) {
    return this.records.record(exchange, 'CooperationTaskFollowedUp', { matterId, ...fieldsOf(body) });
  }

  @Post('tasks/:matterId/completion')
  @CommandRoute({ summary: 'The task is done with', answer: MatterAnswer })
  complete(
    @InExchange() exchange: Exchange,
    @Id('matterId') matterId: string,
    @ValidBody(CompleteTaskBody) body: CompleteTaskBody,
  ) {
    return this.records.record(exchange, 'CooperationTaskCompleted', { matterId, ...fieldsOf(body) });
  }

  @Post('hearings')
  @CommandRoute({ summary: 'Those who speak for users are asked', answer: MatterAnswer })
  askUserBody(@InExchange() exchange: Exchange, @ValidBody(AskUserBodyBody) body: AskUserBodyBody) {
    return this.records.record(exchange, 'UserBodyAsked', fieldsOf(body));
  }

  @Post('hearings/:matterId/answer')
  @CommandRoute({ summary: 'What they said, and what comes of it', answer: MatterAnswer })
  answer(
    @InExchange() exchange: Exchange,
    @Id('matterId') matterId: string,
    @ValidBody(AnswerOfUserBodyBody) body: AnswerOfUserBodyBody,
  ) {
    return this.records.record(exchange, 'UserBodyAnswered', { matterId, ...fieldsOf(body) });
  }

  @Post('matters/:matterId/corrections')
  @CommandRoute({
    summary: 'Puts an event of a task or a hearing right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('matterId') id: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.records.correct(exchange, { kind: 'cooperation', id }, body);
  }

  @Get('matters/:matterId/audit-trail')
  @ReadsHere('competenceTrail')
  @ReadRoute('The history of a task or a hearing', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @Id('matterId') id: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    return this.records.trail(exchange, { kind: 'cooperation', id }, query);
  }
}
