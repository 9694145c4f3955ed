import { factOf } from '#event-sourcing/testing/spec-of';
import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { SaidOf, StepType } from './events.js';
import type { Asked } from './step.js';

/** An invented follow-up, for the specs: called in February, held in February. Today is `specClock.today`, 2 March 2026. */
const about = { subjectId: 'subject-1' };

const coordinated: Asked = { coordinatorIds: ['party-7'], mayCoordinate: true, mayShare: true };

const usual = {
  CoordinationMeetingCalled: {
    meetingId: 'meeting-1',
    meetsOn: '2026-02-16',
    startsAt: 540,
    place: 'Møterom 2',
    matters: 'Hvem gjør hva til påske?',
    invitedAs: 'SUBJECT',
    preparedWithPerson: 'YES',
    calledOn: '2026-02-02',
  },
  ProfessionalMeetingCalled: {
    meetingId: 'meeting-2',
    meetsOn: '2026-02-20',
    matters: 'Overgang til ny skole',
    reasonCode: 'PREPARE_TRANSITION',
    involvement: 'INFORMED',
    involvedBy: 'Ringte på forhånd',
    calledOn: '2026-02-02',
  },
  CoordinationInvitationSent: {
    meetingId: 'meeting-1',
    invitationId: 'invitation-1',
    partyId: 'party-8',
    side: 'SCHOOL',
    matter: 'Skoleskyss',
    invitedOn: '2026-02-03',
  },
  CoordinationMeetingMoved: { meetingId: 'meeting-1', meetsOn: '2026-02-18', movedOn: '2026-02-10' },
  CoordinationMeetingCancelled: { meetingId: 'meeting-1', reason: 'Sykdom', cancelledOn: '2026-02-15' },
  CoordinationMeetingHeld: {
    meetingId: 'meeting-1',
    heldOn: '2026-02-16',
    participation: 'PRESENT',
    coordinatorsPresent: ['party-7'],
    present: [],
  },
  MinuteTakerDelegated: { meetingId: 'meeting-1', partyId: 'party-8', delegatedOn: '2026-02-10' },
  CoordinationMinutesWritten: {
    meetingId: 'meeting-1',
    text: 'Skolen ordner skyss.',
    writtenOn: '2026-02-17',
  },
  PromiseMade: {
    promiseId: 'promise-1',
    what: 'Søke om skyss',
    by: 'PARTY',
    partyId: 'party-8',
    dueOn: '2026-02-27',
    madeOn: '2026-02-16',
  },
  PromiseMoved: { promiseId: 'promise-1', dueOn: '2026-03-06', movedOn: '2026-02-26' },
  PromiseKept: { promiseId: 'promise-1', keptOn: '2026-02-27' },
  PromiseEnded: {
    promiseId: 'promise-1',
    end: 'NOT_KEPT',
    reason: 'Skyss ble avslått',
    endedOn: '2026-02-28',
  },
  InsightWithheld: {
    insightId: 'insight-1',
    sections: ['OWN_STORY'],
    ground: 'OWN_WISH',
    reason: 'Vil fortelle det selv.',
    decidedById: 'party-7',
    decidedOn: '2026-02-10',
  },
  InsightRequired: {
    insightId: 'insight-2',
    sections: ['MEASURES'],
    reason: 'Skal følge til legen.',
    decidedById: 'party-7',
    decidedOn: '2026-02-10',
  },
  InsightDecisionEnded: { insightId: 'insight-1', endedOn: '2026-02-20' },
  InsightReviewDue: { reviewId: 'review-1', age: 'FROM_12', dueOn: '2026-02-12' },
  InsightReviewed: {
    reviewId: 'review-1',
    hearing: 'HEARD',
    text: 'Vil fortelle om skolen selv.',
    reviewedOn: '2026-02-20',
  },
  ContactNoted: {
    noteId: 'note-1',
    contactOn: '2026-02-05',
    direction: 'IN',
    side: 'SCHOOL',
    name: 'Rektor Prøvesen',
    channel: 'PHONE',
    text: 'Lurte på hvem som møter.',
  },
} as const satisfies { readonly [Type in StepType]: SaidOf<Type> };

