import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { courses, trainingEvents } from '#competence';
import { CompleteTrainingCommand } from '#competence/application/index';
import { isTrainingAfter, trainingColumns, trainingsPage } from '#projections/trainings/queries';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListRoute } from '../lists/list-route.js';
import { ListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import type { PageQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { list, object, page, text } from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, plain, says, todayUnlessTold } from '../validation/body-of.js';
import { CorrectionBody } from '../validation/correction.body.js';
import { Code, Count, ListOfIds, LocalDate, OptionalField } from '../validation/decorators.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { aboutNobody, CompetenceRecords, trailAnswer } from './competence-records.js';
import { trainingsTable } from './competence.tables.js';

const { TrainingOffered, TrainingHeld, TrainingCancelled } = trainingEvents.declared;

export class OfferTrainingBody extends bodyOf(TrainingOffered, {
  form: plain,
  courseCode: says('What it counts as for those who complete it; of a professional day mostly nothing'),
  title: { says: 'What it is called', isLine: true },
  offeredOn: todayUnlessTold,
  plannedOn: says('The day on which it is to be held'),
  place: { says: 'Where', isLine: true },
  heldBy: { says: 'Who holds it', isLine: true },
}) {}

export class HoldTrainingBody extends bodyOf(TrainingHeld, { heldOn: todayUnlessTold, note: plain }) {
  @OptionalField()
  @Count(10_000, 'How many were there, also from outside the municipality')
  participants?: number;
}

export class CancelTrainingBody extends bodyOf(TrainingCancelled, {
  cancelledOn: todayUnlessTold,
  reason: plain,
}) {}

export class CompleteTrainingBody {
  @ListOfIds({ min: 1, max: 100, description: 'Who of the staff completed it' })
  partyIds!: string[];

  @Code(courses, 'What they completed')
  courseCode!: string;

  @OptionalField()
  @LocalDate('Today unless told')
  completedOn?: string;
}

export class TrainingAnswer extends CommandAnswer {
  @ApiProperty()
  trainingId!: string;
}

class CompletedStaff {
  @ApiProperty()
  partyId!: string;

  @ApiProperty({ required: false, description: 'The type of the problem for which this one was not taken' })
  refused?: string;
}
export class CompletionsAnswer extends TrainingAnswer {
  @ApiProperty({ type: [CompletedStaff] })
  staff!: CompletedStaff[];
}

const trainingsAnswer = page({
  trainings: list(object({ ...shapesOf(trainingColumns), municipality: text() })),
});

/** Courses and professional days (H8, U9): offered, held, and who completed them. */
@ApiTags('competence')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/trainings')
export class TrainingsController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly commands: Commands,
    private readonly reading: Reading,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ReadsHere('trainings')
  @ListRoute('Courses and professional days by their day, the latest first', trainingsAnswer)
  all(@InExchange() exchange: Exchange, @ValidQuery(ListQuery) query: ListQuery) {
    return this.lists.answer(exchange, query, {
      table: trainingsTable,
      ask: (asked) => this.page(exchange, asked),
      linesOf: ({ trainings }) => trainings.map((one) => ({ ...one, subject: null })),
    });
  }

  private async page({ request }: Exchange, page: PageQuery) {
    const { lines, ...rest } = await this.reading.list(request, {
      page,
      models: ['trainings'],
      isAfter: isTrainingAfter,
      rowsOf: async ({ pool, viewer }, place) => {
        const { rows, ...next } = await trainingsPage(pool, viewer, place);
        return { rows: rows.map((row) => ({ ...row, subjectId: null })), ...next };
      },
      idsIn: () => [],
      lineOf: ({ subjectId: subject, ...line }) => ({ ...line, subject }),
    });
    return { trainings: lines.map(aboutNobody), ...rest };
  }

  @Post()
  @CommandRoute({ summary: 'Offers a course, or plans a professional day', answer: TrainingAnswer })
  offer(@InExchange() exchange: Exchange, @ValidBody(OfferTrainingBody) body: OfferTrainingBody) {
    return this.records.record(exchange, 'TrainingOffered', fieldsOf(body));
  }

  @Post(':trainingId/held')
  @CommandRoute({ summary: 'It was held', answer: TrainingAnswer })
  hold(
    @InExchange() exchange: Exchange,
    @Id('trainingId') trainingId: string,
    @ValidBody(HoldTrainingBody) body: HoldTrainingBody,
  ) {
    return this.records.record(exchange, 'TrainingHeld', { trainingId, ...fieldsOf(body) });
  }

  @Post(':trainingId/cancellation')
  @CommandRoute({ summary: 'It will not be held', answer: TrainingAnswer })
  cancel(
    @InExchange() exchange: Exchange,
    @Id('trainingId') trainingId: string,
    @ValidBody(CancelTrainingBody) body: CancelTrainingBody,
  ) {
    return this.records.record(exchange, 'TrainingCancelled', { trainingId, ...fieldsOf(body) });
  }

  @Post(':trainingId/completions')
  @CommandRoute({
    summary: 'Who of the staff completed it',
    description: 'Each stands in that one’s own record. What refuses the first refuses all.',
    answer: CompletionsAnswer,
  })
  complete(
    @InExchange() exchange: Exchange,
    @Id('trainingId') trainingId: string,
    @ValidBody(CompleteTrainingBody) body: CompleteTrainingBody,
  ) {
    const told = { trainingId, ...fieldsOf(body) };
    return this.commands.run(exchange, (context) => new CompleteTrainingCommand(told, context));
  }

  @Post(':trainingId/corrections')
  @CommandRoute({
    summary: 'Puts an event of a training right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('trainingId') id: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.records.correct(exchange, { kind: 'training', id }, body);
  }

  @Get(':trainingId/audit-trail')
  @ReadsHere('competenceTrail')
  @ReadRoute('The history of a training', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @Id('trainingId') id: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    return this.records.trail(exchange, { kind: 'training', id }, query);
  }
}
