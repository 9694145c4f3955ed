import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { SaidOf, StepType } from './events.js';
import type { Asked, Complained } from './step.js';

/** An invented complaint, for the specs: a refusal that was posted on Monday 12 January. Today is `specClock.today`, 2 March 2026. */
const about = { complaintId: 'complaint-1', subjectId: 'subject-1' };

/** Four weeks from the fifth working day after posting, 19 January: Monday 16 February. */
export const refusalByPost: Complained = {
  decisionId: 'decision-1',
  decidedOn: '2026-01-12',
  decidedBy: 'KE',
  deciderId: 'party-1',
  answers: [
    { item: 'COORDINATOR', rule: 'COMPLAINT_PBRL' },
    { item: 'GROUP', rule: undefined },
  ],
  deliveries: [{ kind: 'MAIL', postedOn: '2026-01-12' }],
};
/** The same, handed over on Monday 19 January. */
export const handedOver: Complained = {
  ...refusalByPost,
  deliveries: [{ kind: 'PROVEN', on: '2026-01-19' }],
};

const known: Asked = {
  caseIsTheirs: true,
  complained: refusalByPost,
  since: [{ decisionId: 'decision-2', decidedOn: '2026-02-12' }],
  disqualified: [],
  actorId: 'party-2',
};

const usual = {
  GroundsRequested: {
    requestId: 'request-1',
    caseId: 'case-1',
    decisionId: 'decision-1',
    requestedOn: '2026-01-26',
    requestedBy: 'SUBJECT',
  },
  GroundsGiven: { requestId: 'request-1', givenOn: '2026-02-02', channel: 'LETTER', isComplete: true },
  DocumentsAccessGiven: { givenOn: '2026-02-05', givenTo: 'SUBJECT', channel: 'IN_PERSON' },
  ComplaintReceived: {
    receivedOn: '2026-02-10',
    sentOn: '2026-02-09',
    way: 'LETTER',
    complainant: 'SUBJECT',
    matters: ['DECISION'],
    caseId: 'case-1',
    decisionId: 'decision-1',
    items: ['COORDINATOR'],
    text: 'Jeg trenger noen som holder i trådene.',
  },
  ComplaintTimelinessAssessed: { assessedOn: '2026-02-11', outcome: 'IN_TIME' },
  ComplaintReconsidered: {
    reconsideredOn: '2026-02-13',
    outcome: 'UPHELD',
    decidedBy: 'KE',
    reason: 'Behovet er ikke langvarig.',
  },
  ComplaintForwarded: { forwardedOn: '2026-02-16', channel: 'DIGITAL_POST', copySentOn: '2026-02-16' },
  ComplaintPackageClosed: {
    packageId: 'package-1',
    closedOn: '2026-02-16',
    language: 'NB',
    documentId: 'document-9',
    attached: [{ section: 1, place: 1, file: '01-01-soknad.pdf', documentId: 'document-1' }],
    upTo: 'event-9',
    entries: 12,
    explanations: [{ entry: 'PLAN', text: 'Planen ligger i journalen.' }],
    omissions: [{ kind: 'NAME', what: 'party-3', ground: 'THIRD_PERSON' }],
    statement: 'Vi står ved det vi kom til.',
  },
  StatsforvalterRequestedMore: {
    requestId: 'more-1',
    requestedOn: '2026-02-18',
    answerBy: '2026-02-27',
    request: 'Send kartleggingen.',
  },
  StatsforvalterAnswered: { requestId: 'more-1', answeredOn: '2026-02-20' },
  ComplaintDecided: { decidedOn: '2026-02-24', arrivedOn: '2026-02-26', outcome: 'SET_ASIDE' },
  ComplaintCompliedWith: { compliedOn: '2026-02-27' },
  ComplaintWithdrawn: { withdrawnOn: '2026-02-14', withdrawnBy: 'SUBJECT' },
  ComplaintDeadlineSet: {
    deadlineId: 'complaint-1.1',
    reasonCode: 'FIRST',
    rule: 'COMPLAINT_HANDLING',
    ruleVersion: '1',
    receivedOn: '2026-02-10',
    dueOn: '2026-03-03',
    setOn: '2026-03-02',
  },
  ComplaintDeadlineMet: {
    deadlineId: 'complaint-1.1',
    rule: 'COMPLAINT_HANDLING',
    dueOn: '2026-03-03',
    late: false,
    metOn: '2026-02-16',
  },
  ComplaintDeadlineMissed: {
    deadlineId: 'complaint-1.1',
    rule: 'COMPLAINT_HANDLING',
    dueOn: '2026-03-03',
    missedOn: '2026-03-04',
  },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

const factOf =
  <Type extends StepType>(type: Type, more: object = {}) =>
  ({ id, ...differs }: Partial<SaidOf<Type>> & { readonly id?: string } = {}) => ({
    type,
    data: { ...(usual[type] as SaidOf<Type>), ...more, ...differs, ...about } as never,
    ...(id !== undefined && { id }),
  });

type Differs<Type extends StepType> = Partial<SaidOf<Type>> & { readonly asked?: Partial<Asked> };
const recording =
  <Type extends StepType>(step: Type) =>
  ({ asked, ...differs }: Differs<Type> = {} as Differs<Type>) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown: true,
      step,
      about,
      said: { ...(usual[step] as SaidOf<Type>), ...differs },
      asked: { ...known, ...asked },
    },
  });

