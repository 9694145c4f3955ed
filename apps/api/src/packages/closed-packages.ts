import { Injectable } from '@nestjs/common';
import { type EntryCode, fileOf, packageGaps } from '#case-package';
import { packageOf } from '#complaint';
import { RecordComplaintStepCommand, type ToldComplaintStep } from '#complaint/application/index';
import { FileDocumentCommand } from '#documents/application/index';
import { type CommandContext, CommandRunner, derivedId, madeId, wordsOf } from '#event-sourcing';
import { Commands } from '../commands/commands.js';
import type { Exchange } from '../commands/exchange.js';
import { Problem } from '../problems/problem.js';
import type { ClosePackageBody } from './package.bodies.js';
import { PackageDesk, type PreparedPackage } from './package-desk.js';

type Told = ToldComplaintStep<'ComplaintPackageClosed'>;

/** Closes packages: what was seen is what is kept, and the complaint says so. */
@Injectable()
export class ClosedPackages {
  constructor(
    private readonly commands: Commands,
    private readonly desk: PackageDesk,
    private readonly runner: CommandRunner,
  ) {}

  /** A repeat under the same key answers with the package that was closed then, whatever has changed since. */
  async close(exchange: Exchange, complaintId: string, body: ClosePackageBody) {
    const context = await this.commands.contextOf(exchange.request);
    const packageId = madeId(context.commandId, 'package');
    const standing = await packageOf(this.runner, context.municipality, complaintId, packageId);
    const made = standing ?? (await this.put(exchange, { complaintId, packageId, body, context }));
    const { statement: _, ...fixed } = { statement: undefined, ...made };
    const told: Told = { ...fixed, ...saidIn(body) };
    const command = new RecordComplaintStepCommand('ComplaintPackageClosed', told, context);
    return {
      ...this.commands.answer(exchange, await this.commands.send(command)),
      documentId: told.documentId,
    };
  }

  private async put({ request }: Exchange, { complaintId, packageId, body, context }: Closing) {
    const prepared = await this.desk.ofComplaint(request, complaintId, body);
    refuseUnexplained(prepared);
    if (prepared.digest !== body.digest) throw new Problem('stale-revision.package');
    const documentId = await this.filed(complaintId, prepared, context);
    const { index, trail, language } = prepared;
    return {
      complaintId,
      packageId,
      language: language === 'nn' ? ('NN' as const) : ('NB' as const),
      documentId,
      attached: index.flatMap((entry) =>
        entry.documents.map((document) => ({
          section: entry.number,
          place: document.place,
          file: fileOf(entry, document),
          documentId: document.documentId,
        })),
      ),
      upTo: trail.last.eventId,
      entries: trail.entries.length,
    };
  }

  /** What was seen, filed as an outgoing document of the complaint before the complaint says so: no package is closed without it. */
  private async filed(
    complaintId: string,
    { pdf, document, madeOn }: PreparedPackage,
    context: CommandContext,
  ) {
    const told = {
      recordKind: 'COMPLAINT',
      recordId: complaintId,
      direction: 'OUT',
      kind: 'CASE_PACKAGE',
      documentDate: madeOn,
      title: document.title,
    } as const;
    const ofDocument = { ...context, commandId: derivedId('package-document', context.commandId) };
    const command = new FileDocumentCommand(told, { content: [pdf], format: 'PDF' }, ofDocument);
    return (await this.commands.send(command)).documentId;
  }
}

/** What its writer said of it, in the words of the request: a repeat says the same. */
const saidIn = ({ explanations = [], omissions = [], statement }: ClosePackageBody) => ({
  explanations: explanations.map(({ entry, text }) => ({ entry, text })),
  omissions: omissions.map(({ kind, what, field, ground, reason }) => ({
    kind,
    what,
    ground,
    ...(field !== undefined && { field }),
    ...(reason !== undefined && { reason }),
  })),
  ...(statement !== undefined && { statement }),
});

interface Closing {
  readonly complaintId: string;
  readonly packageId: string;
  readonly body: ClosePackageBody;
  readonly context: CommandContext;
}

function refuseUnexplained({ unexplained }: PreparedPackage): void {
  const gaps = unexplained.flatMap(({ empty }) => (empty && 'gap' in empty ? [empty.gap] : []));
  if (gaps.length === 0) return;
  const entries: EntryCode[] = unexplained.map(({ entry }) => entry);
  throw new Problem('package-unexplained', {
    values: { gaps: wordsOf(packageGaps, ...gaps), entries: entries.join(', ') },
  });
}
