import { type archiveStandings, documentEvents } from '#documents';
import type { CodeIn } from '#event-sourcing/codes';
import { always, begun, copyOf, foldOf, perhaps, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';

type Standing = CodeIn<typeof archiveStandings>;
const copy = copyOf([documentEvents]);
/** One document as a case's list shows it. What it is called, from whom and to whom is sealed. */
export const columns = {
  document_id: always(),
  /** Whose key seals it. */
  owner_id: always(),
  record_kind: begun(copy('DocumentFiled.recordKind')),
  record_id: begun(copy('DocumentFiled.recordId')),
  // Of what it is filed on now, where that is part of a case, or about a person.
  case_id: perhaps(),
  subject_id: perhaps(),
  filed_on: begun(copy('DocumentFiled.filedOn')),
  direction: begun(copy('DocumentFiled.direction')),
  kind: begun(copy('DocumentFiled.kind')),
  document_date: begun(copy('DocumentFiled.documentDate')),
  restriction: begun(copy('DocumentFiled.restriction')),
  title: copy('DocumentFiled.title'),
  sender: copy('DocumentFiled.sender'),
  receiver: copy('DocumentFiled.receiver'),
  format: begun(copy('DocumentFiled.format')),
  size: begun(copy('DocumentFiled.size')),
  scan: begun(copy('DocumentFiled.scan')),
  ciphertext_digest: begun(copy('DocumentFiled.ciphertextDigest')),
  moved_on: copy('DocumentMoved.movedOn'),
  /** How far it is on its way to the archive; null until it is sent there. */
  archive_standing: perhaps<Standing>(),
  delivery_id: perhaps(),
  sent_to_archive_on: copy('DocumentSentToArchive.sentOn'),
  archived_on: copy('DocumentArchived.archivedOn'),
  /** What the archive calls it. */
  archived_as: copy('DocumentArchived.archivedAs'),
  archiving_failed_on: copy('ArchivingFailed.failedOn'),
  archiving_failure: copy('ArchivingFailed.cause'),
  /** Who filed it. */
  filed_by: always(),
  /** Of the filing: what a correction names. */
  event_id: always(),
};
export type DocumentRow = RowOf<typeof columns>;

const notFailed = { archiving_failed_on: null, archiving_failure: null } as const;

const fold = foldOf([documentEvents], columns, {
  begin: {
    DocumentFiled: ({ documentId, ownerId }) => ({
      document_id: documentId,
      owner_id: ownerId,
      filed_by: '',
      event_id: '',
    }),
  },
  folds: {
    DocumentFiled: ({ caseId, subjectId }) => ({ case_id: caseId ?? null, subject_id: subjectId ?? null }),
    DocumentMoved: ({ recordKind, recordId, caseId, subjectId }) => ({
      record_kind: recordKind,
      record_id: recordId,
      case_id: caseId ?? null,
      subject_id: subjectId ?? null,
    }),
    DocumentSentToArchive: ({ deliveryId }) => ({
      archive_standing: 'SENT',
      delivery_id: deliveryId,
      archived_on: null,
      archived_as: null,
      ...notFailed,
    }),
    DocumentArchived: () => ({ archive_standing: 'ARCHIVED', ...notFailed }),
    ArchivingFailed: ({ deliveryId }) => ({ archive_standing: 'FAILED', delivery_id: deliveryId }),
    ArchivingRetried: () => ({ archive_standing: 'TO_SEND_AGAIN' }),
  },
});

/** One row a document; none where it was marked as recorded in error. */
export const documents = defineProjection<DocumentRow, typeof documentEvents>({
  name: 'documents',
  version: 2,
  sees: 'effective',
  handles: [documentEvents],
  keyColumn: 'document_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => ('documentId' in data ? data.documentId : undefined),
  fold(row, event) {
    const after = fold(row, event);
    if (after === undefined || event.type !== 'DocumentFiled') return after;
    return { ...after, event_id: event.id, filed_by: event.metadata.actor.partyId };
  },
});
