import { ownCommand } from '#apps/api/src/commands/own-command';
import type { Clock } from '#apps/clock';
import {
  type ArchiveDelivery,
  composeArkivmelding,
  DamagedDocument,
  type DocumentFormat,
  type DocumentStore,
  documentOfDelivery,
  documentToArchive,
  type FoundReceipt,
  readReceipt,
  recordArchiveStep,
  type ToArchive,
  UnfitReceipt,
} from '#documents/application/index';
import { type CommandRunner, derivedId, Rejection } from '#event-sourcing';
import { profileOf } from '#municipality';
import { isSealed, type Keys, type Viewer } from '#personal-data';
import type { Pool } from '#postgres';
import { type ArchiveAfter, unarchived } from '#projections/documents/queries';
import { nameOf, subjectOf } from '#subject';
import { type CaseOfDocument, caseOfDocument } from './of-case.js';

export interface ArchiveParts {
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
  readonly keys: Pick<Keys, 'open'>;
  readonly documents: Pick<DocumentStore, 'open'>;
  readonly delivery: ArchiveDelivery;
  /** Reads the rows of the read models as their reader. */
  readonly reader: Pool;
  readonly clock: Clock;
}

const pageSize = 200;

/**
 * Takes note of what the archive of a municipality has answered, and hands over what it is to have, where its profile says that it has one. At least
 * once, each under the id of its delivery. Fails with `ArchiveAway` where nothing can be handed over.
 */
export async function archiveIn(parts: ArchiveParts, tenant: string, signal: AbortSignal): Promise<void> {
  const { runner, delivery, reader, clock } = parts;
  const { profile } = await profileOf(runner, tenant);
  const today = clock.dayOf(clock.now());
  if (profile?.archivedWithinDays === undefined || today < profile.adoptedOn) return;
  await delivery.ready(tenant);
  /** Answers to what was handed over by somebody who was killed before it was recorded. */
  const ahead = new Set<string>();
  for (const receipt of await delivery.receipts(tenant)) {
    if (signal.aborted) return;
    const next = await documentToArchive(runner, tenant, documentOfDelivery(receipt.deliveryId));
    if (next?.deliveryId === receipt.deliveryId) ahead.add(receipt.deliveryId);
    else await takeNote(parts, tenant, receipt);
  }
  const viewer: Viewer = {
    tenants: [tenant],
    partyId: derivedId('system', tenant),
    roles: ['ADMIN'],
    units: [],
  };
  for (let after: ArchiveAfter | undefined; ;) {
    const page = await unarchived(reader, viewer, { after, limit: pageSize });
    for (const { documentId, standing } of page.rows) {
      if (signal.aborted) return;
      if (standing === null || standing === 'TO_SEND_AGAIN') {
        await send(parts, { tenant, documentId, language: profile.language, ahead });
      }
    }
    if (page.next === undefined) return;
    after = page.next;
  }
}

const by = ({ clock }: ArchiveParts, tenant: string, ...what: string[]) =>
  ownCommand('SYSTEM', tenant, derivedId('archive', tenant, ...what), clock);

interface Sending {
  readonly tenant: string;
  readonly documentId: string;
  readonly language: 'NB' | 'NN';
  readonly ahead: ReadonlySet<string>;
}

async function send(parts: ArchiveParts, sending: Sending): Promise<void> {
  const { tenant, documentId, ahead } = sending;
  const to = await documentToArchive(parts.runner, tenant, documentId);
  if (to?.caseId === undefined) return;
  const of = await caseOfDocument(parts.runner, tenant, to.caseId, documentId);
  if (of === undefined || of.isHeldBack) return;
  const { deliveryId } = to;
  const isReadable =
    ahead.has(deliveryId) || (await handOver(parts, sending, to, { ...of, caseId: to.caseId }));
  const context = by(parts, tenant, isReadable ? 'sent' : 'unreadable', deliveryId);
  const { today } = context;
  await recordArchiveStep(
    parts.runner,
    documentId,
    isReadable
      ? { step: 'DocumentSentToArchive', said: { deliveryId, sentOn: today } }
      : { step: 'ArchivingFailed', said: { deliveryId, cause: 'UNREADABLE', failedOn: today } },
    context,
  ).catch(unlessRefused);
}

/** Answers whether there was anything to hand over that can be read. */
async function handOver(
  { runner, keys, documents, delivery }: ArchiveParts,
  { tenant, documentId, language }: Sending,
  { deliveryId, filing }: ToArchive,
  { caseId, caseNumber, subjectId, sentOn }: CaseOfDocument & { readonly caseId: string },
): Promise<boolean> {
  const told = await openedFiling(keys, filing);
  if (told === undefined) return false;
  const { survivorId } = await subjectOf(runner, tenant, subjectId);
  const personName = await nameOf({ runner, keys }, tenant, survivorId);
  const fileName = `${documentId}.${told.format.toLowerCase()}`;
  try {
    const held = await documents.open({ tenant, documentId });
    if (held === undefined || held === 'destroyed') return false;
    try {
      await delivery.deliver({
        tenant,
        deliveryId,
        fileName,
        content: held.content,
        messageOf: (file) =>
          composeArkivmelding({
            language,
            case: { caseId, caseNumber, personName },
            document: { ...told, documentId, sentOn },
            file: { name: fileName, ...file },
          }),
      });
    } finally {
      await held.content.return?.();
    }
    return true;
  } catch (error) {
    if (error instanceof DamagedDocument) return false;
    throw error;
  }
}

/** Somebody has marked it as recorded in error meanwhile. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Rejection)) throw error;
}

/** What was said of the document, opened; undefined where its title does not open. */
async function openedFiling(keys: Pick<Keys, 'open'>, filing: ToArchive['filing']) {
  const { title, sender, receiver, ...plain } = filing.data as {
    readonly title: unknown;
    readonly sender?: unknown;
    readonly receiver?: unknown;
  } & Filing;
  const open = async (value: unknown) => {
    if (!isSealed(value)) return undefined;
    const [field] = await keys.open([value]);
    return field?.status === 'open' ? field.text : undefined;
  };
  const opened = await open(title);
  if (opened === undefined) return undefined;
  const { direction, kind, restriction, documentDate, filedOn, format } = plain;
  return {
    direction,
    kind,
    restriction,
    documentDate,
    filedOn,
    format,
    title: opened,
    sender: await open(sender),
    receiver: await open(receiver),
    recordedAt: filing.metadata.recordedAt,
  };
}
type Facts = Parameters<typeof composeArkivmelding>[0]['document'];
type Filing = Pick<Facts, 'direction' | 'kind' | 'restriction' | 'documentDate' | 'filedOn'> & {
  readonly format: DocumentFormat;
};

async function takeNote(parts: ArchiveParts, tenant: string, found: FoundReceipt): Promise<void> {
  const { deliveryId } = found;
  try {
    const receipt = readReceipt(await found.read());
    const { kind, ...rest } = receipt;
    const context = by(parts, tenant, kind, deliveryId, ...Object.values(rest));
    const { today } = context;
    const step =
      receipt.kind === 'ARCHIVED'
        ? ({
            step: 'DocumentArchived',
            said: { deliveryId, archivedAs: receipt.archivedAs, archivedOn: today },
          } as const)
        : ({ step: 'ArchivingFailed', said: { deliveryId, cause: receipt.cause, failedOn: today } } as const);
    await recordArchiveStep(parts.runner, documentOfDelivery(deliveryId), step, context);
    await found.settled();
  } catch (error) {
    if (!(error instanceof UnfitReceipt || error instanceof Rejection)) throw error;
    await found.putAside(error.message);
  }
}