/** What the rules make of the usual complaint: in time, delivery assumed. */
const inTime = {
  decisionMadeOn: '2026-01-12',
  lodgedOn: '2026-02-09',
  deliveries: [{ kind: 'MAIL', on: '2026-01-12' }],
  grounds: [],
  deadlines: [
    {
      item: 'COORDINATOR',
      rule: 'COMPLAINT_PBRL',
      version: '1',
      dueOn: '2026-02-16',
      isAssumed: true,
      verdict: 'IN_TIME',
    },
  ],
};

export const fact = {
  groundsRequested: factOf('GroundsRequested'),
  groundsGiven: factOf('GroundsGiven'),
  documentsShown: factOf('DocumentsAccessGiven'),
  received: factOf('ComplaintReceived'),
  assessed: factOf('ComplaintTimelinessAssessed', inTime),
  reconsidered: factOf('ComplaintReconsidered'),
  forwarded: factOf('ComplaintForwarded'),
  packageClosed: factOf('ComplaintPackageClosed'),
  requested: factOf('StatsforvalterRequestedMore'),
  answered: factOf('StatsforvalterAnswered'),
  decided: factOf('ComplaintDecided'),
  complied: factOf('ComplaintCompliedWith'),
  withdrawn: factOf('ComplaintWithdrawn'),
  deadlineSet: factOf('ComplaintDeadlineSet'),
  deadlineMet: factOf('ComplaintDeadlineMet'),
  deadlineMissed: factOf('ComplaintDeadlineMissed'),
};

export const intent = {
  requestGrounds: recording('GroundsRequested'),
  giveGrounds: recording('GroundsGiven'),
  showDocuments: recording('DocumentsAccessGiven'),
  receive: recording('ComplaintReceived'),
  assess: recording('ComplaintTimelinessAssessed'),
  reconsider: recording('ComplaintReconsidered'),
  forward: recording('ComplaintForwarded'),
  closePackage: recording('ComplaintPackageClosed'),
  request: recording('StatsforvalterRequestedMore'),
  answer: recording('StatsforvalterAnswered'),
  decide: recording('ComplaintDecided'),
  comply: recording('ComplaintCompliedWith'),
  withdraw: recording('ComplaintWithdrawn'),
  correct: (eventId: string, changed: Readonly<Record<string, unknown>>) => ({
    type: 'CorrectStep' as const,
    data: {
      eventId,
      changed,
      reason: 'Tastefeil',
      restingElsewhere: [],
      partyIsKnown: true,
      asked: known,
    },
  }),
  annul: (
    eventId: string,
    restingElsewhere: readonly { eventId: string; type: string; stream: string }[] = [],
  ) => ({
    type: 'AnnulStep' as const,
    data: {
      eventId,
      reasonCode: 'DUPLICATE' as RecordedInErrorReason,
      reason: 'Ført to ganger',
      restingElsewhere,
    },
  }),
};
