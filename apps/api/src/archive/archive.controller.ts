import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  archiveFailures,
  archiveStandings,
  documentDirections,
  documentEvents,
  filedDocumentKinds,
} from '#documents';
import { RetryArchivingCommand } from '#documents/application/index';
import { CommandRunner } from '#event-sourcing';
import { profileOf } from '#municipality';
import { archiveDays, isArchiveAfter, unarchived } from '#projections/documents/archive.queries';
import { ReadsHere } from '../auth/reads.js';
import { Roles } from '../auth/roles.guard.js';
import { CommandRoute } from '../commands/command-route.js';
import { Commands } from '../commands/commands.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { DocumentAnswerBody } from '../documents/documents.controller.js';
import { tenantOf } from '../organisation/organisation-reading.js';
import { limitOf, PageQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Reading } from '../reading/reading.js';
import { codeOf, date, flag, integer, list, object, orNull, page, text } from '../reading/shape.js';
import { bodyOf, todayUnlessTold } from '../validation/body-of.js';
import { fieldsOf, Id, ValidBody, ValidQuery } from '../validation/pipes.js';

const { ArchivingRetried } = documentEvents.declared;

export class RetryArchivingBody extends bodyOf(ArchivingRetried, { retriedOn: todayUnlessTold }) {}

const archiveAnswer = page({
  isUsed: flag('Whether documents are sent to an archive, as the profile of the municipality says'),
  archivedWithinDays: orNull(integer()),
  // The last two weeks, the newest day first: sent that day, told by the archive that day to be there, and sent by the end of it but not there by then.
  days: list(
    object({
      day: date(),
      sent: integer(),
      archived: integer(),
      outstanding: integer(),
    }),
  ),
  // What is not in the archive, the oldest first.
  documents: list(
    object({
      documentId: text(),
      caseId: text(),
      municipality: text(),
      kind: codeOf(filedDocumentKinds),
      direction: codeOf(documentDirections),
      filedOn: date(),
      standing: orNull(codeOf(archiveStandings, 'Null until it is sent')),
      deliveryId: orNull(text('Under which the archive got it last')),
      sentOn: orNull(date()),
      failedOn: orNull(date()),
      failure: orNull(codeOf(archiveFailures)),
    }),
  ),
});

/** How documents come into the archive, and what did not. */
@ApiTags('archive')
@Roles('ADMIN')
@Controller('v1/archive')
export class ArchiveController {
  constructor(
    private readonly commands: Commands,
    private readonly reading: Reading,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @ReadsHere('archive')
  @ReadRoute('How documents come into the archive, and what is not there', archiveAnswer)
  async standing(@InExchange() { request }: Exchange, @ValidQuery(PageQuery) query: PageQuery) {
    const tenant = tenantOf(request);
    const after = this.reading.cursorAfter(request, query.after, isArchiveAfter);
    const { found, currentTo } = await this.reading.answer(request, {
      readAfter: query.readAfter,
      models: ['documents'],
      purpose: 'ADMINISTRATION',
      ask: async ({ pool, viewer, today }) => {
        const { profile } = await profileOf(this.runner, tenant);
        const days = await archiveDays(pool, viewer, { today, days: 14 });
        const { rows: documents, next } = await unarchived(pool, viewer, { after, limit: limitOf(query) });
        const { archivedWithinDays = null } = profile ?? {};
        return { isUsed: archivedWithinDays !== null, archivedWithinDays, days, documents, next };
      },
      subjectIds: () => [],
    });
    const { next, ...told } = found;
    return { ...told, ...this.reading.next(request, next), currentTo };
  }

  @Post(':documentId/retries')
  @CommandRoute({
    summary: 'Sends a document again that did not come into the archive',
    description:
      'As another delivery, at the next look. Refused while it is on its way, and when it is there.',
    answer: DocumentAnswerBody,
  })
  retry(
    @InExchange() exchange: Exchange,
    @Id('documentId') documentId: string,
    @ValidBody(RetryArchivingBody) body: RetryArchivingBody,
  ) {
    return this.commands.run(
      exchange,
      (context) => new RetryArchivingCommand({ documentId, ...fieldsOf(body) }, context),
    );
  }
}
