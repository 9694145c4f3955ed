import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { SaidOf, StepType } from './events.js';
import type { Asked } from './step.js';

/** An invented crisis plan, for the specs: drawn up in February. Today is `specClock.today`, Monday 2 March 2026. */
const about = { subjectId: 'subject-1' };

const known: Asked = {
  coordinatorIds: ['party-7'],
  mayCoordinate: true,
  shares: [{ consentId: 'consent-1', recipientIds: ['party-3'], sections: ['CRISIS_PLAN'] }],
};

const written = {
  warningSigns: 'Sover ikke.',
  whatHelps: 'Gå en tur.',
  whatToDo: 'Ring først, kom så.',
  whomToCall: 'Søster, telefon i lommeboka.',
  withSubject: true,
};
const usual = {
  CrisisPlanDrawnUp: { ...written, nextReviewOn: '2026-08-01', drawnUpOn: '2026-02-03' },
  CrisisPlanRevised: { ...written, nextReviewOn: '2026-09-01', revisedOn: '2026-02-10' },
  CrisisPlanReviewed: { withSubject: true, nextReviewOn: '2026-09-15', reviewedOn: '2026-02-20' },
  CrisisPlanWithdrawn: { reason: 'Trengs ikke lenger', withdrawnOn: '2026-02-25' },
  CrisisPlanGiven: {
    recipientId: 'recipient-1',
    partyId: 'party-3',
    consentId: 'consent-1',
    until: '2026-12-31',
    givenOn: '2026-02-05',
  },
  CrisisPlanTakenBack: { recipientId: 'recipient-1', takenBackOn: '2026-02-15' },
  CrisisPlanCopyHandedOut: {
    copyId: 'copy-1',
    form: 'WALLET',
    holder: 'Personen selv',
    handedOutOn: '2026-02-06',
  },
  CrisisPlanCopyCalledIn: { copyId: 'copy-1', end: 'RETURNED', calledInOn: '2026-02-16' },
  CrisisPlanReadInEmergency: {
    readingId: 'reading-1',
    readerId: 'party-9',
    reason: 'Fant personen ute uten klær.',
    readOn: '2026-02-27',
  },
  CrisisPlanReadingTold: { readingId: 'reading-1', toldOn: '2026-03-02' },
  CrisisPlanReadingReviewed: {
    readingId: 'reading-1',
    judgement: 'JUSTIFIED',
    leaderId: 'party-5',
    reviewedOn: '2026-03-02',
  },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

type Differs<Type extends StepType> = Partial<SaidOf<Type>> & { readonly id?: string };
/** What is recorded of a step as it is usually said. */
export const fact = <Type extends StepType>(
  type: Type,
  { id, ...differs }: Differs<Type> = {} as Differs<Type>,
) => ({
  type,
  data: { ...(usual[type] as SaidOf<Type>), ...differs, ...about } as never,
  ...(id !== undefined && { id }),
});

type Said<Type extends StepType> = Partial<SaidOf<Type>> & { readonly asked?: Partial<Asked> };
/** A step as it is usually said. */
export const recording =
  <Type extends StepType>(step: Type) =>
  ({ asked, ...differs }: Said<Type> = {} as Said<Type>) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown: true,
      step,
      about,
      said: { ...(usual[step] as SaidOf<Type>), ...differs },
      asked: { ...known, ...asked },
    },
  });

export const annulling = (eventId: string) => ({
  type: 'AnnulStep' as const,
  data: {
    eventId,
    reasonCode: 'OTHER' as RecordedInErrorReason,
    reason: 'Gjaldt en annen',
    restingElsewhere: [],
  },
});
