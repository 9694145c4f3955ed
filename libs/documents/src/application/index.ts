import type { Provider } from '@nestjs/common';
import { RetryArchivingHandler } from './archiving.js';
import { FileDocumentHandler } from './file-document.js';
import { MoveDocumentHandler, ReviseDocumentEventHandler } from './move-document.js';

export { type ArchivedFacts, composeArkivmelding } from '../archive/arkivmelding.js';
export { ArchiveAway, type ArchiveDelivery, type FoundReceipt, type ToDeliver } from '../archive/delivery.js';
export { folderDelivery } from '../archive/folder-delivery.js';
export { readReceipt, type Receipt, UnfitReceipt } from '../archive/receipt.js';
export {
  documentOfDelivery,
  documentToArchive,
  recordArchiveStep,
  RetryArchivingCommand,
  type ToArchive,
} from './archiving.js';
export { type Content, DamagedDocument } from '../store/file-format.js';
export { DocumentStore, type Held, type Keeping, type Kept } from '../store/document-store.js';
export { type Incoming, mostBytes } from '../store/incoming.js';
export { isThere, synced } from '../store/on-disk.js';
export { type DocumentFormat, formatOf, mediaTypes } from '../store/media-types.js';
export { type DocumentScanner, noScanner, type Scan } from '../store/scanner.js';
export { AnotherDocument, UnfitDocument, type Unfitness } from '../store/unfit-document.js';
export {
  type BroughtDocument,
  fileDocument,
  FileDocumentCommand,
  type FiledDocument,
  type FilingParts,
  type ToldDocument,
} from './file-document.js';
export { MoveDocumentCommand, ReviseDocumentEventCommand } from './move-document.js';
export { type NamedRecord, type RecordOfDocument, RecordsOfDocuments } from './records.js';

/** They need `CommandRunner`, `DocumentStore` and `RecordsOfDocuments` by class. */
export const documentHandlers: Provider[] = [
  FileDocumentHandler,
  MoveDocumentHandler,
  ReviseDocumentEventHandler,
  RetryArchivingHandler,
];
