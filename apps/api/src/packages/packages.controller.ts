import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { fileOf, notNeeded, packageGaps } from '#case-package';
import { html, plainText, wordOf } from '#correspondence';
import { Reads } from '../auth/reads.js';
import { CommandRoute } from '../commands/command-route.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { nameIn } from '../trail/trail.entries.js';
import { LookRoute } from '../reading/look-route.js';
import { ReadQuery } from '../reading/page.query.js';
import { ReadRoute } from '../reading/read-answer.js';
import { Id, ValidBody, ValidQuery } from '../validation/pipes.js';
import { ClosedPackages } from './closed-packages.js';
import { ClosedPackageAnswer, packagePreviewAnswer } from './package.answers.js';
import { ClosePackageBody, PackageBody } from './package.bodies.js';
import { PackageDesk, type PreparedPackage } from './package-desk.js';
import { PackageFiles } from './package-files.js';
import { textsIn } from './told-events.js';

/** What goes to the county governor with a complaint: looked at, closed, and fetched as one file. */
@ApiTags('complaints')
@Reads('complaints')
@Controller('v1')
export class PackagesController {
  constructor(
    private readonly desk: PackageDesk,
    private readonly closed: ClosedPackages,
    private readonly files: PackageFiles,
  ) {}

  @Post('complaints/:complaintId/packages/preview')
  @LookRoute({
    summary: 'The package as it would be closed now',
    description:
      'Nothing is recorded. The numbered index says what lacks; each gap needs an explanation before it can be closed.',
    answer: packagePreviewAnswer,
  })
  async preview(
    @InExchange() { request }: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(PackageBody) body: PackageBody,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return shown(await this.desk.ofComplaint(request, complaintId, body, query));
  }

  @Post('cases/:caseId/package-rehearsal')
  @LookRoute({
    summary: 'What the county governor would get of the case if a complaint came today',
    description: 'Nothing is recorded but that it was read.',
    answer: packagePreviewAnswer,
  })
  async rehearse(
    @InExchange() { request }: Exchange,
    @Id('caseId') caseId: string,
    @ValidBody(PackageBody) body: PackageBody,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    return shown(await this.desk.rehearsal(request, caseId, body, query));
  }

  @Post('complaints/:complaintId/packages')
  @CommandRoute({
    summary: 'A package is closed: from then on it is what it is',
    description:
      'The very bytes that were previewed are kept as an outgoing document of the complaint. One with a gap that nobody explains is refused, and so is one that would be another than was seen.',
    answer: ClosedPackageAnswer,
  })
  close(
    @InExchange() exchange: Exchange,
    @Id('complaintId') complaintId: string,
    @ValidBody(ClosePackageBody) body: ClosePackageBody,
  ) {
    return this.closed.close(exchange, complaintId, body);
  }

  @Get('complaints/:complaintId/packages/:packageId')
  @ReadRoute(
    'A package as a ZIP: what Samspor made, and the documents as they came',
    { type: 'string', format: 'binary' },
    404,
  )
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async zip(
    @InExchange() { request }: Exchange,
    @Id('complaintId') complaintId: string,
    @Id('packageId') packageId: string,
    @ValidQuery(ReadQuery) query: ReadQuery,
  ) {
    const content = await this.files.zip(request, complaintId, packageId, query);
    return new StreamableFile(content, {
      type: 'application/zip',
      disposition: 'attachment; filename="saken-til-statsforvalteren.zip"',
    });
  }
}

const shown = ({
  document,
  digest,
  pdf,
  unprintable,
  language,
  index,
  unexplained,
  trail,
}: PreparedPackage) => ({
  digest,
  language: language === 'nn' ? 'NN' : 'NB',
  title: document.title,
  isComplete: unexplained.length === 0,
  index: index.map((entry) => ({
    entry: entry.entry,
    number: entry.number,
    events: entry.entry === 'TRAIL' ? trail.entries.length : entry.events.length,
    gap: entry.empty && 'gap' in entry.empty ? entry.empty.gap : null,
    notNeeded: entry.empty && 'notNeeded' in entry.empty ? entry.empty.notNeeded : null,
    sentence:
      entry.empty === undefined
        ? null
        : 'gap' in entry.empty
          ? wordOf(packageGaps, entry.empty.gap, language)
          : wordOf(notNeeded, entry.empty.notNeeded, language),
    explanation: entry.explanation ?? null,
    documents: entry.documents.map((one) => ({
      number: `${entry.number}.${one.place}`,
      documentId: one.documentId,
      file: fileOf(entry, one),
      kind: one.kind,
      documentDate: one.documentDate,
    })),
  })),
  names: trail.parties.flatMap(({ partyId, name }) => {
    const told = nameIn(language, name);
    return told === undefined ? [] : [{ partyId, name: told }];
  }),
  texts: textsIn(trail.entries),
  text: plainText(document),
  html: html(document),
  pdf: pdf.toString('base64'),
  unprintable,
});
