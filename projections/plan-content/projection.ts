import {
  always,
  begun,
  type Column,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  recordsBy,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection } from '#event-sourcing/projection';
import { planEvents, type PlanSection } from '#plan';

const copy = copyOf([planEvents]);
const section = copy('PlanEntryWritten.section');

export const columns = {
  plan_id: always(),
  subject_id: always(),
  /** The own story and what was written into the other sections, without what was taken back. */
  entries: recordsBy('entryId', {
    entryId: begun(copy('OwnStoryTold.entryId', 'PlanEntryWritten.entryId')),
    section: section as Column<PlanSection | null>,
    text: begun(copy('OwnStoryTold.text', 'PlanEntryWritten.text', 'PlanEntryChanged.text')),
    author: begun(copy('OwnStoryTold.author', 'PlanEntryWritten.author', 'PlanEntryChanged.author')),
    authorId: copy('OwnStoryTold.authorId', 'PlanEntryWritten.authorId', 'PlanEntryChanged.authorId'),
    writtenOn: begun(copy('OwnStoryTold.toldOn', 'PlanEntryWritten.writtenOn')),
    changedOn: copy('PlanEntryChanged.changedOn'),
  }),
  goals: recordsBy('goalId', {
    goalId: begun(copy('GoalSet.goalId')),
    kind: begun(copy('GoalSet.kind')),
    partOfId: copy('GoalSet.partOfId'),
    text: begun(copy('GoalSet.text', 'GoalChanged.text')),
    author: begun(copy('GoalSet.author', 'GoalChanged.author')),
    authorId: copy('GoalSet.authorId', 'GoalChanged.authorId'),
    setOn: begun(copy('GoalSet.setOn')),
    changedOn: copy('GoalChanged.changedOn'),
    reachedOn: copy('GoalReached.reachedOn'),
    droppedOn: copy('GoalDropped.droppedOn'),
    dropReason: copy('GoalDropped.reason'),
    /** Of what was recorded last of it. */
    meetingId: copy(
      'GoalSet.meetingId',
      'GoalChanged.meetingId',
      'GoalReached.meetingId',
      'GoalDropped.meetingId',
    ),
  }),
  milestones: recordsBy('milestoneId', {
    milestoneId: begun(copy('MilestoneSet.milestoneId')),
    goalId: begun(copy('MilestoneSet.goalId')),
    text: begun(copy('MilestoneSet.text', 'MilestoneChanged.text')),
    dueOn: copy('MilestoneSet.dueOn', 'MilestoneChanged.dueOn'),
    setOn: begun(copy('MilestoneSet.setOn')),
    changedOn: copy('MilestoneChanged.changedOn'),
    reachedOn: copy('MilestoneReached.reachedOn'),
    meetingId: copy('MilestoneSet.meetingId', 'MilestoneChanged.meetingId', 'MilestoneReached.meetingId'),
  }),
  measures: recordsBy('measureId', {
    measureId: begun(copy('MeasureAgreed.measureId')),
    text: begun(copy('MeasureAgreed.text')),
    goalId: copy('MeasureAgreed.goalId'),
    responsible: begun(copy('MeasureAgreed.responsible')),
    unit: copy('MeasureAgreed.unit'),
    responsibleId: copy('MeasureAgreed.responsibleId'),
    startsOn: copy('MeasureAgreed.startsOn'),
    dueOn: copy('MeasureAgreed.dueOn', 'MeasureMoved.dueOn'),
    extent: copy('MeasureAgreed.extent'),
    how: copy('MeasureAgreed.how'),
    hasCost: begun(copy('MeasureAgreed.hasCost')),
    agreedOn: begun(copy('MeasureAgreed.agreedOn')),
    meetingId: copy('MeasureAgreed.meetingId'),
    movedOn: copy('MeasureMoved.movedOn'),
    moveReason: copy('MeasureMoved.reason'),
    completedOn: copy('MeasureCompleted.completedOn'),
    cancelledOn: copy('MeasureCancelled.cancelledOn'),
    cancelReason: copy('MeasureCancelled.reason'),
    clearanceId: copy('MeasureCostClearanceRequested.clearanceId'),
    clearanceUnit: copy('MeasureCostClearanceRequested.unit'),
    clearanceNote: copy('MeasureCostClearanceRequested.note'),
    clearanceRequestedOn: copy('MeasureCostClearanceRequested.requestedOn'),
    clearanceGrantedOn: copy('MeasureCostClearanceGranted.grantedOn'),
    clearanceDeclinedOn: copy('MeasureCostClearanceDeclined.declinedOn'),
    clearanceReason: copy('MeasureCostClearanceDeclined.reason'),
  }),
  /** The measures that were moved, once for each time. */
  moves: listed<string>('text[]'),
  participants: recordsBy('participantId', {
    participantId: begun(copy('ParticipantWished.participantId', 'ParticipantProposed.participantId')),
    partyId: copy('ParticipantWished.partyId', 'ParticipantProposed.partyId'),
    name: copy('ParticipantWished.name', 'ParticipantProposed.name'),
    sector: begun(copy('ParticipantWished.sector', 'ParticipantProposed.sector')),
    unit: copy('ParticipantWished.unit', 'ParticipantProposed.unit'),
    wishedOn: copy('ParticipantWished.wishedOn'),
    proposedOn: copy('ParticipantProposed.proposedOn'),
    contribution: copy('ContributionAgreed.contribution'),
    contributesFrom: copy('ContributionAgreed.agreedOn'),
    refusedOn: copy('ParticipantRefused.refusedOn'),
    refusal: copy('ParticipantRefused.reason'),
    leftOn: copy('ParticipantLeft.leftOn'),
  }),
  sub_plans: recordsBy('subPlanId', {
    subPlanId: begun(copy('SubPlanLinked.subPlanId')),
    type: begun(copy('SubPlanLinked.type')),
    ownerUnit: copy('SubPlanLinked.ownerUnit'),
    ownerId: copy('SubPlanLinked.ownerId'),
    place: begun(copy('SubPlanLinked.place')),
    documentId: copy('SubPlanLinked.documentId'),
    consentId: copy('SubPlanLinked.consentId'),
    linkedOn: begun(copy('SubPlanLinked.linkedOn')),
    unlinkedOn: copy('SubPlanUnlinked.unlinkedOn'),
  }),
  until: copy('PlanPeriodSet.until'),
  /** A review that sets no day leaves none. */
  next_review_on: copy('PlanPeriodSet.nextReviewOn', 'PlanReviewed.nextReviewOn'),
  reviews: recordsBy('reviewId', {
    reviewId: begun(copy('PlanReviewed.reviewId')),
    outcome: begun(copy('PlanReviewed.outcome')),
    withSubject: begun(copy('PlanReviewed.withSubject')),
    remark: copy('PlanReviewed.remark'),
    reviewedOn: begun(copy('PlanReviewed.reviewedOn')),
    meetingId: copy('PlanReviewed.meetingId'),
  }),
  versions: recordsBy('version', {
    version: begun(copy('PlanRevised.version')),
    what: copy('PlanRevised.what'),
    revisedOn: begun(copy('PlanRevised.revisedOn')),
    approvedBy: copy('PlanApprovedByOwner.approvedBy'),
    approvedById: copy('PlanApprovedByOwner.approvedById'),
    way: copy('PlanApprovedByOwner.way'),
    approvedOn: copy('PlanApprovedByOwner.approvedOn'),
  }),
  paused_on: copy('PlanPaused.pausedOn'),
  pause_code: copy('PlanPaused.reasonCode'),
  on_paper: copy('PlanKeptOnPaper.onPaper'),
  paper_place: copy('PlanKeptOnPaper.place'),
  accesses: recordsBy('accessId', {
    accessId: begun(copy('ParticipantAccessGranted.accessId')),
    partyId: begun(copy('ParticipantAccessGranted.partyId')),
    memberId: copy('ParticipantAccessGranted.memberId'),
    sections: begun(copy('ParticipantAccessGranted.sections', 'ParticipantAccessChanged.sections')),
    until: begun(copy('ParticipantAccessGranted.until', 'ParticipantAccessChanged.until')),
    consentId: begun(copy('ParticipantAccessGranted.consentId', 'ParticipantAccessChanged.consentId')),
    grantedOn: begun(copy('ParticipantAccessGranted.grantedOn')),
    changedOn: copy('ParticipantAccessChanged.changedOn'),
    revokedOn: copy('ParticipantAccessRevoked.revokedOn'),
  }),
  /** The unit leaders that are asked about costs, each with the measure's clearance; and since when the first waits. */
  clearing_units: listed<string>('text[]'),
  clearing_since: perhaps('date'),
  /** When the plan is to be looked at next, while it does not rest. */
  review_due: perhaps('date'),
  /** What was recorded last of it. */
  event_id: always(),
};
export type PlanContentRow = RowOf<typeof columns>;

