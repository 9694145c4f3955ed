import { controlledDocumentEvents } from '#competence';
import {
  always,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';
import { reviewShownFrom } from './review-shown-from.js';

/** A revision that was approved, in the order of approval. */
export interface Revision {
  readonly revision: number;
  readonly approvedOn: string;
  readonly validFrom: string;
}

const copy = copyOf([controlledDocumentEvents]);
const head = ['ControlledDocumentDrafted', 'ControlledDocumentRevised'] as const;
export const columns = {
  document_id: always(),
  // As it was drafted or revised last, also while that is not approved.
  kind: copy(`${head[0]}.kind`, `${head[1]}.kind`),
  title: copy(`${head[0]}.title`, `${head[1]}.title`),
  number: copy(`${head[0]}.number`, `${head[1]}.number`),
  unit: copy(`${head[0]}.unit`, `${head[1]}.unit`),
  audiences: copy(`${head[0]}.audiences`, `${head[1]}.audiences`),
  maintainer_id: copy(`${head[0]}.maintainerId`, `${head[1]}.maintainerId`),
  approver_role: copy(`${head[0]}.approverRole`, `${head[1]}.approverRole`),
  for_cases: copy(`${head[0]}.forCases`, `${head[1]}.forCases`),
  location: copy(`${head[0]}.location`, `${head[1]}.location`),
  drafted_on: copy('ControlledDocumentDrafted.draftedOn'),
  revised_on: copy('ControlledDocumentRevised.revisedOn'),
  changes: copy('ControlledDocumentRevised.changes'),
  approved_on: copy('ControlledDocumentApproved.approvedOn'),
  approved_by: copy('ControlledDocumentApproved.approvedById'),
  reviewed_on: copy('ControlledDocumentReviewed.reviewedOn'),
  next_review_on: copy('ControlledDocumentApproved.nextReviewOn', 'ControlledDocumentReviewed.nextReviewOn'),
  withdrawn_on: copy('ControlledDocumentWithdrawn.withdrawnOn'),
  revisions: listed<Revision>(),
  /** Since when a draft waits for whoever approves it. */
  approval_since: perhaps('date'),
  /** Since when a review waits, and by which day it is due. */
  review_since: perhaps('date'),
  review_due: perhaps('date'),
  /** What was recorded last of it. */
  event_id: perhaps(),
};
export type ControlledDocumentRow = RowOf<typeof columns>;

const fold = foldOf([controlledDocumentEvents], columns, {
  begin: { ControlledDocumentDrafted: ({ documentId }) => ({ document_id: documentId }) },
  folds: {
    ControlledDocumentDrafted: ({ draftedOn }) => ({ approval_since: draftedOn }),
    ControlledDocumentApproved: ({ revision, approvedOn, validFrom }, { revisions }) => ({
      approval_since: null,
      revisions: [...revisions, { revision, approvedOn, validFrom }],
    }),
    ControlledDocumentReviewed: copied,
    ControlledDocumentRevised: ({ revisedOn }) => ({ approval_since: revisedOn }),
    ControlledDocumentWithdrawn: () => ({ approval_since: null }),
  },
  // What is being revised is not asked to be reviewed meanwhile.
  follows: ({ next_review_on: due, approval_since, withdrawn_on }) => {
    const waits = due !== null && approval_since === null && withdrawn_on === null;
    return { review_due: waits ? due : null, review_since: waits ? reviewShownFrom(due) : null };
  },
});

/** One row a controlled document. */
export const controlledDocuments = defineProjection<ControlledDocumentRow, typeof controlledDocumentEvents>({
  name: 'controlled_documents',
  version: 1,
  sees: 'effective',
  handles: [controlledDocumentEvents],
  keyColumn: 'document_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.documentId,
  fold: (row, event) => {
    const after = fold(row, event);
    return after && { ...after, event_id: event.id };
  },
});
