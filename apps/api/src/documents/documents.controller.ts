import { Controller, Get, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { documentEvents } from '#documents';
import {
  FileDocumentCommand,
  formatOf,
  mediaTypes,
  MoveDocumentCommand,
  ReviseDocumentEventCommand,
  UnfitDocument,
} from '#documents/application/index';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandAnswer, CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { etagOf } from '../commands/request-headers.js';
import { Problem } from '../problems/problem.js';
import { PageQuery, ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { withUpload } from '../server/upload.js';
import { bodyOf, oneLine, says, todayUnlessTold, usual } from '../validation/body-of.js';
import { CorrectionBody, revisionOf } from '../validation/correction.body.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { validated } from '../validation/validate.js';
import { documentAnswer, documentsAnswer } from './document.answers.js';
import { DocumentReading } from './document-reading.js';
import { fileNameOf } from './file-name.js';
import { sentFile } from './held-file.js';

const { DocumentFiled, DocumentMoved } = documentEvents.declared;

const place = {
  recordKind: says('On what it is filed'),
  recordId: says('The id of that'),
  subjectId: says('Of a consent: whose it is'),
} as const;

export class FileDocumentBody extends bodyOf(DocumentFiled, {
  ...place,
  direction: says('Whether it came in, went out or stays within'),
  kind: says('What it is'),
  documentDate: says('The date that it bears'),
  filedOn: todayUnlessTold,
  restriction: usual('Why others may not see it; OFFL_13 unless told'),
  title: oneLine,
  sender: { says: 'From whom it is', isLine: true },
  receiver: { says: 'To whom it is', isLine: true },
}) {}

export class MoveDocumentBody extends bodyOf(DocumentMoved, {
  ...place,
  movedOn: todayUnlessTold,
  reason: says('Why'),
}) {}

export class DocumentAnswerBody extends CommandAnswer {
  @ApiProperty()
  documentId!: string;
}

/** Documents: filed, moved, read. */
@ApiTags('documents')
@Roles('CASEWORKER', 'LEADER')
@Controller('v1')
export class DocumentsController {
  constructor(
    private readonly commands: Commands,
    private readonly reading: DocumentReading,
  ) {}

  @Post('documents')
  @ApiConsumes('multipart/form-data')
  @ApiExtraModels(FileDocumentBody)
  @ApiBody({
    schema: {
      type: 'object',
      required: ['document', 'file'],
      properties: {
        document: { $ref: getSchemaPath(FileDocumentBody) },
        file: { type: 'string', format: 'binary', description: 'The document itself, with its Content-Type' },
      },
    },
  })
  @CommandRoute({
    summary: 'Files a document: what is said of it as JSON, then the file',
    description:
      'PDF, PNG, JPEG, DOCX without macros, or plain text in UTF-8, of at most 25 MB; it must be what its Content-Type says. Nothing of one that is refused is kept.',
    answer: DocumentAnswerBody,
  })
  file(@InExchange() exchange: Exchange) {
    const { request, reply } = exchange;
    return withUpload(request, async ({ said, mediaType, content }) => {
      const body = await validated(FileDocumentBody, said);
      const format = formatOf(mediaType);
      if (format === undefined) throw new Problem('unsupported-media-type.document');
      const context = await this.commands.contextOf(request);
      const command = new FileDocumentCommand(fieldsOf(body), { content, format }, context);
      const done = await this.commands.send(command).catch(asProblem);
      reply.header('Location', `/v1/documents/${done.documentId}`);
      return this.commands.answer(exchange, done);
    });
  }

  @Get('documents/:documentId')
  @ReadsHere('documents')
  @ReadRoute('What is said of a document', documentAnswer, 404)
  async one(
    @InExchange() { request, reply }: Exchange,
    @Id('documentId') documentId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const found = await this.reading.one(request, documentId, query);
    reply.header('ETag', etagOf(found.revision));
    return found;
  }

  @Get('documents/:documentId/content')
  @ReadsHere('documents')
  @ReadRoute('The document itself', { type: 'string', format: 'binary' }, 404)
  @ApiOkResponse({
    content: Object.fromEntries(
      Object.values(mediaTypes).map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  async content(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const { held, row } = await this.reading.content(exchange.request, documentId, query);
    const type = row.format === 'TXT' ? 'text/plain; charset=utf-8' : mediaTypes[row.format];
    return sentFile(exchange, held, { type, name: fileNameOf(row) });
  }

  @Get('cases/:caseId/documents')
  @ReadsHere('documents')
  @ReadRoute('Documents of a case in and out, by the date that they bear', documentsAnswer, 404)
  ofCase(
    @InExchange() { request }: Exchange,
    @Id('caseId') caseId: string,
    @ValidQuery(PageQuery) query: PageQuery,
  ) {
    return this.reading.ofCase(request, caseId, query);
  }

  @Get('subjects/:subjectId/documents')
  @ReadsHere('documents')
  @ReadRoute('Documents about a person, by the date that they bear', documentsAnswer, 404)
  ofPerson(
    @InExchange() { request }: Exchange,
    @Id('subjectId') subjectId: string,
    @ValidQuery(PageQuery) query: PageQuery,
  ) {
    return this.reading.ofPerson(request, subjectId, query);
  }

  @Get('complaints/:complaintId/documents')
  @ReadsHere('documents')
  @ReadRoute('Documents of a complaint, by the date that they bear', documentsAnswer, 404)
  ofComplaint(
    @InExchange() { request }: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidQuery(PageQuery) query: PageQuery,
  ) {
    return this.reading.ofComplaint(request, complaintId, query);
  }

  @Post('documents/:documentId/moves')
  @CommandRoute({
    summary: 'The document belongs to something else of the same person',
    description:
      'Of another person’s: mark the document as recorded in error, and file it again where it belongs.',
    answer: DocumentAnswerBody,
  })
  move(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(MoveDocumentBody) body: MoveDocumentBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new MoveDocumentCommand({ documentId, ...fieldsOf(body) }, context),
    );
  }

  @Post('documents/:documentId/corrections')
  @CommandRoute({
    summary: 'Puts right what is said of a document, or marks it as recorded in error',
    description: 'As POST /v1/cases/{caseId}/corrections does. Content and place are not corrected.',
    answer: DocumentAnswerBody,
  })
  correct(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(CorrectionBody) body: CorrectionBody,
  ) {
    const revision = revisionOf(body);
    return this.commands.run(
      exchange,
      (context) => new ReviseDocumentEventCommand({ documentId, ...revision }, context),
    );
  }
}

/** What is wrong with a document is told as what is wrong with a body. */
function asProblem(error: unknown): never {
  if (!(error instanceof UnfitDocument)) throw error;
  throw new Problem(unfit[error.fault], { cause: error });
}
const unfit = {
  'too-large': 'body-too-large.document',
  empty: 'unfit-document.empty',
  'other-format': 'unfit-document.other-format',
  harmful: 'unfit-document.harmful',
} as const;
