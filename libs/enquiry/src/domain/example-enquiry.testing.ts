import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { SaidOf, StepType } from './events.js';
import type { Asked } from './step.js';

/** An invented enquiry, for the specs. Today is `specClock.today`, 2 March 2026. */
const enquiryId = 'enquiry-1';
/** Who has been there since before anything was asked for. */
const longKnown = { known: true, entitled: true, since: '2020-01-01T00:00:00.000Z' } as const;
const known: Asked = {
  subjectIsKnown: true,
  cardIsKnown: true,
  caseIsKnown: true,
  disposal: { by: longKnown, open: [], caseIds: [] },
};

const usual = {
  EnquiryReceived: {
    receivedOn: '2026-02-02',
    channel: 'PHONE',
    sourceType: 'NEXT_OF_KIN',
    text: 'Hvem kan hjelpe oss med å samordne?',
  },
  EnquiryAnswered: { answeredOn: '2026-02-03', channel: 'PHONE' },
  EnquiryReferredToContactCard: { referredOn: '2026-02-02', cardId: 'card-1' },
  EnquiryPassedOn: { passedOn: '2026-02-03', unit: 'HOME_CARE' },
  EnquiryBecameCase: { becameOn: '2026-02-04', caseId: 'case-1' },
  EnquiryClosed: { closedOn: '2026-02-10', reasonCode: 'SETTLED' },
  EnquiryDisposalRequested: {
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'KE_ENQUIRY',
    requestedBy: 'party-1',
    requestedOn: '2026-03-01',
  },
  EnquiryTextsDisposed: { confirmedBy: 'party-2', disposedOn: '2026-03-02' },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

const factOf =
  <Type extends StepType>(type: Type) =>
  ({ id, ...differs }: Partial<SaidOf<Type>> & { readonly id?: string } = {}) => ({
    type,
    data: { enquiryId, ...(usual[type] as SaidOf<Type>), ...differs },
    ...(id !== undefined && { id }),
  });

const recording =
  <Type extends StepType>(step: Type) =>
  ({ asked, ...differs }: Partial<SaidOf<Type>> & { readonly asked?: Partial<Asked> } = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown: true,
      step,
      about: { enquiryId },
      said: { ...(usual[step] as SaidOf<Type>), ...differs },
      asked: { ...known, ...asked },
    },
  });

export const fact = {
  received: factOf('EnquiryReceived'),
  answered: factOf('EnquiryAnswered'),
  referred: factOf('EnquiryReferredToContactCard'),
  passedOn: factOf('EnquiryPassedOn'),
  becameCase: factOf('EnquiryBecameCase'),
  closed: factOf('EnquiryClosed'),
  disposalRequested: factOf('EnquiryDisposalRequested'),
  disposed: (request: string) => ({
    type: 'EnquiryTextsDisposed' as const,
    data: {
      enquiryId,
      ...usual.EnquiryTextsDisposed,
      legalBasis: 'ARKIVLOVA',
      retentionClass: 'KE_ENQUIRY',
      request,
    },
  }),
};

export const intent = {
  receive: recording('EnquiryReceived'),
  answer: recording('EnquiryAnswered'),
  refer: recording('EnquiryReferredToContactCard'),
  passOn: recording('EnquiryPassedOn'),
  becomeCase: recording('EnquiryBecameCase'),
  close: recording('EnquiryClosed'),
  requestDisposal: recording('EnquiryDisposalRequested'),
  confirmDisposal: recording('EnquiryTextsDisposed'),
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
  annul: (eventId: string, reasonCode: RecordedInErrorReason = 'DUPLICATE') => ({
    type: 'AnnulStep' as const,
    data: { eventId, reasonCode, reason: 'Ført to ganger', restingElsewhere: [] },
  }),
};
