import type { EventOf } from '#event-sourcing';
import type { planEvents } from '#plan';
import { present, type Saying, type Telling } from './mapping.js';

interface Written {
  readonly subjectId: string;
  readonly planId: string;
}

const written = (
  { subjectId: person, planId: plan }: Written,
  content: string,
  on: string,
  more: { readonly author?: string; readonly isOwnStory?: true } = {},
): readonly Saying[] => [{ kind: 'PlanContentWritten', on, person, plan, content, ...more }];

const takenBack = (
  { subjectId: person, planId: plan }: Written,
  content: string,
  on: string,
): readonly Saying[] => [{ kind: 'PlanContentTakenBack', on, person, plan, content }];

/** Facts of what stands in a plan: that something does and whose words it is, never what it says. */
export const ofPlan: Telling<EventOf<typeof planEvents>, undefined> = {
  OwnStoryTold: (told) => written(told, told.entryId, told.toldOn, { author: told.author, isOwnStory: true }),
  PlanEntryWritten: (told) => written(told, told.entryId, told.writtenOn, { author: told.author }),
  PlanEntryChanged: (told) => written(told, told.entryId, told.changedOn, { author: told.author }),
  PlanEntryTakenBack: (told) => takenBack(told, told.entryId, told.takenBackOn),
  GoalSet: (told) => written(told, told.goalId, told.setOn, { author: told.author }),
  GoalChanged: (told) => written(told, told.goalId, told.changedOn, { author: told.author }),
  GoalDropped: (told) => takenBack(told, told.goalId, told.droppedOn),
  MeasureAgreed: (told) => written(told, told.measureId, told.agreedOn),
  MeasureCancelled: (told) => takenBack(told, told.measureId, told.cancelledOn),
  MeasureCostClearanceRequested: ({ subjectId: person, clearanceId: measure, unit, requestedOn: on }) => [
    { kind: 'MeasureCostClearanceRequested', on, measure, person, ...present({ unit }) },
  ],
  MeasureCostClearanceGranted: ({ clearanceId: measure, grantedOn: on }) => [
    { kind: 'MeasureCostClearanceGranted', on, measure },
  ],
  MeasureCostClearanceDeclined: ({ clearanceId: measure, declinedOn: on }) => [
    { kind: 'MeasureCostClearanceDeclined', on, measure },
  ],
  PlanPeriodSet: ({ subjectId: person, planId: plan, nextReviewOn, setOn: on }) => [
    { kind: 'PlanPeriodSet', on, person, plan, nextReviewOn },
  ],
  PlanReviewed: ({
    subjectId: person,
    planId: plan,
    reviewId: review,
    withSubject,
    nextReviewOn,
    reviewedOn: on,
  }) => [{ kind: 'PlanReviewed', on, person, plan, review, withSubject, ...present({ nextReviewOn }) }],
  PlanApprovedByOwner: ({ subjectId: person, planId: plan, approvedBy, approvedOn: on }) => [
    { kind: 'PlanApprovedByOwner', on, person, plan, approvedBy },
  ],
  PlanPaused: ({ subjectId: person, planId: plan, pausedOn: on }) => [
    { kind: 'PlanPaused', on, person, plan },
  ],
  PlanResumed: ({ subjectId: person, planId: plan, resumedOn: on }) => [
    { kind: 'PlanResumed', on, person, plan },
  ],
  PlanKeptOnPaper: ({ subjectId: person, planId: plan, onPaper, since: on }) => [
    { kind: 'PlanKeptOnPaper', on, person, plan, onPaper },
  ],
};
