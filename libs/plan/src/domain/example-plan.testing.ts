import type { SaidOf, StepType } from './events.js';
import type { Asked } from './step.js';

/** An invented plan, for the specs: started on 1 February, today is `specClock.today`, 2 March 2026. */
const about = { planId: 'subject-1.1', subjectId: 'subject-1' };

const known: Asked = {
  startedOn: '2026-02-01',
  isConsented: true,
  meetsOn: '2026-02-10',
  shares: [{ consentId: 'consent-1' }],
  members: [{ memberId: 'member-1', partyId: 'party-3' }],
};

const usual = {
  OwnStoryTold: { entryId: 'story-1', text: 'Jeg liker å fiske.', author: 'PERSON', toldOn: '2026-02-03' },
  PlanEntryWritten: {
    entryId: 'entry-1',
    section: 'NEEDS',
    text: 'Trenger følge til legen.',
    author: 'COORDINATOR',
    authorId: 'party-2',
    writtenOn: '2026-02-03',
  },
  PlanEntryChanged: {
    entryId: 'entry-1',
    text: 'Trenger følge til legen hver måned.',
    author: 'COORDINATOR',
    changedOn: '2026-02-10',
  },
  PlanEntryTakenBack: { entryId: 'entry-1', takenBackBy: 'PERSON', takenBackOn: '2026-02-12' },
  GoalSet: { goalId: 'goal-1', kind: 'MAIN', text: 'Bo hjemme.', author: 'PERSON', setOn: '2026-02-03' },
  GoalChanged: {
    goalId: 'goal-1',
    text: 'Bo hjemme hele året.',
    author: 'PERSON',
    changedOn: '2026-02-10',
    meetingId: 'meeting-1',
  },
  GoalReached: { goalId: 'goal-1', reachedOn: '2026-02-20', meetingId: 'meeting-1' },
  GoalDropped: { goalId: 'goal-1', droppedOn: '2026-02-20' },
  MilestoneSet: {
    milestoneId: 'milestone-1',
    goalId: 'goal-1',
    text: 'Rampe på plass.',
    dueOn: '2026-04-01',
    setOn: '2026-02-03',
  },
  MilestoneChanged: { milestoneId: 'milestone-1', text: 'Rampe og rekkverk.', changedOn: '2026-02-10' },
  MilestoneReached: { milestoneId: 'milestone-1', reachedOn: '2026-02-20' },
  MeasureAgreed: {
    measureId: 'measure-1',
    text: 'Hjemmehjelp.',
    goalId: 'goal-1',
    responsible: 'UNIT',
    unit: 'HOME_CARE',
    startsOn: '2026-02-10',
    dueOn: '2026-05-01',
    extent: 'To timer i uka.',
    hasCost: true,
    agreedOn: '2026-02-05',
  },
  MeasureMoved: { measureId: 'measure-1', dueOn: '2026-06-01', movedOn: '2026-02-20' },
  MeasureCompleted: { measureId: 'measure-1', completedOn: '2026-02-26' },
  MeasureCancelled: { measureId: 'measure-1', cancelledOn: '2026-02-26' },
  MeasureCostClearanceRequested: {
    measureId: 'measure-1',
    clearanceId: 'clearance-1',
    unit: 'HOME_CARE',
    requestedOn: '2026-02-06',
  },
  MeasureCostClearanceGranted: {
    measureId: 'measure-1',
    clearanceId: 'clearance-1',
    leaderId: 'party-5',
    grantedOn: '2026-02-09',
  },
  MeasureCostClearanceDeclined: {
    measureId: 'measure-1',
    clearanceId: 'clearance-1',
    leaderId: 'party-5',
    declinedOn: '2026-02-09',
  },
  ParticipantWished: {
    participantId: 'participant-1',
    partyId: 'party-3',
    sector: 'SCHOOL',
    unit: 'SCHOOL',
    wishedOn: '2026-02-04',
  },
  ParticipantProposed: {
    participantId: 'participant-2',
    name: 'Prøve Testesen',
    sector: 'SPECIALIST',
    proposedOn: '2026-02-04',
  },
  ParticipantRefused: { participantId: 'participant-1', refusedOn: '2026-02-11' },
  ParticipantLeft: { participantId: 'participant-1', leftOn: '2026-02-11' },
  ContributionAgreed: {
    participantId: 'participant-1',
    contribution: 'Tilrettelegger skoledagen.',
    agreedOn: '2026-02-06',
  },
  SubPlanLinked: {
    subPlanId: 'sub-plan-1',
    type: 'IOP',
    ownerUnit: 'SCHOOL',
    place: 'Skolens arkiv',
    linkedOn: '2026-02-06',
  },
  SubPlanUnlinked: { subPlanId: 'sub-plan-1', unlinkedOn: '2026-02-20' },
  PlanPeriodSet: { until: '2027-01-31', nextReviewOn: '2026-08-01', setOn: '2026-02-03' },
  PlanReviewed: {
    reviewId: 'review-1',
    outcome: 'GOES_ON',
    withSubject: true,
    nextReviewOn: '2026-08-20',
    reviewedOn: '2026-02-20',
  },
  PlanRevised: { revisedOn: '2026-02-21' },
  PlanApprovedByOwner: { approvedBy: 'SUBJECT', way: 'SIGNED', approvedOn: '2026-02-22' },
  PlanPaused: { reasonCode: 'ADMITTED', pausedOn: '2026-02-20' },
  PlanResumed: { resumedOn: '2026-02-25' },
  PlanKeptOnPaper: { onPaper: true, place: 'Hos koordinator', since: '2026-02-03' },
  ParticipantAccessGranted: {
    accessId: 'access-1',
    partyId: 'party-3',
    memberId: 'member-1',
    sections: ['GOALS', 'MEASURES'],
    until: '2026-12-31',
    consentId: 'consent-1',
    grantedOn: '2026-02-07',
  },
  ParticipantAccessChanged: {
    accessId: 'access-1',
    partyId: 'party-3',
    sections: ['GOALS'],
    until: '2026-10-31',
    consentId: 'consent-1',
    changedOn: '2026-02-14',
  },
  ParticipantAccessRevoked: { accessId: 'access-1', revokedOn: '2026-02-15' },
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

export const correcting = (eventId: string, changed: Readonly<Record<string, unknown>>) => ({
  type: 'CorrectStep' as const,
  data: {
    eventId,
    changed,
    reason: 'Tastefeil',
    restingElsewhere: [],
    partyIsKnown: true,
    asked: known,
  },
});
