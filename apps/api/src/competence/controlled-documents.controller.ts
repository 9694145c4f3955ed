import { Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { controlledDocumentEvents } from '#competence';
import { documentStatuses } from '#projections/controlled-documents/labels';
import { controlledDocumentsOf, documentColumns } from '#projections/controlled-documents/queries';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { ListRoute } from '../lists/list-route.js';
import { WholeListQuery } from '../lists/list.query.js';
import { Lists } from '../lists/lists.js';
import { Names } from '../reading/names.js';
import type { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { answer, codeOf, date, flag, integer, list, object, orNull, party, text } from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { PlainTrailQuery } from '../trail/trail.page-query.js';
import { bodyOf, oneLine, plain, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { CorrectionBody } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { CompetenceRecords, trailAnswer } from './competence-records.js';
import { documentsTable } from './competence.tables.js';
import { shownDocument } from './documents-shown.js';

const {
  ControlledDocumentDrafted,
  ControlledDocumentApproved,
  ControlledDocumentReviewed,
  ControlledDocumentRevised,
  ControlledDocumentWithdrawn,
} = controlledDocumentEvents.declared;

const head = {
  kind: plain,
  title: oneLine,
  number: { says: 'As it is numbered in the unit’s own order', isLine: true },
  unit: says('Whose it is'),
  audiences: { says: 'For whom it is, and whether it is a checklist', min: 1 },
  maintainerId: says('Whoever sees to it that it is kept current, a registered party'),
  approverRole: says('As whom somebody approves it'),
  forCases: says('Cases are handled by it'),
  location: { says: 'Where the text itself lies', isLine: true },
} as const;

export class DraftDocumentBody extends bodyOf(ControlledDocumentDrafted, {
  ...head,
  draftedOn: todayUnlessTold,
}) {}
export class ApproveDocumentBody extends bodyOf(ControlledDocumentApproved, {
  approvedOn: todayUnlessTold,
  approvedById: says('Who approved it, a registered party'),
  validFrom: says('From when this revision is in force'),
  nextReviewOn: says('By when it is to be reviewed'),
}) {}
export class ReviewDocumentBody extends bodyOf(ControlledDocumentReviewed, {
  reviewedOn: todayUnlessTold,
  nextReviewOn: says('By when it is to be reviewed again'),
  note: plain,
}) {}
export class ReviseDocumentBody extends bodyOf(ControlledDocumentRevised, {
  ...head,
  revisedOn: todayUnlessTold,
  changes: says('What is another than before'),
}) {}
export class WithdrawDocumentBody extends bodyOf(ControlledDocumentWithdrawn, {
  withdrawnOn: usual('From when it holds no more; today unless told'),
  reason: plain,
}) {}

export class ControlledDocumentAnswer extends CommandAnswer {
  @ApiProperty()
  documentId!: string;
}

export const revisionShape = object({ revision: integer(), approvedOn: date(), validFrom: date() });
const documentsAnswer = answer({
  documents: list(
    object({
      ...shapesOf(documentColumns, {
        revisions: list(revisionShape),
        approvedBy: orNull(party),
        maintainerId: null,
        approvalSince: null,
        reviewSince: null,
        reviewDue: null,
      }),
      municipality: text(),
      status: codeOf(documentStatuses),
      inForce: orNull(revisionShape),
      maintainer: orNull(party),
      awaitsApprovalSince: orNull(date()),
      isReviewOverdue: flag(),
      recordRevision: text('For `If-Match`, of what is recorded of the document'),
    }),
  ),
});

/** Routines, checklists and templates under control (F1): who keeps them, which revision is in force, when they are reviewed next. */
@ApiTags('competence')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1/controlled-documents')
export class ControlledDocumentsController {
  constructor(
    private readonly records: CompetenceRecords,
    private readonly reading: Reading,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ReadsHere('controlledDocuments')
  @ListRoute('Every document that is or was under control', documentsAnswer)
  all(@InExchange() exchange: Exchange, @ValidQuery(WholeListQuery) query: WholeListQuery) {
    return this.lists.answer(exchange, query, {
      table: documentsTable,
      ask: (asked) => this.whole(exchange, asked),
      linesOf: ({ documents }) => documents.map((one) => ({ ...one, subject: null })),
    });
  }

  private async whole({ request }: Exchange, { readAfter }: ReadQuery) {
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter,
      models: ['controlled_documents', 'people'],
      purpose: 'ADMINISTRATION',
      ask: async (asked) => {
        const documents = await controlledDocumentsOf(asked.pool, asked.viewer);
        const names = await Names.of(
          asked,
          documents.flatMap(({ maintainerId, approvedBy }) => [maintainerId, approvedBy]),
        );
        return documents.map((one) => shownDocument(one, names, asked.today));
      },
      subjectIds: () => [],
    });
    return { documents: found, currentTo };
  }

  @Post()
  @CommandRoute({ summary: 'Drafts a document', answer: ControlledDocumentAnswer })
  draft(@InExchange() exchange: Exchange, @ValidBody(DraftDocumentBody) body: DraftDocumentBody) {
    return this.records.record(exchange, 'ControlledDocumentDrafted', fieldsOf(body));
  }

  @Post(':documentId/approvals')
  @CommandRoute({
    summary: 'What was drafted or revised is approved, as the next revision',
    answer: ControlledDocumentAnswer,
  })
  approve(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(ApproveDocumentBody) body: ApproveDocumentBody,
  ) {
    return this.records.record(exchange, 'ControlledDocumentApproved', { documentId, ...fieldsOf(body) });
  }

  @Post(':documentId/reviews')
  @CommandRoute({
    summary: 'Somebody went through it, and it stands as it is',
    answer: ControlledDocumentAnswer,
  })
  review(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(ReviewDocumentBody) body: ReviewDocumentBody,
  ) {
    return this.records.record(exchange, 'ControlledDocumentReviewed', { documentId, ...fieldsOf(body) });
  }

  @Post(':documentId/revisions')
  @CommandRoute({
    summary: 'There is a new draft of it; what is in force stays so until that is approved',
    answer: ControlledDocumentAnswer,
  })
  revise(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(ReviseDocumentBody) body: ReviseDocumentBody,
  ) {
    return this.records.record(exchange, 'ControlledDocumentRevised', { documentId, ...fieldsOf(body) });
  }

  @Post(':documentId/withdrawal')
  @CommandRoute({ summary: 'It holds no more', answer: ControlledDocumentAnswer })
  withdraw(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(WithdrawDocumentBody) body: WithdrawDocumentBody,
  ) {
    return this.records.record(exchange, 'ControlledDocumentWithdrawn', { documentId, ...fieldsOf(body) });
  }

  @Post(':documentId/corrections')
  @CommandRoute({
    summary: 'Puts an event of a document right',
    description: 'As POST /v1/cases/{caseId}/corrections does with an event of a case.',
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('documentId') id: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    return this.records.correct(exchange, { kind: 'controlledDocument', id }, body);
  }

  @Get(':documentId/audit-trail')
  @ReadsHere('competenceTrail')
  @ReadRoute('The history of a document', trailAnswer, 404)
  trail(
    @InExchange() exchange: Exchange,
    @Id('documentId') id: string,
    @ValidQuery(PlainTrailQuery) query: PlainTrailQuery,
  ) {
    return this.records.trail(exchange, { kind: 'controlledDocument', id }, query);
  }
}
