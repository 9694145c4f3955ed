import { documentEvents } from '#documents';
import { always, begun, copyOf, foldOf, perhaps, type RowOf, typesOf } from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';

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
  /** Who filed it. */
  filed_by: always(),
  /** Of the filing: what a correction names. */
  event_id: always(),
};
export type DocumentRow = RowOf<typeof columns>;

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
  },
});

/** One row a document; none where it was marked as recorded in error. */
export const documents = defineProjection<DocumentRow, typeof documentEvents>({
  name: 'documents',
  version: 1,
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
