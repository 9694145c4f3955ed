import type { Read } from '../../api/read.js';
import { textOf } from '../../ui/opened.js';
import type { Step } from '../../ui/records/record-list.js';

const head = [
  'title',
  'kind',
  'audiences',
  'forCases',
  'number',
  'unit',
  'maintainerId',
  'approverRole',
  'location',
] as const;

type ControlledDocument = Read<'/v1/controlled-documents'>['documents'][number];

export const drafting: Step = { operation: 'ControlledDocuments_draft', first: [...head, 'draftedOn'] };

/** What can be recorded of a document as it stands: a new draft begins from the head of the last. */
export function stepsOf(document: ControlledDocument): readonly Step[] {
  const { documentId, status, awaitsApprovalSince, revisions } = document;
  if (status === 'WITHDRAWN') return [];
  const params = { documentId };
  const { title, kind, audiences, forCases, number, unit, maintainer, approverRole, location } = document;
  const stands = {
    title: textOf(title),
    kind,
    audiences,
    forCases,
    number: textOf(number),
    unit,
    maintainerId: maintainer?.partyId,
    approverRole,
    location: textOf(location),
  };
  const preset = Object.fromEntries(
    Object.entries(stands).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
  return [
    ...(awaitsApprovalSince === null
      ? []
      : [
          {
            operation: 'ControlledDocuments_approve',
            params,
            first: ['approvedOn', 'validFrom', 'nextReviewOn', 'approvedById'],
          } satisfies Step,
        ]),
    ...(revisions.length === 0
      ? []
      : [
          {
            operation: 'ControlledDocuments_review',
            params,
            first: ['reviewedOn', 'nextReviewOn', 'note'],
          } satisfies Step,
        ]),
    {
      operation: 'ControlledDocuments_revise',
      params,
      preset,
      first: ['changes', ...head, 'revisedOn'],
    },
    { operation: 'ControlledDocuments_withdraw', params },
  ];
}
