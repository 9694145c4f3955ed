import type { ControlledDocumentView, Routine } from '#projections/controlled-documents/queries';
import type { CodeIn } from '#event-sourcing';
import type { documentStatuses } from '#projections/controlled-documents/labels';
import type { Names } from '../reading/names.js';

type Revisions = Pick<ControlledDocumentView, 'revisions'>;

/** The revision in force on a day; of those from one day the last. Undefined before the first, and once the document is withdrawn. */
export function revisionOn(
  { revisions, withdrawnOn }: Revisions & { readonly withdrawnOn: string | null },
  day: string,
) {
  if (withdrawnOn !== null && withdrawnOn <= day) return undefined;
  return revisions
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<Revisions['revisions'][number] | undefined>(
      (last, one) => (last === undefined || one.validFrom >= last.validFrom ? one : last),
      undefined,
    );
}

/** Where a document stands on a day. */
function statusOf(document: ControlledDocumentView, today: string): CodeIn<typeof documentStatuses> {
  if (document.withdrawnOn !== null) return 'WITHDRAWN';
  if (document.revisions.length === 0) return 'DRAFT';
  return document.approvalSince !== null || revisionOn(document, today) === undefined
    ? 'UNDER_REVISION'
    : 'IN_FORCE';
}

export function shownDocument(document: ControlledDocumentView, names: Names, today: string) {
  const { maintainerId, approvedBy, revision, approvalSince, reviewSince: _, reviewDue, ...shown } = document;
  return {
    ...shown,
    status: statusOf(document, today),
    inForce: revisionOn(document, today) ?? null,
    maintainer: names.party(maintainerId),
    approvedBy: names.party(approvedBy),
    awaitsApprovalSince: approvalSince,
    isReviewOverdue: reviewDue !== null && reviewDue < today,
    recordRevision: String(revision),
  };
}

/** A routine, and which revision of it a case ran under that was opened on a day, and would be opened under today (U19). */
export function routineOn({ documentId, kind, title, number, ...of }: Routine, day: string, today: string) {
  const at = revisionOn(of, day);
  const now = revisionOn(of, today);
  return { documentId, kind, title, number, atOpening: at ?? null, now: now ?? null };
}
