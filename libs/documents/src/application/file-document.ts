import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Basis,
  canonical,
  type CommandContext,
  CommandRunner,
  eventIdOf,
  InvalidFact,
  KeyReused,
  madeId,
  type Receipt,
  Rejection,
  StaleRevision,
} from '#event-sourcing';
import { documentDecider, type SaidOf } from '../domain/events.js';
import { filingRefusals } from '../domain/steps/filing.js';
import { documentStream } from '../questions.js';
import { DocumentStore, type Kept } from '../store/document-store.js';
import type { Content } from '../store/file-format.js';
import type { Incoming } from '../store/incoming.js';
import type { DocumentFormat } from '../store/media-types.js';
import { AnotherDocument } from '../store/unfit-document.js';
import { type NamedRecord, type RecordOfDocument, RecordsOfDocuments } from './records.js';

type Said = SaidOf<'DocumentFiled'>;
/** What somebody says of a document. Today is the day of filing, and OFFL_13 why others may not see it, unless told. */
export type ToldDocument = NamedRecord &
  Pick<Said, 'direction' | 'kind' | 'documentDate' | 'title' | 'sender' | 'receiver'> & {
    readonly restriction?: Said['restriction'] | undefined;
    readonly filedOn?: string | undefined;
  };
export interface BroughtDocument {
  readonly content: Content;
  readonly format: DocumentFormat;
}

export interface FiledDocument {
  readonly documentId: string;
  readonly receipt: Receipt;
}

export interface FilingParts {
  readonly runner: Pick<CommandRunner, 'run' | 'look'>;
  readonly store: DocumentStore;
  readonly records: RecordsOfDocuments;
}

/** Keeps a document and files it. */
export class FileDocumentCommand extends Command<FiledDocument> {
  constructor(
    readonly told: ToldDocument,
    readonly brought: BroughtDocument,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FileDocumentCommand)
export class FileDocumentHandler implements ICommandHandler<FileDocumentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: DocumentStore,
    private readonly records: RecordsOfDocuments,
  ) {}

  execute({ told, brought, context }: FileDocumentCommand): Promise<FiledDocument> {
    const { runner, store, records } = this;
    return fileDocument({ runner, store, records }, told, brought, context);
  }
}

/**
 * Reads the content to its end, keeps it and records that it is filed; the id follows from the command's, so that a repeat is the same
 * document. Of one that is refused nothing is kept. The same command with other content or other words is `KeyReused`.
 */
export async function fileDocument(
  { runner, store, records }: FilingParts,
  told: ToldDocument,
  { content, format }: BroughtDocument,
  context: CommandContext,
): Promise<FiledDocument> {
  const { municipality: tenant, commandId } = context;
  // Before anything is read: most that is refused is refused here.
  const { answer: record, basis } = await records.of(tenant, told);
  if (record === undefined) throw filingRefusals.refusal('no-such-record');
  const place = { tenant, documentId: madeId(commandId, 'document') };
  const incoming = await store.takeIn(content, format);
  try {
    return await store.alone(place, () =>
      keepAndRecord({ runner, store }, { place, told, record, basis, incoming, context }),
    );
  } finally {
    // It has another name by now, or it is refused.
    await store.drop(incoming);
  }
}

interface Filing {
  readonly place: { readonly tenant: string; readonly documentId: string };
  readonly told: ToldDocument;
  readonly record: RecordOfDocument;
  readonly basis: readonly Basis[];
  readonly incoming: Incoming;
  readonly context: CommandContext;
}

async function keepAndRecord(
  { runner, store }: Omit<FilingParts, 'records'>,
  { place, told, record, basis, incoming, context }: Filing,
): Promise<FiledDocument> {
  const { documentId } = place;
  const stream = documentStream(place.tenant, documentId);
  const { history } = await runner.look(documentDecider, stream);
  if (history.length > 0) await store.filed(place);
  const whose = {
    owner: record.ownerId,
    class: 'DOCUMENT',
    eventId: eventIdOf(context.commandId, 0),
  } as const;
  const kept = await store.keep(incoming, { ...place, ...whose }).catch((error: unknown) => {
    throw error instanceof AnotherDocument ? new KeyReused(context.commandId) : error;
  });
  try {
    const receipt = await runner.run(
      documentDecider,
      stream,
      {
        type: 'RecordStep',
        data: {
          partyIsKnown: true,
          step: 'DocumentFiled',
          about: { ownerId: record.ownerId },
          said: saidOf({ documentId, told, record, incoming, kept, today: context.today }),
          asked: { ownerOfRecord: record.ownerId },
        },
      },
      { ...context, body: bodyOf(told, kept) },
      basis,
    );
    await store.filed(place);
    return { documentId, receipt };
  } catch (error) {
    if (history.length === 0 && isRefusal(error)) await store.abandon(place);
    throw error;
  }
}

function saidOf({
  documentId,
  told,
  record: { subjectId, caseId },
  incoming: { format, scan },
  kept,
  today,
}: Pick<Filing, 'told' | 'record' | 'incoming'> & {
  readonly documentId: string;
  readonly kept: Kept;
  readonly today: string;
}): Said {
  const { subjectId: _, filedOn = today, restriction = 'OFFL_13', ...said } = told;
  return {
    ...said,
    documentId,
    filedOn,
    restriction,
    subjectId,
    caseId,
    format,
    scan,
    size: kept.size,
    ciphertextDigest: kept.ciphertextSha256,
    contentDigest: kept.contentSha256,
  };
}

/** What a repeat has to say alike: the words and the content. */
const bodyOf = (told: ToldDocument, { contentSha256 }: Kept): string =>
  canonical(JSON.parse(JSON.stringify({ ...told, contentSha256 })));

/** Nothing was recorded, for certain. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Rejection ||
  error instanceof InvalidFact ||
  error instanceof KeyReused ||
  error instanceof StaleRevision;
