/** What an id in a body is the id of, by the field's name; the page gives the choices for what is not here. */
export type Referred = 'party' | 'subject' | 'meeting' | 'case';

const kinds: Readonly<Record<Referred, readonly string[]>> = {
  party: [
    'partyId',
    'applicantId',
    'consentGivenById',
    'helperId',
    'saidById',
    'caseworkerId',
    'raisedById',
    'settledById',
    'disqualifiedId',
    'heardById',
    'informerId',
    'recipientId',
    'assigneeId',
    'performerId',
    'withdrawnById',
    'coordinatorId',
    'invitedParties',
    'disqualified',
    'substituteFor',
    'ledBy',
    'approvedBy',
    'substituteId',
    'givenById',
    'reviewedById',
    'reportedById',
    'candidateId',
    'leaderId',
    'writtenById',
    'notifierId',
    'answeredById',
    'readerId',
    'toldById',
    'by',
  ],
  subject: ['subjectId', 'withSubjectId'],
  meeting: ['meetingId'],
  case: ['caseId', 'caseIds'],
};

export const referredBy = (field: string): Referred | undefined =>
  (Object.keys(kinds) as Referred[]).find((kind) => kinds[kind].includes(field));