const factsOf = <Type extends StepType>(type: Type) =>
  factOf(type, { ...about, ...usual[type] } as Said<Type>);
type Said<Type extends StepType> = typeof about & { -readonly [K in keyof SaidOf<Type>]: SaidOf<Type>[K] };

type Called<Type extends StepType> = Said<Type> & typeof called;

const called = { coordinatorIds: ['party-7'] };
/** Facts by what happened. */
export const fact = {
  called: factOf('CoordinationMeetingCalled', {
    ...about,
    ...usual.CoordinationMeetingCalled,
    ...called,
  } as Called<'CoordinationMeetingCalled'>),
  professional: factOf('ProfessionalMeetingCalled', {
    ...about,
    ...usual.ProfessionalMeetingCalled,
    ...called,
  } as Called<'ProfessionalMeetingCalled'>),
  invited: factsOf('CoordinationInvitationSent'),
  moved: factsOf('CoordinationMeetingMoved'),
  cancelled: factsOf('CoordinationMeetingCancelled'),
  held: factsOf('CoordinationMeetingHeld'),
  delegated: factsOf('MinuteTakerDelegated'),
  minutes: factsOf('CoordinationMinutesWritten'),
  promised: factsOf('PromiseMade'),
  postponed: factsOf('PromiseMoved'),
  kept: factsOf('PromiseKept'),
  ended: factsOf('PromiseEnded'),
  noted: factsOf('ContactNoted'),
  withheld: factsOf('InsightWithheld'),
  required: factsOf('InsightRequired'),
  insightEnded: factsOf('InsightDecisionEnded'),
  insightDue: factsOf('InsightReviewDue'),
  insightReviewed: factsOf('InsightReviewed'),
};

interface Circumstances {
  readonly asked?: Partial<Asked>;
  readonly partyIsKnown?: boolean;
}
/** Wishes to record a step, each with what differs from the usual one. */
const intentsOf =
  <Type extends StepType>(step: Type) =>
  ({ asked, partyIsKnown = true, ...differs }: Circumstances & Readonly<Record<string, unknown>> = {}) => ({
    type: 'RecordStep' as const,
    data: {
      partyIsKnown,
      step,
      about,
      said: { ...usual[step], ...differs },
      asked: { ...coordinated, ...asked },
    },
  });
export const intent = {
  call: intentsOf('CoordinationMeetingCalled'),
  callProfessionals: intentsOf('ProfessionalMeetingCalled'),
  invite: intentsOf('CoordinationInvitationSent'),
  move: intentsOf('CoordinationMeetingMoved'),
  cancel: intentsOf('CoordinationMeetingCancelled'),
  hold: intentsOf('CoordinationMeetingHeld'),
  delegate: intentsOf('MinuteTakerDelegated'),
  write: intentsOf('CoordinationMinutesWritten'),
  promise: intentsOf('PromiseMade'),
  postpone: intentsOf('PromiseMoved'),
  keep: intentsOf('PromiseKept'),
  end: intentsOf('PromiseEnded'),
  note: intentsOf('ContactNoted'),
  withhold: intentsOf('InsightWithheld'),
  require: intentsOf('InsightRequired'),
  endInsight: intentsOf('InsightDecisionEnded'),
  noticeAge: intentsOf('InsightReviewDue'),
  reviewInsight: intentsOf('InsightReviewed'),
  annul: (eventId: string) => ({
    type: 'AnnulStep' as const,
    data: {
      eventId,
      reasonCode: 'OTHER' as RecordedInErrorReason,
      reason: 'Gjaldt en annen',
      restingElsewhere: [],
    },
  }),
};