type Measure = PlanContentRow['measures'][number];
type Entry = PlanContentRow['entries'][number];
type Access = PlanContentRow['accesses'][number];

/** Asked, and neither answered nor ended. */
const waits = (one: Measure) =>
  one.clearanceRequestedOn !== null &&
  one.clearanceGrantedOn === null &&
  one.clearanceDeclinedOn === null &&
  one.completedOn === null &&
  one.cancelledOn === null;

const distinct = (all: readonly string[]) => [...new Set(all)].toSorted();

const fold = foldOf([planEvents], columns, {
  begin: ({ planId, subjectId }) => ({ plan_id: planId, subject_id: subjectId, event_id: '' }),
  folds: {
    OwnStoryTold: copied,
    PlanEntryWritten: copied,
    PlanEntryChanged: copied,
    PlanEntryTakenBack: ({ entryId }, { entries }) => ({
      entries: entries.filter((one) => one.entryId !== entryId),
    }),
    GoalSet: copied,
    GoalChanged: copied,
    GoalReached: copied,
    GoalDropped: copied,
    MilestoneSet: copied,
    MilestoneChanged: copied,
    MilestoneReached: copied,
    MeasureAgreed: copied,
    MeasureMoved: ({ measureId }, { moves }) => ({ moves: [...moves, measureId] }),
    MeasureCompleted: copied,
    MeasureCancelled: copied,
    MeasureCostClearanceRequested: copied,
    MeasureCostClearanceGranted: copied,
    MeasureCostClearanceDeclined: copied,
    ParticipantWished: copied,
    ParticipantProposed: copied,
    /** What was shared with this one ends. */
    ParticipantRefused: ({ participantId, refusedOn }, { participants, accesses }) => {
      const partyId = participants.find((one) => one.participantId === participantId)?.partyId ?? null;
      const ended = (one: Access): Access =>
        one.partyId === partyId && one.revokedOn === null ? { ...one, revokedOn: refusedOn } : one;
      return { accesses: accesses.map(ended) };
    },
    ParticipantLeft: copied,
    ContributionAgreed: copied,
    SubPlanLinked: copied,
    SubPlanUnlinked: copied,
    PlanPeriodSet: copied,
    PlanReviewed: copied,
    PlanRevised: copied,
    PlanApprovedByOwner: copied,
    PlanPaused: copied,
    PlanResumed: () => ({ paused_on: null, pause_code: null }),
    PlanKeptOnPaper: copied,
    ParticipantAccessGranted: copied,
    ParticipantAccessChanged: copied,
    ParticipantAccessRevoked: copied,
  },
  follows: ({ measures, next_review_on, paused_on }) => {
    const waiting = measures.filter(waits);
    const since = waiting.map((one) => one.clearanceRequestedOn ?? '').toSorted();
    return {
      clearing_units: distinct(waiting.flatMap(({ clearanceUnit }) => clearanceUnit ?? [])),
      clearing_since: since[0] ?? null,
      review_due: paused_on === null ? next_review_on : null,
    };
  },
});

const withSection = (all: readonly Entry[]): Entry[] =>
  all.map((one) => ({ ...one, section: one.section ?? 'OWN_STORY' }));
/** Asked again, nothing is answered yet. */
const askedAnew = (all: readonly Measure[], measureId: string): Measure[] =>
  all.map((one) =>
    one.measureId === measureId ? { ...one, clearanceDeclinedOn: null, clearanceReason: null } : one,
  );

/** One row a plan: the fold of its stream. That it was started and closed, its coordinator and its consents are the register's. */
export const planContent = defineProjection<PlanContentRow, typeof planEvents>({
  name: 'plan_content',
  version: 2,
  sees: 'effective',
  handles: [planEvents],
  keyColumn: 'plan_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.planId,
  fold(row, event) {
    const { type, data } = event;
    const before =
      row !== undefined && type === 'MeasureCostClearanceRequested'
        ? { ...row, measures: askedAnew(row.measures, data.measureId) }
        : row;
    const after = fold(before, event);
    if (after === undefined) return undefined;
    const entries = type === 'OwnStoryTold' ? withSection(after.entries) : after.entries;
    return { ...after, entries, event_id: event.id };
  },
});
